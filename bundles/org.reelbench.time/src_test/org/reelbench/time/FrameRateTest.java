package org.reelbench.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRateTest {

    private static final RationalTime DAY = RationalTime.ofSeconds(24 * 3600);
    private static final RationalTime INSTANT = RationalTime.of(1, 1_000_000_000);

    @ParameterizedTest
    @ValueSource(strings = { "24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "120" })
    void everyFrameOfADayBeginsAtItsTimeAndEndsAtTheNext(String text) {
        FrameRate rate = FrameRate.parse(text);
        long frames = rate.frameAt(DAY);
        for (long frame = 0; frame <= frames; frame += 1231) {
            checkFrame(rate, frame);
        }
        for (long frame = frames - 50; frame <= frames; frame++) {
            checkFrame(rate, frame);
        }
    }

    private static void checkFrame(FrameRate rate, long frame) {
        RationalTime start = rate.timeOf(frame);
        assertEquals(frame, rate.frameAt(start));
        assertEquals(frame, rate.frameAtOrAfter(start));
        assertEquals(frame, rate.nearestFrame(start));
        assertEquals(frame - 1, rate.frameAt(start.minus(INSTANT)));
        assertEquals(frame + 1, rate.frameAtOrAfter(start.plus(INSTANT)));
        assertEquals(frame, rate.frameAtOrAfter(start.minus(INSTANT)));
        assertEquals(rate.timeOf(frame + 1), start.plus(rate.frameDuration()));
    }

    @Test
    void aDayHasTheFramesTheRateSays() {
        assertEquals(2_071_528, FrameRate.of(24_000, 1001).frameAt(DAY));
        assertEquals(2_589_410, FrameRate.of(30_000, 1001).frameAt(DAY));
        assertEquals(5_178_821, FrameRate.of(60_000, 1001).frameAt(DAY));
        assertEquals(2_160_000, FrameRate.of(25, 1).frameAt(DAY));
    }

    @Test
    void theNearestFrameBeginsAtMostHalfAFrameAway() {
        FrameRate rate = FrameRate.of(25, 1);
        assertEquals(1, rate.nearestFrame(RationalTime.of(1, 50)));
        assertEquals(0, rate.nearestFrame(RationalTime.of(1, 50).minus(INSTANT)));
        assertEquals(0, rate.nearestFrame(RationalTime.of(-1, 50)));
    }

    @Test
    void framesBeforeZeroAreCountedDownwards() {
        FrameRate rate = FrameRate.of(30_000, 1001);
        assertEquals(-1, rate.frameAt(RationalTime.ZERO.minus(INSTANT)));
        assertEquals(RationalTime.of(-1001, 30_000), rate.timeOf(-1));
        assertEquals(0, rate.frameAtOrAfter(RationalTime.ZERO.minus(INSTANT)));
    }

    @Test
    void parsesWhatItPrints() {
        assertEquals("30000/1001", FrameRate.parse("30000/1001").toString());
        assertEquals("25", FrameRate.of(50, 2).toString());
        assertEquals(FrameRate.of(25, 2), FrameRate.parse("12.5"));
    }

    @Test
    void refusesARateThatIsNotAboveZero() {
        assertThrows(IllegalArgumentException.class, () -> FrameRate.of(0, 1));
        assertThrows(IllegalArgumentException.class, () -> FrameRate.of(-25, 1));
        assertThrows(IllegalArgumentException.class, () -> FrameRate.parse("ten"));
    }

    @Test
    void readsFramesTimesAndTimecodes() {
        FrameRate rate = FrameRate.of(25, 1);
        assertEquals(48, rate.parseFrame("48"));
        assertEquals(48, rate.parseFrame(" 48f "));
        assertEquals(-48, rate.parseFrame("-48f"));
        assertEquals(113, rate.parseFrame("4.5s"));
        assertEquals(-50, rate.parseFrame("-2s"));
        assertEquals(3 * 25 + 4, rate.parseFrame("00:00:03:04"));
        assertEquals(-1, rate.parseFrame("-00:00:00:01"));
        assertEquals(1800, FrameRate.of(30_000, 1001).parseFrame("00:01:00;02"));
    }

    @Test
    void refusesWhatIsNoFrame() {
        FrameRate rate = FrameRate.of(25, 1);
        for (String text : List.of("", "-", "--1", "f", "s", "1.5", "1.5f", "00:00:00:25", "00:00:02;00", "two",
                "99999999999999999999")) {
            assertThrows(IllegalArgumentException.class, () -> rate.parseFrame(text), text);
        }
    }
}
