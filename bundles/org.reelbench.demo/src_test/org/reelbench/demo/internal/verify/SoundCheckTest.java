package org.reelbench.demo.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reelbench.testcard.Click;
import org.reelbench.testcard.ClickTrack;

class SoundCheckTest {

    private static final int RATE_HZ = 48_000;

    private final SoundCheck check = new SoundCheck();

    @Test
    void clicksInPlaceAreCounted() {
        check.compare(found(0, 2), expected(2, 0, 1, 2));
        assertEquals(List.of(), check.deviations());
        assertEquals(3, check.verified());
        assertEquals(0, check.greatestErrorSamples());
    }

    @Test
    void clicksOfTwoSourcesAreToldApart() {
        check.check(sound(2, 5), IntStream.range(0, 3).boxed()
                .flatMap(second -> List.of(click(2, second), click(5, second)).stream()).toList());
        assertEquals(List.of(), check.deviations());
        assertEquals(6, check.verified());
    }

    @Test
    void aMillisecondIsStillInPlace() {
        check.compare(found(48, 2), expected(2, 0, 1, 2));
        assertEquals(List.of(), check.deviations());
        assertEquals(48, check.greatestErrorSamples());
    }

    @Test
    void moreThanAMillisecondIsADeviation() {
        check.compare(found(49, 2), expected(2, 0, 1, 2));
        assertEquals(0, check.verified());
        assertEquals(List.of("49 samples away", "49 samples away", "49 samples away"),
                check.deviations().stream().map(Deviation::found).toList());
    }

    @Test
    void aMissingClickIsADeviation() {
        check.compare(found(0, 2),
                List.of(click(2, 0), click(2, 1), click(2, 2), new ExpectedClick(2, 2 * RATE_HZ + 20_000, true)));
        assertEquals(List.of(new Deviation("sound at 2.417 s", "click of source 2", "none")), check.deviations());
    }

    @Test
    void aClickThatShouldNotBeThereIsADeviation() {
        check.compare(found(0, 2), expected(2, 0, 2));
        assertEquals(List.of(new Deviation("sound at 1.000 s", "no click", "one of voice 2")), check.deviations());
    }

    @Test
    void anUncertainClickMayBeThereOrNot() {
        check.compare(found(0, 2),
                List.of(click(2, 0), new ExpectedClick(2, RATE_HZ, false), click(2, 2), new ExpectedClick(3, RATE_HZ, false)));
        assertEquals(List.of(), check.deviations());
        assertEquals(2, check.verified());
    }

    @Test
    void silenceMissesEveryClick() {
        check.check(new float[3 * RATE_HZ], expected(2, 0, 1, 2));
        assertEquals(3, check.deviations().size());
        assertTrue(check.deviations().stream().allMatch(d -> d.found().equals("none")));
    }

    /** The clicks of three seconds of a source that is late. */
    private static List<Click> found(long lateSamples, int source) {
        return IntStream.range(0, 3).mapToObj(second -> new Click(source, (long) second * RATE_HZ + lateSamples, 0, 1)).toList();
    }

    /** Three seconds of some sources. */
    private static float[] sound(int... sources) {
        float[] mixed = new float[3 * RATE_HZ];
        for (int source : sources) {
            float[][] one = new float[1][mixed.length];
            ClickTrack.fill(source, RATE_HZ, 0, one, 0, mixed.length);
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] += one[0][i];
            }
        }
        return mixed;
    }

    private static List<ExpectedClick> expected(int source, int... seconds) {
        return IntStream.of(seconds).mapToObj(second -> click(source, second)).toList();
    }

    private static ExpectedClick click(int source, int second) {
        return new ExpectedClick(source, (long) second * RATE_HZ, true);
    }
}
