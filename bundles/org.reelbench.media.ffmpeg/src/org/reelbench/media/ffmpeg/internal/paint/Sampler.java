package org.reelbench.media.ffmpeg.internal.paint;

/** A layer's picture as it lies on the canvas, row by row from above. Colours are multiplied by alpha, not by what covers. */
interface Sampler {

    /** The channel of light. */
    int LIGHT = 0;
    /** The first channel of colour. */
    int BLUE = 1;
    /** The second channel of colour. */
    int RED = 2;
    /** Alpha for light. */
    int ALPHA = 3;
    /** Alpha for colour. */
    int COLOR_ALPHA = 4;

    /**
     * Tells how much of each pixel of a row lies inside the picture's rectangle.
     *
     * @param row the row of pixels, from the upper side of the target
     * @param into takes numbers from 0 to 1
     */
    void cover(int row, float[] into);

    /**
     * Takes samples of a channel.
     *
     * @param channel which
     * @param row the row, from the upper side of the target: of pixels for light, of colour samples for colour
     * @param into takes the samples
     */
    void read(int channel, int row, float[] into);
}
