package org.reelbench.testcard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickTrackTest {

    private static final int RATE = 48_000;

    private static float[] sound(int source, int sampleRateHz, long firstSample, int count) {
        float[][] channels = new float[1][count];
        ClickTrack.fill(source, sampleRateHz, firstSample, channels, 0, count);
        return channels[0];
    }

    private static float[] mixed(float[] first, float[] second, double gainOfSecond) {
        float[] sum = first.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (second[i] * gainOfSecond);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = { 8000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000 })
    void clicksLieOnFullSecondsAtEveryRate(int rate) {
        float[] sound = sound(5, rate, 0, 2 * rate + rate / 2);
        assertEquals(List.of(0L, (long) rate, 2L * rate), ClickTrack.clicks(sound, 0, rate));
    }

    @Test
    void everyVoiceIsFoundAsItselfAtItsGain() {
        for (int source = 0; source < 2 * ClickTrack.VOICES; source++) {
            List<Click> clicks = ClickTrack.find(sound(source, RATE, 0, RATE), 0, RATE);
            assertEquals(1, clicks.size(), "source " + source);
            Click click = clicks.getFirst();
            assertEquals(source % ClickTrack.VOICES, click.voice());
            assertEquals(0, click.samplePosition());
            assertEquals(0, click.gainDb(), 0.1);
            assertTrue(click.match() > 0.98, click::toString);
        }
    }

    @Test
    void positionsCountFromWhereTheSoundBegins() {
        long tenHours = 36_000L * RATE;
        float[] late = sound(1, RATE, tenHours + 100, RATE + 4000);
        assertEquals(List.of(tenHours + RATE), ClickTrack.clicks(late, tenHours + 100, RATE));
        assertEquals(List.of(-2L * RATE, (long) -RATE), ClickTrack.clicks(sound(1, RATE, -2 * RATE, 2 * RATE), -2 * RATE, RATE));
    }

    @Test
    void piecesFitTogetherWhateverTheirBorders() {
        float[] whole = sound(7, 44_100, 1000, 100_000);
        float[][] pieces = new float[2][100_000];
        int at = 0;
        for (int count : new int[] { 1, 1023, 44_100, 0, 40_000, 14_876 }) {
            ClickTrack.fill(7, 44_100, 1000 + at, pieces, at, count);
            at += count;
        }
        assertArrayEquals(whole, pieces[0]);
        assertArrayEquals(whole, pieces[1]);
    }

    @Test
    void oneSourceLeavesHeadroomForAnother() {
        for (int source = 0; source < 80; source++) {
            float most = 0;
            for (float sample : sound(source, RATE, 0, RATE)) {
                most = Math.max(most, Math.abs(sample));
            }
            assertTrue(most > 0.2 && most < 0.5, "source " + source + " reaches " + most);
        }
    }

    @Test
    void sourcesThatClickTogetherAreAllFound() {
        float[] sum = new float[3 * RATE];
        int[] sources = { 0, 5, 9, 14 };
        for (int source : sources) {
            sum = mixed(sum, sound(source, RATE, 0, sum.length), 1);
        }
        assertEquals(12, ClickTrack.clicks(sum, 0, RATE).size());
        for (int source : sources) {
            List<Long> positions = ClickTrack.clicksOf(source, sum, 0, RATE);
            assertEquals(3, positions.size(), "source " + source);
            for (int i = 0; i < 3; i++) {
                assertEquals((double) i * RATE, positions.get(i), 2, "source " + source);
            }
        }
        assertEquals(List.of(), ClickTrack.clicksOf(3, sum, 0, RATE));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 30, 240, 1000, 1900, 2000, 5000, 24_000 })
    void sourcesThatClickAtDifferentTimesAreToldApart(int distance) {
        float[] sum = mixed(sound(3, RATE, 0, 2 * RATE), sound(12, RATE, -distance, 2 * RATE), 0.5);
        assertEquals(List.of(0L, (long) RATE), ClickTrack.clicksOf(3, sum, 0, RATE));
        List<Click> later = ClickTrack.find(sum, 0, RATE).stream().filter(c -> c.voice() == 12).toList();
        assertEquals(2, later.size());
        for (int i = 0; i < 2; i++) {
            assertEquals(distance + (double) i * RATE, later.get(i).samplePosition(), 1);
            assertEquals(-6, later.get(i).gainDb(), 0.3);
        }
    }

    @Test
    void oneSourceOnTwoTracksApartIsFoundTwice() {
        float[] sum = mixed(sound(3, RATE, 0, RATE), sound(3, RATE, -1000, RATE), 1);
        assertEquals(List.of(0L, 1000L), ClickTrack.clicks(sum, 0, RATE));
    }

    @Test
    void clicksAtTheSoundsEdgesCountOnlyWhole() {
        assertEquals(List.of(), ClickTrack.clicks(sound(2, RATE, 40, RATE - 40), 40, RATE));
        assertEquals(List.of(0L), ClickTrack.clicks(sound(2, RATE, 0, 1920), 0, RATE));
        assertEquals(List.of(), ClickTrack.clicks(sound(2, RATE, 0, 1700), 0, RATE));
        assertEquals(List.of(), ClickTrack.clicks(new float[0], 0, RATE));
    }

    @Test
    void silenceHumAndNoiseHaveNoClicks() {
        Random random = new Random(3);
        float[] hum = new float[10 * RATE];
        float[] noise = new float[10 * RATE];
        for (int i = 0; i < noise.length; i++) {
            hum[i] = (float) (0.5 * Math.sin(i * 2 * Math.PI * 1000 / RATE));
            noise[i] = (float) (0.2 * random.nextGaussian());
        }
        assertEquals(List.of(), ClickTrack.find(new float[RATE], 0, RATE));
        assertEquals(List.of(), ClickTrack.find(hum, 0, RATE));
        assertEquals(List.of(), ClickTrack.find(noise, 0, RATE));
    }

    @Test
    void lookingDoesNotChangeTheSound() {
        float[] sound = sound(4, RATE, 0, RATE);
        float[] before = sound.clone();
        ClickTrack.find(sound, 0, RATE);
        assertArrayEquals(before, sound);
    }

    @Test
    void theToneBelowTellsTheSource() {
        // Between clicks there is the tone alone; its zero crossings count its waves.
        assertEquals(131, risesPerSecond(sound(0, RATE, RATE / 10, RATE / 2)), 2);
        assertEquals(440, risesPerSecond(sound(9, RATE, RATE / 10, RATE / 2)), 2);
    }

    private static double risesPerSecond(float[] sound) {
        int rises = 0;
        for (int i = 1; i < sound.length; i++) {
            rises += sound[i - 1] < 0 && sound[i] >= 0 ? 1 : 0;
        }
        return rises * (double) RATE / sound.length;
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        float[][] channels = new float[2][10];
        assertThrows(IllegalArgumentException.class, () -> ClickTrack.fill(-1, RATE, 0, channels, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> ClickTrack.fill(0, 7999, 0, channels, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> ClickTrack.find(new float[10], 0, 400_000));
        assertThrows(IllegalArgumentException.class, () -> ClickTrack.clicksOf(-1, new float[10], 0, RATE));
        assertThrows(IndexOutOfBoundsException.class, () -> ClickTrack.fill(0, RATE, 0, channels, 5, 6));
    }
}
