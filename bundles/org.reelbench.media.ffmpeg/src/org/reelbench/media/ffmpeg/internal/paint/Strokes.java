package org.reelbench.media.ffmpeg.internal.paint;

/** Mixes the rows of a layer into the rows of a canvas. */
interface Strokes {

    /**
     * Mixes the rows around a row of colour.
     *
     * @param colorRow the row of colour, from the upper side of the target
     * @param layer the layer's rows
     */
    void paint(int colorRow, LayerRows layer);
}
