package org.reelbench.demo.internal.film;

/**
 * How a picture in the picture is placed, on the canvas of the whole size.
 *
 * @param wholeXPx how far right of the middle its centre lies
 * @param wholeYPx how far below the middle
 * @param scale its size; 1 fills the canvas
 */
record Place(double wholeXPx, double wholeYPx, double scale) {

    /** Returns how far right its centre lies on a canvas made smaller; whole pixels, so that it lies sharply. */
    double xPx(int shrink) {
        return Math.floor(wholeXPx / shrink);
    }

    /** Returns how far down its centre lies. */
    double yPx(int shrink) {
        return Math.floor(wholeYPx / shrink);
    }

    /** Returns the rectangle on a canvas made smaller. */
    Box box(int canvasWidth, int canvasHeight, int shrink) {
        double width = canvasWidth * scale;
        double height = canvasHeight * scale;
        return new Box((canvasWidth - width) / 2 + xPx(shrink), (canvasHeight - height) / 2 + yPx(shrink), width, height);
    }
}
