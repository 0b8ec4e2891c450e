package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.render.AudioRenderer;

/** The limiter at the output. */
class LimitedMixTest {

    private static final int RATE_HZ = 48_000;
    private static final double MINUS_1_DBFS = Math.pow(10, -1 / 20.0);

    /** A mix that is a function; the right side is half the left one. */
    private static final class Made implements AudioRenderer {

        private final LongToDoubleFunction wave;
        private boolean closed;

        Made(LongToDoubleFunction wave) {
            this.wave = wave;
        }

        @Override
        public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation) {
            cancellation.check();
            for (int i = 0; i < count; i++) {
                channels[0][offset + i] = (float) wave.applyAsDouble(firstSample + i);
                channels[1][offset + i] = channels[0][offset + i] / 2;
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void whatIsNotTooLoudIsLeftAsItIs() throws Exception {
        LongToDoubleFunction quiet = n -> 0.85 * Math.sin(n * 0.13);
        assertArrayEquals(read(new Made(quiet), -500, 60_000), limited(quiet, -500, 60_000));
    }

    @Test
    void farFromALoudPlaceNothingChanges() throws Exception {
        LongToDoubleFunction burst = n -> (n >= 100_000 && n < 101_000 ? 4 : 0.5) * Math.sin(n * 0.1);
        float[][] plain = read(new Made(burst), 0, 200_000);
        float[][] heard = limited(burst, 0, 200_000);
        for (int i = 0; i < 200_000; i++) {
            if (i < 100_000 - RATE_HZ / 100 || i > 101_000 + RATE_HZ / 2) {
                assertEquals(plain[0][i], heard[0][i], "sample " + i);
            }
        }
        assertTrue(Math.abs(heard[0][101_000 + RATE_HZ / 20]) < Math.abs(plain[0][101_000 + RATE_HZ / 20]), "it fades back");
    }

    @Test
    void hotMixesStayBelowTheirTruePeak() throws Exception {
        LongToDoubleFunction[] mixes = { n -> 8 * Math.sin(n * 0.05), n -> 1.2 * Math.sin(n * Math.PI / 2 + Math.PI / 4),
                n -> 3 * Math.sin(n * 2 * Math.PI * 19_000 / RATE_HZ + 0.3), n -> n == 5000 ? 20 : 0,
                n -> n / 3000 % 2 == 0 ? 3 : -3,
                n -> 4 * noise(n), n -> (1 + 3 * Math.abs(Math.sin(n / 700.0))) * (noise(n / 3) + Math.sin(n * 0.01)) };
        for (int m = 0; m < mixes.length; m++) {
            float[][] heard = limited(mixes[m], 0, 20_000);
            double peak = 0;
            for (float[] channel : heard) {
                peak = Math.max(peak, truePeak(channel));
            }
            assertTrue(peak <= MINUS_1_DBFS, "mix " + m + " rises to " + 20 * Math.log10(peak) + " dBFS");
            assertTrue(m == 3 || peak > MINUS_1_DBFS / 2, "mix " + m + " is turned down to " + peak);
        }
    }

    @Test
    void bothSidesAreTurnedDownAlike() throws Exception {
        float[][] heard = limited(n -> 5 * noise(n), 0, 20_000);
        for (int i = 0; i < 20_000; i++) {
            assertEquals(heard[0][i] / 2, heard[1][i], 1e-7f);
        }
    }

    @Test
    void anyRangeIsTheSameAsPartOfTheWhole() throws Exception {
        LongToDoubleFunction mix = n -> (n / 9000 % 3 == 0 ? 3 : 0.4) * noise(n / 2);
        float[][] whole = limited(mix, -100, 150_000);
        try (LimitedMix limiter = new LimitedMix(new Made(mix), RATE_HZ)) {
            for (int from : new int[] { 0, 70_000, 70_777, 3, 149_000, 31, 32, 99_999 }) {
                float[][] piece = read(limiter, from - 100, 777);
                for (int i = 0; i < 777; i++) {
                    assertEquals(whole[0][from + i], piece[0][i], "sample " + (from + i));
                }
            }
            float[][] pieces = new float[2][150_000];
            for (int at = 0; at < 150_000; at += 1001) {
                limiter.read(at - 100, pieces, at, Math.min(1001, 150_000 - at), new Cancellation());
            }
            assertArrayEquals(whole, pieces);
        }
    }

    @Test
    void goesOnAfterItWasCancelledAndClosesItsMix() throws Exception {
        Made made = new Made(n -> 3 * noise(n));
        float[][] whole = limited(n -> 3 * noise(n), 0, 3000);
        try (LimitedMix limiter = new LimitedMix(made, RATE_HZ)) {
            read(limiter, 0, 1000);
            Cancellation cancelled = new Cancellation();
            cancelled.cancel();
            assertThrows(CancelledException.class, () -> limiter.read(1000, new float[2][2000], 0, 2000, cancelled));
            assertEquals(whole[0][1000], read(limiter, 1000, 2000)[0][0]);
        }
        assertTrue(made.closed);
    }

    private static double noise(long n) {
        long hash = n * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 31;
        return (hash * 0xBF58476D1CE4E5B9L >> 40) / (double) (1 << 23);
    }

    private static float[][] limited(LongToDoubleFunction wave, long first, int count) throws Exception {
        try (LimitedMix limiter = new LimitedMix(new Made(wave), RATE_HZ)) {
            return read(limiter, first, count);
        }
    }

    private static float[][] read(AudioRenderer mix, long first, int count) throws Exception {
        float[][] samples = new float[2][count];
        mix.read(first, samples, 0, count, new Cancellation());
        return samples;
    }

    /** The highest value at sixteen places a sample, by a longer filter than the limiter's own. */
    private static double truePeak(float[] samples) {
        int reach = 64;
        double peak = 0;
        for (int place = 0; place < 16; place++) {
            double[] weights = new double[2 * reach];
            for (int i = 0; i < weights.length; i++) {
                double x = i - reach + 1 - place / 16.0;
                double window = Math.cos(Math.PI * x / (2 * reach));
                weights[i] = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x) * window * window;
            }
            for (int n = reach; n < samples.length - reach; n++) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * samples[n - reach + 1 + i];
                }
                peak = Math.max(peak, Math.abs(sum));
            }
        }
        return peak;
    }
}
