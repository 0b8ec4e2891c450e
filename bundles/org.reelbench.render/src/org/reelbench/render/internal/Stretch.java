package org.reelbench.render.internal;

import java.util.List;

/**
 * A stretch of a mix in which nothing begins or ends.
 *
 * @param startSample its first sample in the sequence
 * @param endSample the sample after its last
 * @param parts what sounds all the time, in the order of the tracks
 */
record Stretch(long startSample, long endSample, List<Part> parts) {

    boolean contains(long sample) {
        return sample >= startSample && sample < endSample;
    }
}
