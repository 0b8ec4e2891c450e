package org.reelbench.ui.viewer.internal.handles;

/**
 * A place on the canvas, or beside it.
 *
 * @param xPx how far from the canvas' left side
 * @param yPx how far from its upper side
 */
public record Spot(double xPx, double yPx) {

    double distance(Spot other) {
        return Math.hypot(xPx - other.xPx, yPx - other.yPx);
    }

    /** The direction to another place, in degrees clockwise from the right. */
    double degreesTo(Spot other) {
        return Math.toDegrees(Math.atan2(other.yPx - yPx, other.xPx - xPx));
    }
}
