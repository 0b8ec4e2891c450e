package org.reelbench.media.internal.font;

/** Takes the outlines of letters, in the font's own units with the baseline at zero and up positive. */
interface Outlines {

    /** A straight line. */
    void line(double fromX, double fromY, double toX, double toY);

    /** A quadratic curve. */
    void curve(double fromX, double fromY, double controlX, double controlY, double toX, double toY);
}
