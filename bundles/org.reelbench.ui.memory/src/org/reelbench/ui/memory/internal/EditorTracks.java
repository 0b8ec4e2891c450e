package org.reelbench.ui.memory.internal;

import java.util.List;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Id;
import org.reelbench.ui.Editor;
import org.reelbench.ui.ServiceSlot;

/** The tracks that the editor shows, if there is one; hiding several of them is one step to undo. */
final class EditorTracks implements ShortageNotice.Tracks {

    private final ServiceSlot<Editor> editor;

    EditorTracks(ServiceSlot<Editor> editor) {
        this.editor = editor;
    }

    /** Behind the last frame the last one is in the viewer. */
    @Override
    public List<Id> unused() {
        return editor.get().flatMap(service -> service.project().map(project -> UnusedTracks.at(project.sequence(),
                Math.max(0, Math.min(service.playheadFrame(), project.sequence().durationFrames() - 1))))).orElse(List.of());
    }

    @Override
    public void hide(List<Id> tracks) {
        editor.get().ifPresent(service -> service.executeNext(revision -> EditCommands.unit(ShortageNotice.HIDE,
                tracks.stream().map(track -> EditCommand.of(EditCommands.HIDE_TRACK, revision).with("track", track.value()))
                        .toList(),
                revision)));
    }
}
