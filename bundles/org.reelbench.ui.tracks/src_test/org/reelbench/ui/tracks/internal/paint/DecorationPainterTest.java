package org.reelbench.ui.tracks.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.project.decoration.Tone;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.Tracks;

/** What decorators say is painted where it is seen, and costs what is seen. */
class DecorationPainterTest {

    private static final int LANES = Metrics.HEADER_WIDTH_PX;
    private static final int TOP = Metrics.RULER_HEIGHT_PX;
    private static final int BOTTOM = TOP + Metrics.VIDEO_HEIGHT_PX - 1;

    private final RecordingPen pen = new RecordingPen();

    private static Decoration mark(long from, long to, Tone tone, String label) {
        return Decoration.ofTrack(new FrameRange(from, to), tone, label);
    }

    private int painted(TrackFrame frame, DecoratedTrack... said) {
        Rectangle all = new Rectangle(0, 0, frame.widthPx(), frame.heightPx());
        int plain = TracksPainter.paint(new RecordingPen(), frame, all, ClipSketches.NONE);
        return TracksPainter.paint(pen, frame.withDecorations(Map.of(new Id("v1"), List.of(said))), all, ClipSketches.NONE)
                - plain;
    }

    private static Sequence film() {
        return Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 400), Tracks.clip("c2", 400)));
    }

    @Test
    void aMarkIsAStripAtTheLowerEdgeWithItsLabel() {
        assertEquals(1, painted(Tracks.frame(film(), new TimeScale(1, 0), 0),
                new DecoratedTrack("d", List.of(mark(100, 200, Tone.NOTE, "loud")))));
        assertTrue(pen.fills.contains(new Rectangle(LANES + 100, BOTTOM - 4, 99, 4)), pen.fills.toString());
        assertTrue(pen.texts.contains("loud"));
    }

    @Test
    void oneThatWarnsIsSeenFromTheNamesDown() {
        TrackFrame frame = Tracks.frame(film(), new TimeScale(1, 0), 0);
        Rectangle wash = new Rectangle(LANES + 100, TOP + Metrics.TITLE_HEIGHT_PX, 99,
                BOTTOM - 4 - TOP - Metrics.TITLE_HEIGHT_PX);
        painted(frame, new DecoratedTrack("d", List.of(mark(100, 200, Tone.GOOD, ""))));
        assertFalse(pen.tints.contains(wash));
        painted(frame, new DecoratedTrack("d", List.of(mark(100, 200, Tone.PROBLEM, ""))));
        assertTrue(pen.tints.contains(wash), pen.tints.toString());
    }

    @Test
    void aFrameThatIsLessThanAPixelIsSeen() {
        painted(Tracks.frame(film(), new TimeScale(0.01, 0), 0),
                new DecoratedTrack("d", List.of(mark(300, 301, Tone.PROBLEM, "1 frame"))));
        assertTrue(pen.fills.contains(new Rectangle(LANES + 3, BOTTOM - 4, 3, 4)), pen.fills.toString());
        assertFalse(pen.texts.contains("1 frame"));
    }

    @Test
    void marksOfAnotherDecoratorLieAbove() {
        painted(Tracks.frame(film(), new TimeScale(1, 0), 0), new DecoratedTrack("d", List.of(mark(100, 200, Tone.NOTE, ""))),
                new DecoratedTrack("e", List.of(mark(100, 200, Tone.GOOD, ""))));
        assertTrue(pen.fills.contains(new Rectangle(LANES + 100, BOTTOM - 4, 99, 4)));
        assertTrue(pen.fills.contains(new Rectangle(LANES + 100, BOTTOM - 9, 99, 4)));
    }

    @Test
    void ofTenThousandMarksOnlyTheVisibleArePainted() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1").withItems(Tracks.many(10_000, 50)));
        List<Decoration> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(i % 2 == 0
                    ? mark(50 * i, 50 * i + 5, Tone.NOTE, "mark")
                    : Decoration.ofClip(Tracks.clip("c" + i, 50), new FrameRange(0, 5), Tone.WARNING, "mark"));
        }
        // 500 frames are seen: ten marks, and one that ends at the left border.
        int painted = painted(Tracks.frame(sequence, new TimeScale(2, 250_000), 0), new DecoratedTrack("d", many));
        assertTrue(painted >= 10 && painted <= 11, painted + " marks painted");
        pen.fills.clear();
        // Zoomed out, the pixels are the bound: a mark takes three, of a track as of clips.
        int all = painted(Tracks.frame(sequence, TimeScale.fitting(500_000, 1000), 0), new DecoratedTrack("d", many));
        assertTrue(all <= 2 * 340, all + " marks for 1000 points");
    }

    @Test
    void hiddenTracksAndThoseOutOfSightCostNothing() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 400)).withHidden(true));
        assertEquals(0, painted(Tracks.frame(sequence, new TimeScale(1, 0), 0),
                new DecoratedTrack("d", List.of(mark(100, 200, Tone.NOTE, "")))));
    }
}
