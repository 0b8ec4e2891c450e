package org.reelbench.render.internal;

import java.util.Arrays;

import org.reelbench.render.AudioRenderer;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;

/**
 * How loud the two sides of a clip's sound are: its gain, turned down on the side that it is panned away from, and its fades,
 * which are taken at every sample. Animated values are taken at every {@value #STEP_SAMPLES}th sample, counted from the start of
 * the clip's content, and go straight in between, so that nothing clicks and the samples do not depend on how a range is cut into
 * calls, nor on where the clip lies.
 *
 * @param clip the clip
 * @param startFrame the sequence frame it starts at
 * @param anchor the sample of the sequence at which the clip's content begins
 * @param frames where samples lie among frames
 */
record Loudness(Clip clip, long startFrame, long anchor, FramesOfSamples frames) {

    private static final int STEP_SAMPLES = 64;

    /** Tells whether it is the same for all samples. */
    boolean isSteady() {
        return !clip.curves().containsKey(Animated.GAIN_DB) && !clip.curves().containsKey(Animated.PAN);
    }

    /** The factors of a side for samples in order. */
    void fill(int channel, long firstSample, float[] factors, int count) {
        if (isSteady()) {
            Arrays.fill(factors, 0, count, (float) at(channel, firstSample));
        } else {
            follow(channel, firstSample, factors, count);
        }
        if (fadeAt(firstSample) < 1 || fadeAt(firstSample + count - 1) < 1) {
            for (int i = 0; i < count; i++) {
                factors[i] = (float) (factors[i] * fadeAt(firstSample + i));
            }
        }
    }

    private void follow(int channel, long firstSample, float[] factors, int count) {
        long step = Math.floorDiv(firstSample - anchor, STEP_SAMPLES);
        double left = at(channel, anchor + step * STEP_SAMPLES);
        double right = at(channel, anchor + (step + 1) * STEP_SAMPLES);
        for (int i = 0; i < count; i++) {
            long inStep = firstSample + i - anchor - step * STEP_SAMPLES;
            if (inStep == STEP_SAMPLES) {
                step++;
                inStep = 0;
                left = right;
                right = at(channel, anchor + (step + 1) * STEP_SAMPLES);
            }
            factors[i] = (float) (left + (right - left) * inStep / STEP_SAMPLES);
        }
    }

    /** How much of a sample the fades at the clip's ends leave, as in its middle. */
    private double fadeAt(long sample) {
        double middle = (frames.frameAt(sample) + frames.frameAt(sample + 1)) / 2;
        return clip.fades().weightAt(middle - startFrame, clip.durationFrames());
    }

    private double at(int channel, long sample) {
        double frame = isSteady() ? 0 : frames.frameAt(sample) - startFrame;
        double gainDb = clip.valueAt(Animated.GAIN_DB, frame);
        double pan = clip.valueAt(Animated.PAN, frame);
        double side = Math.min(1, channel == AudioRenderer.CHANNELS - 1 ? 1 + pan : 1 - pan);
        return gainDb == 0 ? side : side * Math.pow(10, gainDb / 20);
    }
}
