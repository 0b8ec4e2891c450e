package org.reelbench.media.ffmpeg.internal.paint;

import java.util.Arrays;

/**
 * A channel scaled and shifted by any amount, row by row: first down the columns, then along the rows. Rows are asked in rising
 * order mostly; the last ones read are kept.
 */
final class Scaling {

    private final Channel channel;
    private final Taps columns;
    private final Taps rows;
    private final float[][] ring;
    private final int[] ringRows;
    private final float[] sum;

    /**
     * Creates a scaling.
     *
     * @param channel the channel
     * @param columns how columns are made
     * @param rows how rows are made
     */
    Scaling(Channel channel, Taps columns, Taps rows) {
        this.channel = channel;
        this.columns = columns;
        this.rows = rows;
        this.ring = new float[rows.length() + 1][];
        this.ringRows = new int[ring.length];
        this.sum = new float[channel.grid().width()];
        Arrays.fill(ringRows, -1);
    }

    /**
     * Makes a row.
     *
     * @param y which of the rows to be made
     * @param into takes the samples
     */
    void read(int y, float[] into) {
        if (channel.isOpaque()) {
            Arrays.fill(into, 1);
            return;
        }
        int start = rows.start(y);
        boolean begun = false;
        for (int k = 0; k < rows.length(); k++) {
            float weight = rows.weight(y, k);
            if (weight != 0) {
                float[] source = sourceRow(start + k);
                if (begun) {
                    Taps.multiplyAdd(source, 0, weight, sum, 0, sum.length);
                } else {
                    begun = true;
                    Taps.multiply(source, 0, weight, sum, 0, sum.length);
                }
            }
        }
        columns.apply(sum, into);
    }

    private float[] sourceRow(int row) {
        int slot = row % ring.length;
        float[] samples = ring[slot];
        if (samples == null) {
            samples = new float[sum.length];
            ring[slot] = samples;
        }
        if (ringRows[slot] != row) {
            channel.read(row, samples);
            ringRows[slot] = row;
        }
        return samples;
    }
}
