package org.reelbench.ui.tracks.internal.drag;

import java.util.Optional;

import org.reelbench.timeline.Id;
import org.reelbench.ui.Editor;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.gesture.ReorderDrag;

/** A press on a track's header: chooses the track for what is put on tracks next, or drags it to another place. */
final class HeaderPress implements Drag {

    private static final int THRESHOLD_PX = 5;

    private final Editor editor;
    private final TrackGestures.View view;
    private final Id track;
    private final int fromY;
    private Drag begun = Drag.NONE;

    HeaderPress(Editor editor, TrackGestures.View view, Id track, Pointer pressed) {
        this.editor = editor;
        this.view = view;
        this.track = track;
        fromY = pressed.y();
    }

    @Override
    public void move(Pointer at) {
        if (begun == Drag.NONE && Math.abs(at.y() - fromY) >= THRESHOLD_PX) {
            begun = new EditingDrag(editor, view, new ReorderDrag(track), false);
        }
        begun.move(at);
    }

    @Override
    public void end(Pointer at) {
        if (begun == Drag.NONE) {
            Optional<Id> chosen = Optional.of(track);
            editor.chooseTrack(chosen.equals(editor.chosenTrack()) ? Optional.empty() : chosen);
        }
        begun.end(at);
    }

    @Override
    public void cancel() {
        begun.cancel();
    }
}
