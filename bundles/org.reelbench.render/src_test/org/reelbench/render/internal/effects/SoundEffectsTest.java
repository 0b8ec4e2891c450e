package org.reelbench.render.internal.effects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.SoundProcessor;

/** What the built-in effects do to sound. */
class SoundEffectsTest {

    private static final int RATE_HZ = 48_000;

    @Test
    void effectsThatShallDoNothingDoNothing() throws Exception {
        Map<EffectProvider, Map<String, Object>> idle = Map.of(new Gain(), Map.of(), new Equalizer(), Map.of(), new Compressor(),
                Map.of("ratio", 1.0), new Limiter(), Map.of("ceilingDb", 0.0), new Reverb(), Map.of("mix", 0.0));
        for (Map.Entry<EffectProvider, Map<String, Object>> effect : idle.entrySet()) {
            float[][] sound = made(20_000, n -> 0.5 * noise(n));
            assertArrayEquals(sound[0], apply(effect.getKey(), effect.getValue(), sound)[0],
                    effect.getKey().descriptor().id());
        }
    }

    @Test
    void gainIsInDecibels() throws Exception {
        float[][] heard = apply(new Gain(), Map.of("gainDb", -6.0206), made(100, _ -> 0.8));
        assertEquals(0.4, heard[1][99], 1e-5);
    }

    @ParameterizedTest
    @CsvSource({ "lowDb, 12, 20, 12, 1", "lowDb, 12, 2000, 0, 0.3", "midDb, -18, 1000, -18, 0.1", "midDb, 9, 60, 0, 0.3",
            "highDb, 6, 16000, 6, 0.5", "highDb, -12, 300, 0, 0.3", "lowCutHz, 200, 200, -3, 0.1", "lowCutHz, 200, 50, -24, 1",
            "highCutHz, 2000, 2000, -3, 0.1", "highCutHz, 2000, 8000, -26, 2.5" })
    void theEqualizerRaisesAndLowersItsBands(String parameter, double value, double hz, double gainDb, double errorDb)
            throws Exception {
        float[][] heard = apply(new Equalizer(), Map.of(parameter, value), made(2 * RATE_HZ, sine(hz, 0.1)));
        assertEquals(gainDb, levelDb(heard[0], RATE_HZ, RATE_HZ) - levelDb(0.1), errorDb);
    }

    @ParameterizedTest
    @CsvSource({ "0, 4, -20, -15", "-10, 4, -20, -17.5", "-30, 4, -20, -30", "-6, 20, -12, -11.7" })
    void theCompressorTurnsDownWhatIsAboveItsThreshold(double inDb, double ratio, double thresholdDb, double outDb)
            throws Exception {
        // A constant is as loud at every sample, so that attack and release do not matter in the end.
        float[][] heard = apply(new Compressor(), Map.of("ratio", ratio, "thresholdDb", thresholdDb, "kneeDb", 0.0),
                made(RATE_HZ, _ -> Math.pow(10, inDb / 20)));
        assertEquals(outDb, 20 * Math.log10(heard[0][RATE_HZ - 1]), 0.05);
    }

    @Test
    void theCompressorFollowsWithinItsAttackAndRelease() throws Exception {
        float[][] heard = apply(new Compressor(), Map.of("ratio", 20.0, "thresholdDb", -40.0, "kneeDb", 0.0, "attackMs", 50.0,
                "releaseMs", 500.0), made(3 * RATE_HZ, n -> n < RATE_HZ ? 1 : 0.001));
        double fullDb = 38;
        assertEquals(-0.9 * fullDb, 20 * Math.log10(heard[0][RATE_HZ / 20]), 0.2);
        assertEquals(-60 - 0.1 * fullDb, 20 * Math.log10(heard[0][RATE_HZ + RATE_HZ / 2]), 0.2);
    }

    @Test
    void theLimiterKeepsItsCeilingAndLeavesTheRest() throws Exception {
        float[][] sound = made(2 * RATE_HZ, n -> n / 20_000 % 2 == 0 ? 0.2 * noise(n) : 3 * noise(n));
        float[][] heard = apply(new Limiter(), Map.of("ceilingDb", -6.0, "releaseMs", 100.0), sound);
        float highest = 0;
        for (int i = 0; i < heard[0].length; i++) {
            highest = Math.max(highest, Math.abs(heard[0][i]));
            if (i < 19_000) {
                assertEquals(sound[0][i], heard[0][i], "sample " + i);
            }
        }
        assertTrue(highest <= Math.pow(10, -6 / 20.0) && highest > 0.25, "it rises to " + highest);
    }

    @Test
    void theReverbDecaysInItsTime() throws Exception {
        for (double seconds : new double[] { 0.5, 2 }) {
            float[][] heard = apply(new Reverb(), Map.of("decaySeconds", seconds, "mix", 1.0, "damping", 0.0),
                    made((int) (RATE_HZ * (seconds + 1)), n -> n < 2000 ? noise(n) : 0));
            int window = RATE_HZ / 10;
            double early = levelDb(heard[0], RATE_HZ / 5, window);
            double late = levelDb(heard[0], (int) (RATE_HZ * (0.2 + seconds / 2)), window);
            assertEquals(-30, late - early, 3, seconds + " s");
            assertTrue(levelDb(heard[0], 0, 100) < -60, "it begins after its delay");
        }
    }

    @Test
    void noiseIsTakenAwayAndWhatComesAndGoesIsKept() throws Exception {
        // Bursts of a tone over steady noise, 30 dB below.
        IntToDoubleFunction bursts = n -> n / 12_000 % 2 == 0 ? 0.3 * Math.sin(n * 0.1) : 0;
        IntToDoubleFunction hiss = n -> 0.0067 * 1.73 * noise(n);
        float[][] heard = apply(new NoiseReduction(), Map.of("reductionDb", 20.0),
                made(6 * RATE_HZ, n -> bursts.applyAsDouble(n) + hiss.applyAsDouble(n)));
        double noiseDb = 0;
        double toneDb = 0;
        for (int burst = 16; burst < 22; burst += 2) {
            toneDb += levelDb(heard[0], burst * 12_000 + 3000, 6000) / 3;
            noiseDb += levelDb(heard[0], burst * 12_000 + 12_000 + 7000, 4000) / 3;
        }
        assertEquals(levelDb(0.3), toneDb, 1, "the tone");
        assertTrue(noiseDb < 20 * Math.log10(0.0067) - 12, "noise is left at " + noiseDb + " dB");
    }

    private static IntToDoubleFunction sine(double hz, double level) {
        return n -> level * Math.sin(2 * Math.PI * hz * n / RATE_HZ);
    }

    private static double noise(long n) {
        long hash = n * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 31;
        return (hash * 0xBF58476D1CE4E5B9L >> 40) / (double) (1 << 23);
    }

    private static float[][] made(int count, IntToDoubleFunction wave) {
        float[][] made = new float[2][count];
        for (int i = 0; i < count; i++) {
            made[0][i] = (float) wave.applyAsDouble(i);
            made[1][i] = made[0][i];
        }
        return made;
    }

    /** The level of a sine of an amplitude. */
    private static double levelDb(double amplitude) {
        return 20 * Math.log10(amplitude / Math.sqrt(2));
    }

    private static double levelDb(float[] samples, int from, int count) {
        double power = 1e-20;
        for (int i = from; i < from + count; i++) {
            power += samples[i] * samples[i];
        }
        return 10 * Math.log10(power / count);
    }

    /** What is heard of a sound, without the delay of an effect that looks ahead. */
    private static float[][] apply(EffectProvider effect, Map<String, Object> values, float[][] sound) throws Exception {
        try (SoundProcessor processor = (SoundProcessor) effect.create(effect.descriptor().check(values))) {
            processor.prepare(RATE_HZ, 2);
            processor.reset(0);
            int late = (int) processor.reach().ahead();
            float[][] heard = new float[2][sound[0].length + late];
            for (int c = 0; c < 2; c++) {
                System.arraycopy(sound[c], 0, heard[c], 0, sound[c].length);
            }
            processor.process(heard, 0, heard[0].length);
            float[][] shifted = new float[2][sound[0].length];
            for (int c = 0; c < 2; c++) {
                System.arraycopy(heard[c], late, shifted[c], 0, shifted[c].length);
            }
            return shifted;
        }
    }
}
