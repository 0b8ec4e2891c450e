package org.reelbench.capture.internal.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AutomaticGainTest {

    private static final int RATE_HZ = 48_000;

    private final AutomaticGain gain = new AutomaticGain(RATE_HZ);

    @Test
    void quietSoundIsLifted() {
        assertTrue(after(0.02, 10) > 0.06);
    }

    @Test
    void loudSoundIsLowered() {
        assertTrue(after(0.8, 10) < 0.4);
    }

    @Test
    void nothingEverExceedsFullScaleHoweverSuddenlyItGrows() {
        after(0.01, 20);
        assertTrue(after(1, 1) <= 0.951);
    }

    @Test
    void silenceIsNotLifted() {
        assertEquals(0.001, after(0.001, 10), 0.0001);
    }

    @Test
    void channelsKeepTheirBalance() {
        float[][] sound = { tone(0.02, RATE_HZ), tone(0.01, RATE_HZ) };
        gain.apply(sound, RATE_HZ);
        assertEquals(2, sound[0][RATE_HZ - 7] / sound[1][RATE_HZ - 7], 0.001);
    }

    /** The peak of the last tenth of a second after so many seconds of a tone. */
    private double after(double level, int seconds) {
        double peak = 0;
        for (int second = 0; second < seconds; second++) {
            float[] sound = tone(level, RATE_HZ);
            gain.apply(new float[][] { sound }, sound.length);
            peak = 0;
            for (int i = second < seconds - 1 || seconds > 1 ? sound.length * 9 / 10 : 0; i < sound.length; i++) {
                peak = Math.max(peak, Math.abs(sound[i]));
            }
        }
        return peak;
    }

    private static float[] tone(double level, int count) {
        float[] sound = new float[count];
        for (int i = 0; i < count; i++) {
            sound[i] = (float) (level * Math.sin(2 * Math.PI * 440 * i / RATE_HZ));
        }
        return sound;
    }
}
