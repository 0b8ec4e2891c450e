package org.reelbench.render.internal;

import org.reelbench.time.FrameRate;

/**
 * Where samples of a sequence lie among its frames. Told in whole steps of a 2²⁰th of a frame, which doubles hold exactly: a
 * value that a curve has there is the same bit for bit when clip and sample have moved along, and when a clip was cut.
 *
 * @param perSample how many of the smallest parts that samples and frames have in common a sample lasts
 * @param perFrame how many of them a frame lasts
 */
record FramesOfSamples(long perSample, long perFrame) {

    private static final int STEP_BITS = 20;

    static FramesOfSamples of(FrameRate rate, int sampleRateHz) {
        return new FramesOfSamples(rate.framesPerSecond().numerator(), sampleRateHz * rate.framesPerSecond().denominator());
    }

    /** The frame that a sample lies in, and how far in it. */
    double frameAt(long sample) {
        long parts = sample * perSample;
        long steps = Math.floorDiv(Math.floorMod(parts, perFrame) << STEP_BITS, perFrame);
        return Math.floorDiv(parts, perFrame) + (double) steps / (1L << STEP_BITS);
    }
}
