package org.reelbench.ui.tracks.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Minimap;
import org.reelbench.ui.tracks.internal.model.ScrollThumb;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.Tracks;

/** The whole sequence is seen small, at a cost bounded by its pixels. */
class MinimapPainterTest {

    private final RecordingPen pen = new RecordingPen();
    private final MinimapPainter painter = new MinimapPainter();

    private int paint(TrackFrame frame) {
        return painter.paint(pen, frame, new Rectangle(0, 0, frame.widthPx(), frame.heightPx()));
    }

    /** Where clips are painted, from the left border of the lanes; the first one is the ground. */
    private List<Integer> columns() {
        return pen.fills.stream().skip(1).flatMap(fill -> List.of(fill.x - Metrics.HEADER_WIDTH_PX, fill.width).stream())
                .toList();
    }

    @Test
    void clipsLieWhereTheyAreInTheWholeSequence() {
        Sequence sequence = Tracks.sequence(
                Tracks.video("v1", Tracks.gap(2000), Tracks.clip("c1", 1000), Tracks.clip("c2", 1000), Tracks.gap(3000),
                        Tracks.clip("c3", 3000)));
        paint(Tracks.frame(sequence, new TimeScale(2, 4000), 0));
        // 10,000 frames and a twentieth behind them are 1000 points.
        assertEquals(List.of(190, 191, 666, 287), columns());
    }

    @Test
    void theFrameLiesOverWhatIsSeen() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 10_000)));
        TrackFrame frame = Tracks.frame(sequence, new TimeScale(1, 4000), 0);
        paint(frame);
        ScrollThumb thumb = frame.thumb();
        assertEquals(List.of(new Rectangle(Metrics.HEADER_WIDTH_PX + thumb.xPx(), 500 - Metrics.SCROLL_HEIGHT_PX, thumb.widthPx(),
                Metrics.SCROLL_HEIGHT_PX)), pen.tints);
        assertEquals(4000 / 10.5, thumb.xPx(), 1);
        assertEquals(1000 / 10.5, thumb.widthPx(), 1);
    }

    @Test
    void withAllInSightThereIsNoFrame() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 10_000)));
        paint(Tracks.frame(sequence, TimeScale.fitting(10_000, 1000), 0));
        assertEquals(List.of(), pen.tints);
    }

    @Test
    void thePlayheadIsSeenEvenWhereItsFrameIsNot() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 10_000)));
        TrackFrame frame = new TrackFrame(sequence, Tracks.frame(sequence, new TimeScale(1, 0), 0).layout(), new TimeScale(1, 0),
                0, Metrics.HEADER_WIDTH_PX + 1000, 500, 5250, Set.of(), Optional.empty());
        paint(frame);
        Rectangle playhead = new Rectangle(Metrics.HEADER_WIDTH_PX + 500, 500 - Metrics.SCROLL_HEIGHT_PX, 1,
                Metrics.SCROLL_HEIGHT_PX);
        assertEquals(playhead, MinimapPainter.playhead(frame));
        assertEquals(List.of(playhead), pen.lines);
    }

    @Test
    void aPaintingBesideThePlayheadDoesNotPaintIt() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 10_000)));
        TrackFrame frame = Tracks.frame(sequence, new TimeScale(1, 4000), 0);
        Rectangle playhead = MinimapPainter.playhead(frame);
        painter.paint(pen, frame, new Rectangle(playhead.x + 1, 0, 100, frame.heightPx()));
        assertEquals(List.of(), pen.lines);
    }

    @Test
    void aHundredThousandClipsCostNoMoreThanItsPixels() {
        Track[] tracks = new Track[20];
        for (int i = 0; i < tracks.length; i++) {
            tracks[i] = Tracks.video("v" + i).withItems(Tracks.many(5000, 1 + i));
        }
        int visited = paint(Tracks.frame(Tracks.sequence(tracks), new TimeScale(2, 0), 0));
        assertTrue(visited <= Minimap.MOST_LANES * 2 * 1000, visited + " items");
        assertTrue(pen.strokes <= Minimap.MOST_LANES * 1000, pen.strokes + " strokes");
        assertTrue(pen.fills.stream().allMatch(fill -> fill.y >= 500 - Metrics.SCROLL_HEIGHT_PX && fill.y + fill.height <= 500));
    }

    @Test
    void tracksThatDidNotChangeAreNotLookedAtAgain() {
        Track first = Tracks.video("v1").withItems(Tracks.many(300, 10));
        Track second = Tracks.video("v2").withItems(Tracks.many(300, 10));
        assertTrue(paint(Tracks.frame(Tracks.sequence(first, second), new TimeScale(2, 0), 0)) >= 600);
        assertEquals(0, paint(Tracks.frame(Tracks.sequence(first, second), new TimeScale(5, 100), 7)));
        int again = paint(Tracks.frame(Tracks.sequence(first, Tracks.video("v2", Tracks.clip("c1", 3000))),
                new TimeScale(2, 0), 0));
        assertEquals(1, again);
    }

    @Test
    void aPaintingThatDoesNotReachItPaintsNothing() {
        TrackFrame frame = Tracks.frame(Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 100))), new TimeScale(2, 0), 0);
        painter.paint(pen, frame, new Rectangle(0, 0, frame.widthPx(), 500 - Metrics.SCROLL_HEIGHT_PX));
        assertFalse(pen.strokes > 0, pen.fills::toString);
    }
}
