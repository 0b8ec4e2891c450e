package org.reelbench.render.internal;

import java.util.Arrays;

import org.reelbench.render.AudioRenderer;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;

/**
 * How loud the two sides of a clip's sound are: its gain, turned down on the side that it is panned away from. Animated values
 * are taken at every {@value #STEP_SAMPLES}th sample of the sequence and go straight in between, so that nothing clicks and the
 * samples do not depend on how a range is cut into calls.
 *
 * @param clip the clip
 * @param startFrame the sequence frame it starts at
 * @param rate the sequence's rate
 * @param sampleRateHz the rate of the mix
 */
record Loudness(Clip clip, long startFrame, FrameRate rate, int sampleRateHz) {

    private static final int STEP_SAMPLES = 64;

    /** Tells whether it is the same for all samples. */
    boolean isSteady() {
        return !clip.curves().containsKey(Animated.GAIN_DB) && !clip.curves().containsKey(Animated.PAN);
    }

    /** The factors of a side for samples in order. */
    void fill(int channel, long firstSample, float[] factors, int count) {
        if (isSteady()) {
            Arrays.fill(factors, 0, count, (float) at(channel, firstSample));
            return;
        }
        long step = Math.floorDiv(firstSample, STEP_SAMPLES);
        double left = at(channel, step * STEP_SAMPLES);
        double right = at(channel, (step + 1) * STEP_SAMPLES);
        for (int i = 0; i < count; i++) {
            long inStep = firstSample + i - step * STEP_SAMPLES;
            if (inStep == STEP_SAMPLES) {
                step++;
                inStep = 0;
                left = right;
                right = at(channel, (step + 1) * STEP_SAMPLES);
            }
            factors[i] = (float) (left + (right - left) * inStep / STEP_SAMPLES);
        }
    }

    private double at(int channel, long sample) {
        double frame = isSteady() ? 0 : sample * rate.framesPerSecond().toDouble() / sampleRateHz - startFrame;
        double gainDb = clip.valueAt(Animated.GAIN_DB, frame);
        double pan = clip.valueAt(Animated.PAN, frame);
        double side = Math.min(1, channel == AudioRenderer.CHANNELS - 1 ? 1 + pan : 1 - pan);
        return gainDb == 0 ? side : side * Math.pow(10, gainDb / 20);
    }
}
