package org.reelbench.ui.tracks.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.sketches.Waves;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.Tracks;

class SketchPainterTest {

    private static final int FRAMES_8_HOURS = 8 * 3600 * 30;

    /** Sketches that are all there, and counted. */
    private static final class Counted implements ClipSketches {
        private final List<RationalTime> times = new ArrayList<>();
        private final List<String> pieces = new ArrayList<>();
        private RationalTime apart = RationalTime.ZERO;

        @Override
        public Optional<Thumbnail> thumbnail(Clip clip, RationalTime sourceTime, RationalTime step) {
            times.add(sourceTime);
            apart = step;
            return Optional.of(new Thumbnail(16, 9, new byte[16 * 9 * 3]));
        }

        @Override
        public Optional<Waves> waves(Clip clip, int level, long piece) {
            pieces.add(level + "." + piece);
            return Optional.of(new Waves(new byte[2 * Waves.COLUMNS]));
        }
    }

    private final RecordingPen pen = new RecordingPen();
    private final Counted counted = new Counted();

    private void paint(Sequence sequence, TimeScale scale) {
        TrackFrame frame = Tracks.frame(sequence, scale, 0);
        TracksPainter.paint(pen, frame, new Rectangle(0, 0, frame.widthPx(), frame.heightPx()), counted);
    }

    @Test
    void ofALongClipOnlyTheVisiblePicturesAreAskedFor() {
        paint(Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", FRAMES_8_HOURS))), new TimeScale(2, 300_000));
        // Cells of 60 points, on lanes of 1000 points.
        assertTrue(counted.times.size() >= 16 && counted.times.size() <= 18, counted.times.size() + " pictures");
        assertEquals(counted.times.size(), pen.pictures);
        for (RationalTime time : counted.times) {
            assertTrue(!time.isBefore(RationalTime.ofSeconds(9998)) && time.isBefore(RationalTime.ofSeconds(10_017)),
                    time + " is not seen");
        }
        assertEquals(RationalTime.ofSeconds(1), counted.apart, "60 points at 2 a frame");
    }

    @Test
    void zoomedOutPicturesLieFartherApart() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", FRAMES_8_HOURS)));
        paint(sequence, TimeScale.fitting(FRAMES_8_HOURS, 1000));
        assertTrue(counted.times.size() <= 17, counted.times.size() + " pictures");
        assertTrue(counted.apart.isAfter(RationalTime.ofSeconds(1500)), counted.apart.toString());
    }

    @Test
    void ofALongSoundAFewPiecesOfTheRightLevelAreAskedFor() {
        Sequence sequence = Tracks.sequence(Tracks.audio("a1", Tracks.clip("c1", FRAMES_8_HOURS)));
        paint(sequence, new TimeScale(2, 300_000));
        // 800 samples a point: columns of 256, 3125 of them, in pieces of 1024.
        assertTrue(counted.pieces.size() >= 4 && counted.pieces.size() <= 5, counted.pieces.toString());
        assertTrue(counted.pieces.stream().allMatch(piece -> piece.startsWith("0.")), counted.pieces.toString());
        counted.pieces.clear();
        paint(sequence, TimeScale.fitting(FRAMES_8_HOURS, 1000));
        assertTrue(counted.pieces.size() <= 4, counted.pieces.toString());
        assertTrue(counted.pieces.stream().allMatch(piece -> piece.startsWith("6.")), counted.pieces.toString());
    }

    @Test
    void aFasterClipBackwardsShowsWhatItPlays() {
        Clip reversed = Clip.of(new Id("c1"), "c1", new MediaStream(new Id("m1"), 0), RationalTime.ofSeconds(20), 300)
                .withSpeed(Rational.of(-2));
        paint(Tracks.sequence(Tracks.video("v1", reversed)), new TimeScale(2, 0));
        assertEquals(RationalTime.ofSeconds(20), counted.times.getFirst());
        assertTrue(counted.times.get(1).isBefore(RationalTime.ofSeconds(20)), counted.times.toString());
    }

    @Test
    void whatHasNoPictureAndWhatIsHiddenAsksForNothing() {
        paint(Tracks.sequence(Tracks.video("v1", Tracks.color("c1", 100)),
                Tracks.video("v2", Tracks.clip("c2", 100)).withHidden(true)), new TimeScale(4, 0));
        assertEquals(List.of(), counted.times);
    }
}
