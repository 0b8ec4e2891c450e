package org.reelbench.ui.tracks.internal.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.reelbench.project.ClipCopies;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;

/** Copies the selected clips, and pastes what was copied, here or in another project, at the playhead. On the UI thread. */
public final class CopyPaste {

    private final Editor editor;
    private final Display display;

    public CopyPaste(Editor editor, Display display) {
        this.editor = editor;
        this.display = display;
    }

    private Optional<String> selected() {
        Set<Id> selection = editor.selection();
        return selection.isEmpty()
                ? Optional.empty()
                : editor.project().map(project -> ClipCopies.text(shown(project), selection));
    }

    /** Clips are copied from the main sequence: that which is shown stands for it. */
    private static Project shown(OpenProject project) {
        return project.session().project().withMainSequence(project.sequence().id());
    }

    public void copy() {
        selected().ifPresent(text -> {
            Clipboard clipboard = new Clipboard(display);
            clipboard.setContents(new Object[] { text }, new Transfer[] { ClipTransfer.INSTANCE });
            clipboard.dispose();
            int count = editor.selection().size();
            editor.tell(count == 1 ? "One clip was copied" : count + " clips were copied", false);
        });
    }

    public void cut() {
        copy();
        List<String> clips = editor.selection().stream().map(Id::value).toList();
        if (!clips.isEmpty()) {
            editor.executeNext(revision -> EditCommand.of(EditCommands.DELETE, revision).with("clips", clips));
        }
    }

    /** Puts what was copied at the playhead, on the chosen track if there is one; what lies there moves away or is cut away. */
    public void paste(boolean inserts) {
        Clipboard clipboard = new Clipboard(display);
        Object content = clipboard.getContents(ClipTransfer.INSTANCE);
        clipboard.dispose();
        if (content instanceof String text) {
            paste(text, editor.playheadFrame(), inserts ? "insert" : "overwrite", editor.chosenTrack());
        } else {
            editor.tell("No clips were copied", true);
        }
    }

    /** Puts copies behind the selected clips; what lies there moves away. */
    public void duplicate() {
        Optional<Sequence> sequence = editor.project().map(OpenProject::sequence);
        long end = sequence.stream().flatMap(shown -> editor.selection().stream().map(shown::findClip).flatMap(Optional::stream))
                .mapToLong(ClipPlace::endFrame).max().orElse(0);
        selected().ifPresent(text -> paste(text, end, "insert", Optional.empty()));
    }

    private void paste(String text, long frame, String landing, Optional<Id> track) {
        editor.executeNext(revision -> {
            EditCommand paste = EditCommand.of(EditCommands.PASTE, revision).with("copied", text).with("frame", frame)
                    .with("landing", landing);
            return track.map(id -> paste.with("track", id.value())).orElse(paste);
        });
    }
}
