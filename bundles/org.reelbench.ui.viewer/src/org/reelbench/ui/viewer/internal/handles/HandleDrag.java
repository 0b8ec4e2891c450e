package org.reelbench.ui.viewer.internal.handles;

import org.reelbench.timeline.Transform;

/**
 * A handle that is held: says how the picture is placed when the mouse is somewhere.
 *
 * @param box the picture as it was when the handle was taken
 * @param grab what is held
 * @param from where it was taken
 */
public record HandleDrag(HandleBox box, Grab grab, Spot from) {

    private static final double SMALLEST = 0.01;
    private static final double LARGEST = 100;
    private static final double STEP_DEGREES = 15;

    /**
     * Returns how the picture is placed.
     *
     * @param to where the mouse is
     * @param isBound whether it moves along one direction only, or turns by steps of 15 degrees
     * @return the placement; the one it had where the mouse is where it was
     */
    public Transform to(Spot to, boolean isBound) {
        Transform was = box.transform();
        return switch (grab) {
        case BODY -> moved(was, to, isBound);
        case CORNER -> {
            double reach = from.distance(box.anchor());
            double factor = reach == 0 ? 1 : to.distance(box.anchor()) / reach;
            yield placed(was, was.xPx(), was.yPx(), rounded(Math.clamp(was.scale() * factor, SMALLEST, LARGEST), 10_000),
                    was.rotationDegrees());
        }
        case KNOB -> {
            double turn = box.anchor().degreesTo(to) - box.anchor().degreesTo(from);
            double degrees = was.rotationDegrees() + turn;
            // The short way round, so that half a turn more is not a turn and a half less.
            double near = was.rotationDegrees() + Math.IEEEremainder(degrees - was.rotationDegrees(), 360);
            double wanted = isBound ? Math.rint(near / STEP_DEGREES) * STEP_DEGREES : rounded(near, 10);
            yield placed(was, was.xPx(), was.yPx(), was.scale(), wanted);
        }
        };
    }

    private Transform moved(Transform was, Spot to, boolean isBound) {
        double dx = to.xPx() - from.xPx();
        double dy = to.yPx() - from.yPx();
        boolean isAcross = Math.abs(dx) >= Math.abs(dy);
        return placed(was, was.xPx() + (isBound && !isAcross ? 0 : Math.rint(dx)),
                was.yPx() + (isBound && isAcross ? 0 : Math.rint(dy)), was.scale(), was.rotationDegrees());
    }

    private static Transform placed(Transform was, double xPx, double yPx, double scale, double degrees) {
        return new Transform(xPx, yPx, scale, degrees, was.anchorX(), was.anchorY(), was.crop());
    }

    private static double rounded(double value, double parts) {
        return Math.rint(value * parts) / parts;
    }
}
