package org.reelbench.capture.internal.sound;

/**
 * Levels quiet and loud sound out: slowly up, quickly down, and never into noise.
 * <p>
 * One thread at a time.
 */
final class AutomaticGain {

    /** Speech at this level is pleasant and leaves room above: -20 dB of full scale. */
    private static final double TARGET = 0.1;
    private static final double LOUDEST = 0.95;
    /** Below this nobody speaks, and noise is not to be lifted: -50 dB. */
    private static final double SILENCE = 0.003;
    private static final double MOST_GAIN = 8;
    private static final double LEAST_GAIN = 0.25;
    private static final double RISE_SECONDS = 2;
    private static final double FALL_SECONDS = 0.1;
    private static final double LEVEL_SECONDS = 0.2;

    private final int sampleRateHz;
    private double power;
    private double gain = 1;

    AutomaticGain(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
    }

    /** Changes the first samples of all channels alike. */
    void apply(float[][] channels, int count) {
        double follow = 1 / (LEVEL_SECONDS * sampleRateHz);
        for (int i = 0; i < count; i++) {
            double loudest = 0;
            for (float[] channel : channels) {
                loudest = Math.max(loudest, Math.abs(channel[i]));
            }
            power += follow * (loudest * loudest - power);
            gain = next(Math.sqrt(power), loudest);
            for (float[] channel : channels) {
                channel[i] = (float) (channel[i] * gain);
            }
        }
    }

    private double next(double level, double loudest) {
        double aim = level < SILENCE ? gain : Math.clamp(TARGET / level, LEAST_GAIN, MOST_GAIN);
        double seconds = aim > gain ? RISE_SECONDS : FALL_SECONDS;
        double moved = gain + (aim - gain) / (seconds * sampleRateHz);
        return loudest * moved > LOUDEST ? LOUDEST / loudest : moved;
    }
}
