package org.reelbench.ui.capture.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;

/** Puts a finished recording into the project's media, and onto its tracks where the playhead was when that was asked for. */
final class RecordingPlacement implements EditorListener {

    private final Editor editor;
    private final Path file;
    private final long frame;
    private final Set<Id> before;

    private RecordingPlacement(Editor editor, OpenProject project, Path file) {
        this.editor = editor;
        this.file = file;
        this.frame = editor.playheadFrame();
        this.before = project.session().project().media().stream().map(MediaReference::id).collect(Collectors.toSet());
    }

    /** Called on the UI thread; without an open project it does nothing but say so. A film without a place for sound gets one. */
    static void put(Editor editor, Path file, boolean sounding) {
        Optional<OpenProject> open = editor.project();
        if (open.isEmpty()) {
            editor.tell("No project is open; the recording is in " + file, false);
            return;
        }
        editor.addListener(new RecordingPlacement(editor, open.get(), file));
        if (sounding && open.get().sequence().tracks().stream()
                .noneMatch(track -> track.kind() == TrackKind.AUDIO && !track.locked())) {
            editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_TRACK, revision).with("kind", "audio"));
        }
        editor.executeNext(
                revision -> EditCommand.of(EditCommands.ADD_MEDIA, revision).with("path", file.toAbsolutePath().toString()));
    }

    @Override
    public void sequenceChanged(Sequence unused, Sequence after) {
        Optional<Id> medium = editor.project().stream().flatMap(project -> project.session().project().media().stream())
                .filter(one -> !before.contains(one.id()) && isTheRecording(one)).map(MediaReference::id).findFirst();
        if (medium.isPresent()) {
            editor.removeListener(this);
            editor.put(List.of(medium.get()), Optional.empty(), frame, Landing.OVERWRITE);
        }
    }

    /** Another project has nothing to do with the recording. */
    @Override
    public void projectChanged(Optional<OpenProject> project) {
        editor.removeListener(this);
    }

    /** A project may hold the path from its own folder, so the name is what tells; recordings are named to the second. */
    private boolean isTheRecording(MediaReference medium) {
        return Objects.equals(Path.of(medium.path()).getFileName(), file.getFileName());
    }
}
