package org.reelbench.ui.viewer.internal.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Where a medium of 100 frames at 25 a second goes in a sequence of 600 at 50. */
class ThreePointsTest {

    private final Sequence source = sequence(100, 25);
    private final Sequence target = sequence(600, 50);

    private static Sequence sequence(long frames, int rate) {
        Clip clip = Clip.of(new Id("c"), "c", Generator.color("#808080"), RationalTime.ZERO, frames);
        Track track = Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)));
        return new Sequence(new Id("s"), "s", FrameRate.of(rate, 1), 64, 36, 48_000, List.of(track), Extras.NONE);
    }

    private ThreePoints points(SourceMarks marks, @Nullable FrameRange range) {
        return ThreePoints.of(source, marks, target.withInOut(range), 77);
    }

    private static ThreePoints points(long sourceInFrame, long startFrame, long durationFrames) {
        return new ThreePoints(RationalTime.of(sourceInFrame, 25), startFrame, durationFrames);
    }

    @Test
    void withoutMarksAllOfItGoesToThePlayhead() {
        assertEquals(points(0, 77, 200), points(SourceMarks.NONE, null));
    }

    @Test
    void theMarkedPartGoesToThePlayheadOrToTheInPoint() {
        SourceMarks marks = SourceMarks.NONE.withIn(10).withLast(29);
        assertEquals(points(10, 77, 40), points(marks, null));
        assertEquals(points(10, 300, 40), points(marks, new FrameRange(300, 600)));
    }

    @Test
    void aRangeOfTheSequenceSaysHowLong() {
        assertEquals(points(10, 300, 20), points(SourceMarks.NONE.withIn(10), new FrameRange(300, 320)));
        assertEquals(points(0, 300, 20), points(SourceMarks.NONE, new FrameRange(300, 320)));
    }

    @Test
    void whereOnlyTheEndOfTheMediumIsMarkedItEndsWithTheRange() {
        assertEquals(points(20, 300, 20), points(SourceMarks.NONE.withLast(29), new FrameRange(300, 320)));
        assertEquals(points(0, 310, 10), points(SourceMarks.NONE.withLast(4), new FrameRange(300, 320)));
    }

    @Test
    void moreThanThereIsIsNotPut() {
        assertEquals(points(90, 300, 20), points(SourceMarks.NONE.withIn(90), new FrameRange(300, 500)));
        assertEquals(points(10, 300, 40), points(SourceMarks.NONE.withIn(10).withLast(29), new FrameRange(300, 500)));
    }

    @Test
    void marksThatCrossForgetTheOlderOne() {
        assertEquals(Optional.of(new FrameRange(50, 100)), SourceMarks.NONE.withIn(10).withLast(29).withIn(50).range(100));
        assertEquals(Optional.of(new FrameRange(0, 6)), SourceMarks.NONE.withIn(10).withLast(5).range(100));
        assertEquals(Optional.of(new FrameRange(7, 8)), SourceMarks.NONE.withIn(7).withLast(7).range(100));
        assertEquals(Optional.empty(), SourceMarks.NONE.range(100));
    }
}
