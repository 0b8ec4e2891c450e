package org.reelbench.demo.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.demo.internal.film.Sounding;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Expected positions are written as worked out by hand. */
class SoundExpectationTest {

    private final SoundExpectation expectation = new SoundExpectation(FrameRate.of(30, 1));

    @Test
    void fullSecondsOfTheSourceAreHeardWhereTheClipPutsThem() {
        assertEquals(List.of(click(3, 168_000), click(3, 216_000)), clicks(new Sounding(3, 90, 150, time("2.5s"), 0, 0)));
    }

    @Test
    void aClickOnTheFirstSampleIsHeardAndOneOnTheEndIsNot() {
        assertEquals(List.of(click(1, 0), click(1, 48_000)), clicks(new Sounding(1, 0, 60, time("0s"), 0, 0)));
    }

    @Test
    void aClickThatTheCutDividesMayBeHeard() {
        // The first begins 20 ms before the clip, the last 20 ms before its end.
        assertEquals(List.of(new ExpectedClick(1, -960, false), click(1, 47_040), new ExpectedClick(1, 95_040, false)),
                clicks(new Sounding(1, 0, 60, time("0.02s"), 0, 0)));
    }

    @Test
    void aPositionBetweenSamplesIsRounded() {
        assertEquals(List.of(click(1, 32_000)), clicks(new Sounding(1, 0, 30, time("1/3s"), 0, 0)));
        assertEquals(List.of(click(1, 41_143)), clicks(new Sounding(1, 0, 30, time("1/7s"), 0, 0)));
    }

    @Test
    void handlesAreHeardInACrossFade() {
        // From 4.6 s to 5.4 s: source 1 goes, source 2 comes from its 0.85 s on; its click at 4.75 s has 19 % of its level.
        List<ExpectedClick> clicks = clicks(new Sounding(1, 0, 150, time("0s"), 0, 12),
                new Sounding(2, 150, 180, time("1.25s"), 12, 0));
        assertEquals(
                List.of(click(1, 0), click(1, 48_000), click(1, 96_000), click(1, 144_000), click(1, 192_000), click(2, 228_000),
                        click(1, 240_000), click(2, 276_000)),
                clicks);
    }

    @Test
    void aClickNearTheEndOfAFadeMayBeTooFaint() {
        assertEquals(List.of(new ExpectedClick(2, 224_640, false), click(2, 272_640)),
                clicks(new Sounding(2, 150, 180, time("1.32s"), 12, 0)));
    }

    private List<ExpectedClick> clicks(Sounding... sounds) {
        return expectation.clicks(List.of(sounds));
    }

    private static ExpectedClick click(int source, long sample) {
        return new ExpectedClick(source, sample, true);
    }

    private static RationalTime time(String text) {
        return RationalTime.parse(text);
    }
}
