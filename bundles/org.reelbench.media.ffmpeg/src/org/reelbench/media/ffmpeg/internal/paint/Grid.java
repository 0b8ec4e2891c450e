package org.reelbench.media.ffmpeg.internal.paint;

/**
 * Where the samples of a channel lie in a picture: sample i lies at {@code offset + i × 2^shift} pixels from the picture's side.
 *
 * @param width how many samples a row has
 * @param height how many rows there are
 * @param shiftX how many pixels lie between two samples of a row, as a power of two
 * @param shiftY how many rows of pixels lie between two rows
 * @param offsetX where the first sample of a row lies, in pixels
 * @param offsetY where the first row lies
 */
record Grid(int width, int height, int shiftX, int shiftY, double offsetX, double offsetY) {

    /** Samples lie in the middle of pixels. */
    static final double HALF = 0.5;

    /**
     * Returns the grid of colour as nearly all video has it: in the column of the left pixel, between the rows. Without shifts it is
     * the grid of light.
     *
     * @param pictureWidth the picture's width in pixels
     * @param pictureHeight its height
     * @param shiftX 1 if two pixels of a row share colour
     * @param shiftY 1 if two rows share colour
     * @return the grid
     */
    static Grid of(int pictureWidth, int pictureHeight, int shiftX, int shiftY) {
        return new Grid(Math.ceilDiv(pictureWidth, 1 << shiftX), Math.ceilDiv(pictureHeight, 1 << shiftY), shiftX, shiftY, HALF,
                HALF * (1 << shiftY));
    }

    /**
     * Returns the grid of the picture turned clockwise.
     *
     * @param quarters by how many quarter turns, 0 to 3
     * @param pictureWidth the picture's width before
     * @param pictureHeight its height before
     * @return the grid
     */
    Grid turned(int quarters, int pictureWidth, int pictureHeight) {
        double fromRight = pictureWidth - offsetX - (width - 1 << shiftX);
        double fromBottom = pictureHeight - offsetY - (height - 1 << shiftY);
        return switch (quarters) {
        case 1 -> new Grid(height, width, shiftY, shiftX, fromBottom, offsetX);
        case 2 -> new Grid(width, height, shiftX, shiftY, fromRight, fromBottom);
        case 3 -> new Grid(height, width, shiftY, shiftX, offsetY, fromRight);
        default -> this;
        };
    }

    /** Returns the sample at a place, counted in samples. */
    double column(double pixelX) {
        return (pixelX - offsetX) / (1 << shiftX);
    }

    /** Returns the row at a place, counted in rows. */
    double row(double pixelY) {
        return (pixelY - offsetY) / (1 << shiftY);
    }

    /** Returns where a sample lies in the picture. */
    double pixelX(double column) {
        return offsetX + column * (1 << shiftX);
    }

    /** Returns where a row lies in the picture. */
    double pixelY(double row) {
        return offsetY + row * (1 << shiftY);
    }
}
