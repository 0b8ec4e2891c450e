package org.reelbench.demo.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reelbench.demo.internal.film.Box;
import org.reelbench.demo.internal.film.Dissolve;
import org.reelbench.demo.internal.film.EditList;
import org.reelbench.demo.internal.film.Shot;
import org.reelbench.demo.internal.media.FrameTimes;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Expected frame numbers are written as worked out by hand. */
class PictureExpectationTest {

    private static final FrameRate RATE = FrameRate.of(30, 1);
    private static final Box FULL = new Box(0, 0, 1280, 720);
    private static final Box INSET = new Box(100, 300, 320, 180);

    @Test
    void aSourceAtTheFilmsRateIsShownFrameByFrame() {
        PictureExpectation expectation = expectation(shot("bottom", 10, 20, 1, "0.5s", "1", FULL, 1));
        assertEquals(List.of(15L), frames(expectation, 10));
        assertEquals(List.of(24L), frames(expectation, 19));
    }

    @Test
    void aSlightlySlowerSourceShowsOneFrameTwiceInAThousand() {
        PictureExpectation expectation = expectation(shot("bottom", 0, 2000, 2, "0s", "1", FULL, 1));
        // Source frame k begins 1001·k/30000 s in: at film frame n, the thousandth part behind.
        assertEquals(List.of(0L), frames(expectation, 0));
        assertEquals(List.of(0L), frames(expectation, 1));
        assertEquals(List.of(1L), frames(expectation, 2));
        assertEquals(List.of(999L), frames(expectation, 1000));
        assertEquals(List.of(1000L), frames(expectation, 1001));
        assertEquals(List.of(1000L), frames(expectation, 1002));
    }

    @Test
    void theFrameIsShownFromTheVeryTimeItBegins() {
        FrameTimes times = new FrameTimes(Rational.of(1, 90), Rational.ZERO, List.of(0L, 6L, 7L, 20L));
        assertEquals(0, PictureExpectation.frameAt(times, RationalTime.of(5, 90)));
        assertEquals(1, PictureExpectation.frameAt(times, RationalTime.of(6, 90)));
        assertEquals(1, PictureExpectation.frameAt(times, RationalTime.of(69, 900)));
        assertEquals(2, PictureExpectation.frameAt(times, RationalTime.of(7, 90)));
        assertEquals(2, PictureExpectation.frameAt(times, RationalTime.of(19, 90)));
    }

    @Test
    void beyondTheSourceItsFirstAndLastFrameStand() {
        FrameTimes times = FrameTimes.constant(RATE, 10);
        assertEquals(0, PictureExpectation.frameAt(times, RationalTime.parse("-1s")));
        assertEquals(9, PictureExpectation.frameAt(times, RationalTime.parse("100s")));
    }

    @Test
    void speedCountsFromTheShotsStart() {
        PictureExpectation expectation = expectation(shot("bottom", 90, 120, 1, "1s", "3/2", FULL, 1));
        assertEquals(List.of(30L), frames(expectation, 90));
        assertEquals(List.of(31L), frames(expectation, 91));
        assertEquals(List.of(33L), frames(expectation, 92));
        assertEquals(List.of(73L), frames(expectation, 119));
    }

    @Test
    void aSourceWithoutTimesIsAStill() {
        assertEquals(List.of(0L), frames(expectation(shot("bottom", 0, 60, 7, "0s", "1", FULL, 1)), 59));
    }

    @Test
    void whatAnOpaqueFullPictureCoversIsNotExpected() {
        PictureExpectation expectation = expectation(shot("bottom", 0, 60, 1, "0s", "1", FULL, 1),
                shot("middle", 10, 20, 2, "0s", "1", FULL, 1), shot("top", 15, 30, 4, "0s", "1", INSET, 1));
        assertEquals(List.of(1), sources(expectation, 9));
        assertEquals(List.of(2), sources(expectation, 10));
        assertEquals(List.of(2, 4), sources(expectation, 15));
        assertEquals(List.of(1, 4), sources(expectation, 20));
        assertEquals(List.of(1), sources(expectation, 30));
        assertEquals(List.of(), sources(expectation, 60));
    }

    @Test
    void aTranslucentFullPictureCoversNothing() {
        PictureExpectation expectation = expectation(shot("bottom", 0, 60, 1, "0s", "1", FULL, 1),
                shot("top", 0, 60, 2, "0s", "1", FULL, 0.85));
        assertEquals(List.of(1, 2), sources(expectation, 0));
    }

    @Test
    void aDissolveMixesTheHandlesOfBothShots() {
        EditList list = new EditList(1280, 720, 200,
                List.of(shot("bottom", 0, 100, 1, "0s", "1", FULL, 1), shot("bottom", 100, 200, 4, "1s", "1", FULL, 1),
                        shot("top", 0, 200, 2, "0s", "1", INSET, 1)),
                List.of(new Dissolve("bottom", 100, 10)), List.of());
        PictureExpectation expectation = new PictureExpectation(list, RATE, times());
        assertNull(expectation.at(89).mix());
        ExpectedPicture first = expectation.at(90);
        ExpectedPicture.Mix mix = first.mix();
        assertNotNull(mix);
        assertEquals(90, mix.outgoing().frameNumber());
        assertEquals(20, mix.incoming().frameNumber());
        assertEquals(0.025, mix.weight(), 1e-9);
        assertEquals(List.of(2), first.cards().stream().map(Card::source).toList());
        ExpectedPicture.Mix last = expectation.at(109).mix();
        assertNotNull(last);
        assertEquals(109, last.outgoing().frameNumber());
        assertEquals(39, last.incoming().frameNumber());
        assertNull(expectation.at(110).mix());
        assertEquals(List.of(4, 2), sources(expectation, 110));
    }

    private static PictureExpectation expectation(Shot... shots) {
        return new PictureExpectation(new EditList(1280, 720, 60, List.of(shots), List.of(), List.of()), RATE, times());
    }

    private static Map<Integer, FrameTimes> times() {
        return Map.of(1, FrameTimes.constant(RATE, 3000), 2, FrameTimes.constant(FrameRate.of(30_000, 1001), 3000), 4,
                FrameTimes.constant(RATE, 90));
    }

    private static Shot shot(String layer, long start, long end, int source, String in, String speed, Box box, double opacity) {
        return new Shot(layer, start, end, source, RationalTime.parse(in), Rational.parse(speed), box, opacity);
    }

    private static List<Long> frames(PictureExpectation expectation, long frame) {
        return expectation.at(frame).cards().stream().map(Card::frameNumber).toList();
    }

    private static List<Integer> sources(PictureExpectation expectation, long frame) {
        return expectation.at(frame).cards().stream().map(Card::source).toList();
    }
}
