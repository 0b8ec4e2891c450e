package org.reelbench.ui.tracks.internal.drag;

import java.util.List;
import java.util.Optional;

import org.reelbench.ui.Editor;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.ScrollThumb;
import org.reelbench.ui.tracks.internal.model.Snapping;
import org.reelbench.ui.tracks.internal.model.Snapping.Snap;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Drags that edit nothing: the playhead, the frame in the picture of the whole, the hand. */
final class ViewDrags {

    private ViewDrags() {
    }

    /** Moves the playhead; with Shift, near edges draw it. */
    static final class Playhead implements Drag {

        private final Editor editor;
        private final TrackGestures.View view;
        private final long before;

        Playhead(Editor editor, TrackGestures.View view) {
            this.editor = editor;
            this.view = view;
            before = editor.playheadFrame();
        }

        @Override
        public void move(Pointer at) {
            int lanesX = at.x() - Metrics.HEADER_WIDTH_PX;
            TrackFrame frame = view.frame();
            int beyond = lanesX < 0 ? lanesX : Math.max(0, lanesX - frame.lanesWidthPx());
            if (beyond != 0) {
                view.setScale(frame.scale().scrolled(beyond));
            }
            TrackFrame now = view.frame();
            long to = now.scale().nearestFrame(Math.clamp(lanesX, 0, now.lanesWidthPx()));
            Optional<Snap> snap = at.shift() ? Snapping.ofPlayhead(now).nearest(List.of(to)) : Optional.empty();
            editor.setPlayhead(snap.map(Snap::atFrame).orElse(to));
            if (at.shift()) {
                view.preview(Optional.empty(), new Overlay(snap.map(Snap::atFrame).stream().toList(), Optional.empty(),
                        Optional.empty(), Optional.empty()));
            }
        }

        @Override
        public void end(Pointer at) {
            view.preview(Optional.empty(), Overlay.NONE);
        }

        @Override
        public void cancel() {
            editor.setPlayhead(before);
            view.preview(Optional.empty(), Overlay.NONE);
        }
    }

    /** Drags the frame around what is seen. */
    static final class Thumb implements Drag {

        private final TrackGestures.View view;
        private final TimeScale before;
        private final int grabPx;

        Thumb(TrackGestures.View view, int lanesX) {
            this.view = view;
            before = view.frame().scale();
            ScrollThumb thumb = view.frame().thumb();
            // Beside the handle, the click brings its middle there.
            grabPx = thumb.contains(lanesX) ? lanesX - thumb.xPx() : thumb.widthPx() / 2;
        }

        @Override
        public void move(Pointer at) {
            TrackFrame frame = view.frame();
            view.setScale(frame.scale().from((at.x() - Metrics.HEADER_WIDTH_PX - grabPx) * frame.thumb().framesPerPx()));
        }

        @Override
        public void end(Pointer at) {
            // it is scrolled already
        }

        @Override
        public void cancel() {
            view.setScale(before);
        }
    }

    /** Drags all that is seen. */
    static final class Hand implements Drag {

        private final TrackGestures.View view;
        private final TimeScale before;
        private final int fromX;
        private int lastY;

        Hand(TrackGestures.View view, Pointer pressed) {
            this.view = view;
            before = view.frame().scale();
            fromX = pressed.x();
            lastY = pressed.y();
        }

        @Override
        public void move(Pointer at) {
            view.setScale(before.scrolled(fromX - at.x()));
            view.scrollRows(lastY - at.y());
            lastY = at.y();
        }

        @Override
        public void end(Pointer at) {
            // it is scrolled already
        }

        @Override
        public void cancel() {
            view.setScale(before);
        }
    }
}
