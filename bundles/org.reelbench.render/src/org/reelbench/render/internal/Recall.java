package org.reelbench.render.internal;

import org.reelbench.render.AudioRenderer;

/** The last samples that went by, so that what begins anew a little earlier need not read them again. */
final class Recall {

    private final float[][] ring;
    private final int mask;
    private long start;
    private long end;

    /**
     * Creates a memory.
     *
     * @param samples how many are remembered at least
     */
    Recall(int samples) {
        int size = Integer.highestOneBit(Math.max(1, samples - 1)) << 1;
        ring = new float[AudioRenderer.CHANNELS][size];
        mask = size - 1;
    }

    /** Remembers samples; where they do not follow the last ones, those are forgotten. */
    void put(long first, float[][] channels, int offset, int count) {
        if (first != end) {
            start = first;
        }
        for (int c = 0; c < ring.length; c++) {
            for (int i = 0; i < count; i++) {
                ring[c][(int) (first + i) & mask] = channels[c][offset + i];
            }
        }
        end = first + count;
        start = Math.max(start, end - ring[0].length);
    }

    /** Writes samples as far as they are remembered; returns how many. */
    int take(long first, float[][] channels, int offset, int count) {
        if (first < start || first >= end) {
            return 0;
        }
        int length = (int) Math.min(count, end - first);
        for (int c = 0; c < ring.length; c++) {
            for (int i = 0; i < length; i++) {
                channels[c][offset + i] = ring[c][(int) (first + i) & mask];
            }
        }
        return length;
    }
}
