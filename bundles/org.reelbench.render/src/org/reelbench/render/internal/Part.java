package org.reelbench.render.internal;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Fades;

/**
 * A stretch of one clip's sound in which its part of a crossfade is steady or moves evenly.
 *
 * @param clip the clip
 * @param voice where its samples come from
 * @param startSample the first sample in the sequence
 * @param endSample the sample after the last
 * @param loudness how loud the clip is
 * @param weightAtStart the crossfade's weight just before the first sample
 * @param weightAtEnd the weight just after the last
 */
record Part(Clip clip, Voice voice, long startSample, long endSample, Loudness loudness, double weightAtStart,
        double weightAtEnd) {

    boolean steady() {
        return weightAtStart == 1 && weightAtEnd == 1;
    }

    /** Tells whether the clip fades in or out. */
    boolean fades() {
        return !clip.fades().equals(Fades.NONE);
    }

    /** Tells whether both have the same samples at the same time. */
    boolean soundsAs(Part other) {
        return voice.equals(other.voice);
    }

    /** By how much the samples of a side are multiplied. */
    void factors(int channel, long firstSample, float[] factors, int count) {
        loudness.fill(channel, firstSample, factors, count);
        if (!steady()) {
            for (int i = 0; i < count; i++) {
                factors[i] = (float) (factors[i] * weightAt(firstSample + i));
            }
        }
    }

    /** The weight of one sample in a crossfade; of two clips that cross-fade, the weights add up to one. */
    double weightAt(long sample) {
        double place = (sample - startSample + 0.5) / (endSample - startSample);
        return weightAtStart + (weightAtEnd - weightAtStart) * place;
    }
}
