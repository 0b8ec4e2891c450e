package org.reelbench.ui.tracks.internal.drag;

import java.util.Optional;
import java.util.Set;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.tracks.internal.edit.Razor;
import org.reelbench.ui.tracks.internal.gesture.KeyDrag;
import org.reelbench.ui.tracks.internal.gesture.MarkerDrag;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.gesture.Tool;
import org.reelbench.ui.tracks.internal.gesture.TransitionDrag;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.tools.TrackTools;

/**
 * What the mouse does: in the ruler it moves the playhead, markers and the marked range, the eye and the speaker switch a track, a
 * click on the rest of a header chooses the track for what is put on tracks next; on clips it does what the tool in hand does, and
 * beside them it draws a marquee. The wheel zooms to the cursor, with Shift it scrolls through time and with Ctrl through tracks.
 * Escape gives up what is being dragged. On the UI thread.
 */
public final class TrackGestures {

    private static final double ZOOM_STEP = 1.25;
    private static final int WHEEL_SCROLL_PX = 90;
    private static final int WHEEL_ROWS_PX = 40;

    /** What the gestures change besides the editor. */
    public interface View {

        /** Returns what is shown. */
        TrackFrame frame();

        /** Shows another stretch of time. */
        void setScale(TimeScale scale);

        /** Scrolls the rows. */
        void scrollRows(int deltaPx);

        /** Shows what an edit would leave, or without one the sequence as it is, and what lies over it. */
        void preview(Optional<Sequence> sequence, Overlay overlay);

        /** Shows what was previewed last until the sequence has changed, with nothing over it. */
        void holdPreview();

        /** Returns what the mouse does. */
        TrackTools tools();
    }

    private final Editor editor;
    private final View view;
    private final Razor razor;
    private Drag drag = Drag.NONE;
    private Pointer last = Pointer.at(0, 0);

    public TrackGestures(Editor editor, View view) {
        this.editor = editor;
        this.view = view;
        razor = new Razor(editor);
    }

    public boolean isDragging() {
        return drag != Drag.NONE;
    }

    /** Presses the left button. */
    public void press(Pointer at) {
        last = at;
        TrackFrame frame = view.frame();
        Tool tool = view.tools().tool();
        switch (Hit.at(frame, at.x(), at.y())) {
        case Hit.Ruler _ -> begin(new ViewDrags.Playhead(editor, view), at);
        case Hit.Flag flag -> drag = new EditingDrag(editor, view, MarkerDrag.of(flag.marker()));
        case Hit.RangeEnd end -> drag = new EditingDrag(editor, view, MarkerDrag.of(end.range(), end.isIn()));
        case Hit.Toggle toggle -> toggle(toggle);
        case Hit.OnClip _ when tool == Tool.HAND -> drag = new ViewDrags.Hand(view, at);
        case Hit.OnClip on when tool == Tool.RAZOR -> razor.cut(frame, on, at, view.tools().snaps());
        case Hit.OnClip on -> drag = new ClipPress(editor, view, on, at);
        case Hit.OnKey on -> drag = new EditingDrag(editor, view, KeyDrag.of(frame, on.clip(), on.lane(), on.key(), at));
        case Hit.OnLane on -> begin(
                new EditingDrag(editor, view, KeyDrag.ofNew(frame, on.clip(), on.lane(), on.frame(), on.value(), at)), at);
        case Hit.TransitionEnd end -> drag = new EditingDrag(editor, view,
                new TransitionDrag(end.transition(), end.cutFrame(), end.isIn()));
        case Hit.ScrollBar _ -> grabThumb(at);
        case Hit.Header header -> drag = new HeaderPress(editor, view, header.track(), at);
        case Hit.HeaderEdge edge -> drag = new RowDrag(view, edge.row(), at);
        case Hit.Solo solo -> set(solo.on() ? EditCommands.UNSOLO_TRACK : EditCommands.SOLO_TRACK, solo.track());
        case Hit.Lock lock -> set(lock.on() ? EditCommands.UNLOCK_TRACK : EditCommands.LOCK_TRACK, lock.track());
        case Hit.Nothing _ when at.x() >= Metrics.HEADER_WIDTH_PX && tool == Tool.HAND -> drag = new ViewDrags.Hand(view, at);
        case Hit.Nothing _ -> {
            if (at.x() >= Metrics.HEADER_WIDTH_PX) {
                drag = new Marquee(editor, view, at);
            }
            selectNothing(at);
        }
        }
    }

    private void begin(Drag begun, Pointer at) {
        drag = begun;
        begun.move(at);
    }

    private void selectNothing(Pointer at) {
        if (!at.adds()) {
            editor.select(Set.of());
        }
    }

    private void grabThumb(Pointer at) {
        if (!view.frame().thumb().isWhole()) {
            begin(new ViewDrags.Thumb(view, at.x() - Metrics.HEADER_WIDTH_PX), at);
        }
    }

    /** Moves with the button pressed. */
    public void drag(Pointer at) {
        last = at;
        drag.move(at);
    }

    /** Looks again at what is dragged, as after a change of keys or of what snaps. */
    public void dragAgain(boolean ctrl, boolean shift, boolean alt) {
        drag(new Pointer(last.x(), last.y(), ctrl, shift, alt));
    }

    /** Looks again at what is dragged. */
    public void dragAgain() {
        drag(last);
    }

    /** Releases the button. */
    public void release(Pointer at) {
        Drag ended = drag;
        drag = Drag.NONE;
        ended.end(at);
    }

    /** Gives up what is being dragged; returns whether anything was. */
    public boolean cancel() {
        Drag ended = drag;
        drag = Drag.NONE;
        ended.cancel();
        return ended != Drag.NONE;
    }

    /** Turns the wheel; {@code count} is above 0 when it turns away from the hand. */
    public void wheel(int count, int x, boolean throughTime, boolean throughTracks) {
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
        set(toggle.off() ? show : hide, toggle.track());
    }

    private void set(String command, Id track) {
        editor.executeNext(revision -> EditCommand.of(command, revision).with("track", track.value()));
    }
}
