package org.reelbench.media.ffmpeg.internal.paint;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One channel of a layer's picture as rows of numbers. Colours are multiplied by alpha, so that the colour of what cannot be
 * seen does not run into what can.
 */
final class Channel {

    /** The value of alpha that lets nothing through. */
    static final float OPAQUE = 255;

    private final @Nullable Plane plane;
    private final @Nullable Plane alpha;
    private final Grid grid;
    private final byte[] raw;
    private final float[] alphaRow;

    /**
     * Creates a channel.
     *
     * @param plane its samples; null for the alpha on this grid
     * @param alpha the plane of alpha, at the size of the picture; null if the picture has none
     * @param grid where its samples lie
     */
    Channel(@Nullable Plane plane, @Nullable Plane alpha, Grid grid) {
        this.plane = plane;
        this.alpha = alpha;
        this.grid = grid;
        int widest = Math.max(plane == null ? 0 : plane.width(), alpha == null ? 0 : alpha.width());
        this.raw = new byte[widest];
        this.alphaRow = new float[widest];
    }

    Grid grid() {
        return grid;
    }

    /** Tells whether all its rows are 1: the alpha of a picture that has none. */
    boolean isOpaque() {
        return plane == null && alpha == null;
    }

    /**
     * Reads a row.
     *
     * @param y the row
     * @param into takes {@code grid().width()} numbers: colours as of 8 bits, alpha from 0 to 1
     */
    void read(int y, float[] into) {
        Plane samples = plane;
        Plane mask = alpha;
        if (samples == null && mask == null) {
            Arrays.fill(into, 0, grid.width(), 1);
        } else if (samples == null) {
            readAlpha(mask, y, into);
        } else if (mask == null) {
            samples.read(y, raw, into);
        } else {
            readMultiplied(samples, mask, y, into);
        }
    }

    private void readMultiplied(Plane samples, Plane mask, int y, float[] into) {
        float[] weights = new float[grid.width()];
        readAlpha(mask, y, weights);
        samples.read(y, raw, into);
        for (int x = 0; x < weights.length; x++) {
            into[x] *= weights[x];
        }
    }

    private void readAlpha(Plane mask, int y, float[] into) {
        int stepX = 1 << grid.shiftX();
        int stepY = 1 << grid.shiftY();
        int firstRow = y * stepY;
        int rows = Math.min(stepY, mask.height() - firstRow);
        Arrays.fill(into, 0, grid.width(), 0);
        for (int row = firstRow; row < firstRow + rows; row++) {
            mask.read(row, raw, alphaRow);
            for (int x = 0; x < grid.width(); x++) {
                int first = x * stepX;
                int last = Math.min(first + stepX, mask.width());
                float sum = 0;
                for (int k = first; k < last; k++) {
                    sum += alphaRow[k];
                }
                into[x] += sum / (last - first);
            }
        }
        float unit = 1 / (OPAQUE * rows);
        // 16 bits reach a little beyond 255 when they are counted in units of 8.
        for (int x = 0; x < grid.width(); x++) {
            into[x] = Math.min(1, into[x] * unit);
        }
    }
}
