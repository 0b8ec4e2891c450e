package org.reelbench.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTimeTest {

    private static final long DAY_SECONDS = 24 * 3600;

    @Test
    void timesOfDifferentRatesAddAndCompareExactly() {
        RationalTime frame = RationalTime.of(1001, 30_000);
        RationalTime sample = RationalTime.of(1, 48_000);
        assertEquals(RationalTime.of(8013, 240_000), frame.plus(sample));
        assertEquals(frame, frame.plus(sample).minus(sample));
        assertEquals(RationalTime.of(1001, 15_000), frame.times(Rational.of(2)));
        assertEquals(RationalTime.of(1, 25), RationalTime.of(1920, 48_000));
        assertTrue(frame.isAfter(RationalTime.of(1, 30)));
        assertTrue(RationalTime.of(1, 30).isBefore(frame));
        assertFalse(frame.isBefore(RationalTime.of(2002, 60_000)));
    }

    @ParameterizedTest
    @ValueSource(longs = { 44_100, 48_000, 96_000, 90_000, 1_000_000_000 })
    void everyTickOfADayIsFoundAgain(long rateHz) {
        long dayTicks = DAY_SECONDS * rateHz;
        for (long tick = 0; tick <= dayTicks; tick += dayTicks / 997 + 1) {
            RationalTime time = RationalTime.of(tick, rateHz);
            assertEquals(tick, time.ticksFloor(rateHz));
            assertEquals(tick, time.ticksRound(rateHz));
            assertEquals(tick - 1, time.minus(RationalTime.of(1, 3 * rateHz)).ticksFloor(rateHz));
            assertEquals(tick, time.minus(RationalTime.of(1, 3 * rateHz)).ticksRound(rateHz));
        }
        assertEquals(dayTicks, RationalTime.ofSeconds(DAY_SECONDS).ticksFloor(rateHz));
    }

    @ParameterizedTest
    @ValueSource(longs = { 24_000, 30_000, 60_000 })
    void framesAndSamplesOfADayKeepStepWithoutARoundingError(long numerator) {
        FrameRate rate = FrameRate.of(numerator, 1001);
        RationalTime sum = RationalTime.ofSeconds(DAY_SECONDS - 100);
        RationalTime start = sum;
        for (int frame = 1; frame <= 3000; frame++) {
            sum = sum.plus(rate.frameDuration());
            assertEquals(rate.timeOf(frame), sum.minus(start));
        }
        long samples = 0;
        long frames = rate.frameAt(RationalTime.ofSeconds(DAY_SECONDS));
        for (long frame = frames - 1000; frame < frames; frame++) {
            samples += rate.timeOf(frame + 1).ticksRound(44_100) - rate.timeOf(frame).ticksRound(44_100);
        }
        assertEquals(rate.timeOf(frames).ticksRound(44_100) - rate.timeOf(frames - 1000).ticksRound(44_100), samples);
    }

    @Test
    void fiveFramesAt2997AreExactly8008SamplesAt48kHz() {
        FrameRate rate = FrameRate.of(30_000, 1001);
        for (long frame = 0; frame < 2_589_410; frame += 5 * 1999) {
            assertEquals(frame / 5 * 8008, rate.timeOf(frame).ticksFloor(48_000));
            assertEquals(RationalTime.of(frame / 5 * 8008, 48_000), rate.timeOf(frame));
        }
    }

    @Test
    void aHalfTickRoundsUp() {
        assertEquals(1, RationalTime.of(1, 96_000).ticksRound(48_000));
        assertEquals(0, RationalTime.of(-1, 96_000).ticksRound(48_000));
        assertEquals(-1, RationalTime.of(-1, 96_000).ticksFloor(48_000));
    }

    @Test
    void parsesWhatItPrints() {
        for (RationalTime time : new RationalTime[] { RationalTime.ZERO, RationalTime.ofSeconds(2), RationalTime.of(1001, 30_000),
                RationalTime.of(-3, 7) }) {
            assertEquals(time, RationalTime.parse(time.toString()));
        }
        assertEquals("1001/30000s", RationalTime.of(1001, 30_000).toString());
        assertEquals(RationalTime.of(3, 2), RationalTime.parse("1.5s"));
    }

    @Test
    void refusesATimeWithoutItsUnit() {
        assertThrows(NumberFormatException.class, () -> RationalTime.parse("2"));
        assertThrows(NumberFormatException.class, () -> RationalTime.parse("s"));
        assertThrows(NumberFormatException.class, () -> RationalTime.parse("2ms"));
    }

    @Test
    void tellsTheSign() {
        assertEquals(-1, RationalTime.of(-1, 2).signum());
        assertEquals(0, RationalTime.ZERO.signum());
        assertEquals(1, RationalTime.of(1, 2).signum());
    }
}
