package org.reelbench.testcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Clicks are found to within two samples whatever else sounds, and nothing else is taken for one. */
class ClickTrackProperties {

    private static final boolean DEEP = "deep".equals(System.getProperty("reelbench.tier"));
    private static final int CASES = DEEP ? 3000 : 60;

    @Test
    void clicksAreFoundInNoiseAtAnyGainThroughAnyFilter() {
        long first = Long.getLong("reelbench.seed", DEEP ? System.nanoTime() : 1);
        for (long seed = first; seed < first + CASES; seed++) {
            Random random = new Random(seed);
            int rate = random.nextBoolean() ? 48_000 : 44_100;
            int source = random.nextInt(256);
            long start = random.nextLong(1L << 40) - (1L << 39);
            float[][] channels = new float[1][rate + rate / 2];
            ClickTrack.fill(source, rate, start, channels, 0, channels[0].length);
            float[] sound = channels[0];
            double noise = 0.12 * random.nextDouble();
            double gain = Math.pow(10, -2 * random.nextDouble());
            // A one-pole filter as dull speakers have it, without the delay that would move the clicks.
            double dull = 0.3 * random.nextDouble();
            double held = 0;
            for (int i = 0; i < sound.length; i++) {
                double sample = sound[i] + noise * random.nextGaussian();
                held += (sample - held) * (1 - dull);
                sound[i] = (float) Math.clamp(gain * held, -1, 1);
            }
            List<Click> clicks = ClickTrack.find(sound, start, rate);
            long expected = Math.ceilDiv(start, (long) rate) * rate;
            // A second click may lie partly beyond the end.
            int whole = expected + rate + rate * 40 / 1000 <= start + sound.length ? 2 : 1;
            String message = "seed " + seed + ": " + clicks;
            int begun = expected + rate < start + sound.length ? 2 : 1;
            // Of a click that goes on beyond the end, so much may be here that it is found, though not to the sample.
            assertTrue(whole <= clicks.size() && clicks.size() <= begun, message);
            for (int i = 0; i < whole; i++) {
                assertEquals(source % ClickTrack.VOICES, clicks.get(i).voice(), message);
                assertEquals(0, clicks.get(i).samplePosition() - expected - (double) i * rate, 2, message);
                assertEquals(20 * Math.log10(gain), clicks.get(i).gainDb(), 3, message);
            }
        }
    }
}
