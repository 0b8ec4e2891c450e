package org.reelbench.media.internal.font;

/**
 * Outlines put through a matrix and moved.
 *
 * @param to takes the result
 * @param matrix how x and y of the result come of x and y: xx, yx, xy, yy
 * @param right how far they are moved to the right
 * @param up how far they are moved up
 */
record MovedOutlines(Outlines to, double[] matrix, double right, double up) implements Outlines {

    @Override
    public void line(double fromX, double fromY, double toX, double toY) {
        to.line(x(fromX, fromY), y(fromX, fromY), x(toX, toY), y(toX, toY));
    }

    @Override
    public void curve(double fromX, double fromY, double controlX, double controlY, double toX, double toY) {
        to.curve(x(fromX, fromY), y(fromX, fromY), x(controlX, controlY), y(controlX, controlY), x(toX, toY), y(toX, toY));
    }

    private double x(double x, double y) {
        return matrix[0] * x + matrix[2] * y + right;
    }

    private double y(double x, double y) {
        return matrix[1] * x + matrix[3] * y + up;
    }
}
