package org.reelbench.ui.tracks.internal.drag;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Located;
import org.reelbench.ui.Editor;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.Overlay.Box;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Selects the clips that a rectangle touches, while it is drawn. */
final class Marquee implements Drag {

    private final Editor editor;
    private final TrackGestures.View view;
    private final Set<Id> before;
    private final Set<Id> kept;
    private final double fromTime;
    private final int fromY;

    Marquee(Editor editor, TrackGestures.View view, Pointer pressed) {
        this.editor = editor;
        this.view = view;
        before = editor.selection();
        kept = pressed.adds() ? before : Set.of();
        TrackFrame frame = view.frame();
        fromTime = timeAt(frame, pressed.x());
        fromY = pressed.y() + frame.scrollYPx();
    }

    private static double timeAt(TrackFrame frame, int x) {
        return frame.scale().leftFrame() + Math.max(0, x - Metrics.HEADER_WIDTH_PX) / frame.scale().pxPerFrame();
    }

    @Override
    public void move(Pointer at) {
        TrackFrame frame = view.frame();
        int fromX = Metrics.HEADER_WIDTH_PX
                + (int) Math.round((fromTime - frame.scale().leftFrame()) * frame.scale().pxPerFrame());
        double toTime = timeAt(frame, at.x());
        int toY = at.y() + frame.scrollYPx();
        Set<Id> selected = new HashSet<>(kept);
        for (Row row : frame.layout().rows()) {
            if (!row.track().hidden() && row.yPx() <= Math.max(fromY, toY) && row.bottomPx() > Math.min(fromY, toY)) {
                collect(row, (long) Math.floor(Math.min(fromTime, toTime)), (long) Math.ceil(Math.max(fromTime, toTime)),
                        selected);
            }
        }
        editor.select(selected);
        view.preview(Optional.empty(),
                new Overlay(List.of(),
                        Optional.of(Box.between(Math.max(Metrics.HEADER_WIDTH_PX, fromX), fromY - frame.scrollYPx(),
                                Math.max(Metrics.HEADER_WIDTH_PX, at.x()), at.y())),
                        Optional.empty(), Optional.empty()));
    }

    private static void collect(Row row, long fromFrame, long toFrame, Set<Id> selected) {
        Optional<Located> item = row.track().items().locate(fromFrame);
        while (item.isPresent() && item.get().startFrame() < toFrame) {
            if (item.get().item() instanceof Clip clip) {
                selected.add(clip.id());
            }
            item = row.track().items().locate(item.get().endFrame());
        }
    }

    @Override
    public void end(Pointer at) {
        view.preview(Optional.empty(), Overlay.NONE);
    }

    @Override
    public void cancel() {
        editor.select(before);
        view.preview(Optional.empty(), Overlay.NONE);
    }
}
