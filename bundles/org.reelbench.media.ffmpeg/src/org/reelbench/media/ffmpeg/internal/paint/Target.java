package org.reelbench.media.ffmpeg.internal.paint;

/**
 * The part of a canvas that is painted, in whole pairs of pixels where the canvas shares colour.
 *
 * @param x its left side
 * @param y its upper side
 * @param width its width
 * @param height its height
 * @param shift 1 where two by two pixels share colour, else 0
 */
record Target(int x, int y, int width, int height, int shift) {

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    /** How many samples of colour a row has. */
    int colorWidth() {
        return width >> shift;
    }

    /** Where a sample of colour lies on the canvas. */
    double colorX(int column) {
        return x + Grid.HALF + (column << shift);
    }

    /** Where a row of colour lies on the canvas. */
    double colorY(int row) {
        return y + Grid.HALF * (1 << shift) + (row << shift);
    }
}
