package org.reelbench.media.internal.font;

import org.reelbench.media.Stencil;

/**
 * Fills outlines: each line says how much of the pixels to its right it covers or uncovers, and the running sum along a row is
 * the exact area covered. Lines beside the picture are cut to it. One thread at a time.
 */
final class Coverage {

    private static final int OPAQUE = 255;

    private final int width;
    private final int height;
    private final int row;
    private final float[] steps;
    private int left;
    private int top;
    private int right;
    private int bottom;

    /**
     * Begins an empty picture.
     *
     * @param widthPx its width
     * @param heightPx its height
     */
    Coverage(int widthPx, int heightPx) {
        this.width = widthPx;
        this.height = heightPx;
        this.row = widthPx + 2;
        this.steps = new float[row * heightPx];
        this.left = widthPx;
        this.top = heightPx;
    }

    /** Adds a line of an outline; the outline must close. */
    void line(double fromX, double fromY, double toX, double toY) {
        if (fromY == toY) {
            return;
        }
        boolean down = fromY < toY;
        double upperX = down ? fromX : toX;
        double upperY = down ? fromY : toY;
        double lowerX = down ? toX : fromX;
        double lowerY = down ? toY : fromY;
        double slope = (lowerX - upperX) / (lowerY - upperY);
        int first = (int) Math.max(0, Math.floor(upperY));
        int end = (int) Math.min(height, Math.ceil(lowerY));
        for (int y = first; y < end; y++) {
            double begin = Math.max(y, upperY);
            double stop = Math.min(y + 1.0, lowerY);
            double one = Math.clamp(upperX + (begin - upperY) * slope, 0, width);
            double other = Math.clamp(upperX + (stop - upperY) * slope, 0, width);
            inRow(y, Math.min(one, other), Math.max(one, other), down ? stop - begin : begin - stop);
        }
    }

    /** A line within one row; {@code amount} is how much of the row's height it passes, negative upwards. */
    private void inRow(int y, double fromX, double toX, double amount) {
        int firstColumn = (int) fromX;
        int endColumn = (int) Math.ceil(toX);
        left = Math.min(left, firstColumn);
        right = Math.max(right, Math.min(width, endColumn + 1));
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
        int base = y * row;
        if (endColumn <= firstColumn + 1) {
            add(base + firstColumn, amount, (fromX + toX) / 2 - firstColumn);
            return;
        }
        for (int x = firstColumn; x < endColumn; x++) {
            double begin = Math.max(x, fromX);
            double stop = Math.min(x + 1.0, toX);
            add(base + x, amount * (stop - begin) / (toX - fromX), (begin + stop) / 2 - x);
        }
    }

    private void add(int at, double amount, double place) {
        steps[at] += (float) (amount * (1 - place));
        steps[at + 1] += (float) (amount * place);
    }

    /** Returns what is covered. */
    Stencil stencil() {
        if (right <= left || bottom <= top) {
            return new Stencil(0, 0, 0, 0, new byte[0]);
        }
        int across = right - left;
        byte[] covered = new byte[across * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            float sum = 0;
            for (int x = left; x < right; x++) {
                sum += steps[y * row + x];
                covered[(y - top) * across + x - left] = (byte) Math.min(OPAQUE, Math.round(Math.abs(sum) * OPAQUE));
            }
        }
        return new Stencil(left, top, across, bottom - top, covered);
    }
}
