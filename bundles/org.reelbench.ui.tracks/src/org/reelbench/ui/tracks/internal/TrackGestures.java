package org.reelbench.ui.tracks.internal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.ScrollThumb;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/**
 * What the mouse does: click and drag in the ruler move the playhead, the eye and the speaker switch a track, a click on the rest
 * of a header chooses the track for what is put on tracks next, a click on a clip selects, the wheel zooms to the cursor, with
 * Shift it scrolls through time and with Ctrl through tracks. On the UI thread.
 */
final class TrackGestures {

    private static final double ZOOM_STEP = 1.25;
    private static final int WHEEL_SCROLL_PX = 90;
    private static final int WHEEL_ROWS_PX = 40;

    /** What the gestures change besides the editor. */
    interface View {

        /** Returns what is shown. */
        TrackFrame frame();

        /** Shows another stretch of time. */
        void setScale(TimeScale scale);

        /** Scrolls the rows. */
        void scrollRows(int deltaPx);
    }

    private enum Drag {
        NONE, PLAYHEAD, SCROLL
    }

    private final Editor editor;
    private final View view;
    private Drag drag = Drag.NONE;
    private int grabPx;

    TrackGestures(Editor editor, View view) {
        this.editor = editor;
        this.view = view;
    }

    boolean isDragging() {
        return drag != Drag.NONE;
    }

    /** Presses the left button; {@code more} adds to the selection. */
    void press(int x, int y, boolean more) {
        switch (Hit.at(view.frame(), x, y)) {
        case Hit.Ruler ruler -> {
            drag = Drag.PLAYHEAD;
            editor.setPlayhead(ruler.frame());
        }
        case Hit.Toggle toggle -> toggle(toggle);
        case Hit.OnClip on -> select(on.clip().id(), more);
        case Hit.ScrollBar _ -> grabThumb(x - Metrics.HEADER_WIDTH_PX);
        case Hit.Header header -> {
            Optional<Id> track = Optional.of(header.track());
            editor.chooseTrack(track.equals(editor.chosenTrack()) ? Optional.empty() : track);
            selectNothing(more);
        }
        case Hit.Nothing _ -> selectNothing(more);
        }
    }

    private void selectNothing(boolean more) {
        if (!more) {
            editor.select(Set.of());
        }
    }

    /** Moves with the button pressed. */
    void drag(int x) {
        int lanesX = x - Metrics.HEADER_WIDTH_PX;
        TrackFrame frame = view.frame();
        if (drag == Drag.PLAYHEAD) {
            int beyond = lanesX < 0 ? lanesX : Math.max(0, lanesX - frame.lanesWidthPx());
            if (beyond != 0) {
                view.setScale(frame.scale().scrolled(beyond));
            }
            editor.setPlayhead(view.frame().scale().nearestFrame(Math.clamp(lanesX, 0, frame.lanesWidthPx())));
        } else if (drag == Drag.SCROLL) {
            ScrollThumb thumb = frame.thumb();
            view.setScale(frame.scale().from((lanesX - grabPx) * thumb.framesPerPx()));
        }
    }

    /** Releases the button. */
    void release() {
        drag = Drag.NONE;
    }

    /** Turns the wheel; {@code count} is above 0 when it turns away from the hand. */
    void wheel(int count, int x, boolean throughTime, boolean throughTracks) {
        TrackFrame frame = view.frame();
        if (throughTime) {
            view.setScale(frame.scale().scrolled(-Math.signum(count) * WHEEL_SCROLL_PX));
        } else if (throughTracks || x < Metrics.HEADER_WIDTH_PX) {
            view.scrollRows(-Integer.signum(count) * WHEEL_ROWS_PX);
        } else {
            view.setScale(frame.scale().zoomed(count > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, x - Metrics.HEADER_WIDTH_PX));
        }
    }

    private void toggle(Hit.Toggle toggle) {
        boolean video = toggle.kind() == TrackKind.VIDEO;
        String show = video ? EditCommands.SHOW_TRACK : EditCommands.UNMUTE_TRACK;
        String hide = video ? EditCommands.HIDE_TRACK : EditCommands.MUTE_TRACK;
        String name = toggle.off() ? show : hide;
        editor.executeNext(revision -> EditCommand.of(name, revision).with("track", toggle.track().value()));
    }

    private void select(Id clip, boolean more) {
        if (!more) {
            editor.select(Set.of(clip));
            return;
        }
        Set<Id> selection = new HashSet<>(editor.selection());
        if (!selection.remove(clip)) {
            selection.add(clip);
        }
        editor.select(selection);
    }

    private void grabThumb(int lanesX) {
        ScrollThumb thumb = view.frame().thumb();
        if (thumb.isWhole()) {
            return;
        }
        drag = Drag.SCROLL;
        // Beside the handle, the click brings its middle there.
        grabPx = thumb.contains(lanesX) ? lanesX - thumb.xPx() : thumb.widthPx() / 2;
        drag(lanesX + Metrics.HEADER_WIDTH_PX);
    }
}
