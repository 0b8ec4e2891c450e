package org.reelbench.ui.viewer.internal.handles;

import java.util.List;
import java.util.Optional;

import org.reelbench.timeline.Transform;

/**
 * Where a clip's whole picture lies on the canvas, and its handles with it.
 *
 * @param canvasWidthPx the width of the canvas
 * @param canvasHeightPx its height
 * @param fittedWidthPx how wide the picture is when it only fits
 * @param fittedHeightPx how high
 * @param transform how it is placed
 */
public record HandleBox(double canvasWidthPx, double canvasHeightPx, double fittedWidthPx, double fittedHeightPx,
        Transform transform) {

    /** Returns this box with its picture placed otherwise. */
    public HandleBox with(Transform other) {
        return new HandleBox(canvasWidthPx, canvasHeightPx, fittedWidthPx, fittedHeightPx, other);
    }

    /** Returns the place that scaling and turning hold on to. */
    public Spot anchor() {
        return new Spot(canvasWidthPx / 2 + transform.xPx(), canvasHeightPx / 2 + transform.yPx());
    }

    /** Returns the corners, clockwise from the upper left one. */
    public List<Spot> corners() {
        return List.of(at(0, 0), at(1, 0), at(1, 1), at(0, 1));
    }

    /**
     * Returns the knob by which it is turned.
     *
     * @param abovePx how far it lies above the upper side
     */
    public Spot knob(double abovePx) {
        return at(0.5, -abovePx / (fittedHeightPx * transform.scale()));
    }

    /** A place of the picture, in parts of its sides. */
    private Spot at(double across, double down) {
        double x = (across - transform.anchorX()) * fittedWidthPx * transform.scale();
        double y = (down - transform.anchorY()) * fittedHeightPx * transform.scale();
        double turned = Math.toRadians(transform.rotationDegrees());
        Spot anchor = anchor();
        return new Spot(anchor.xPx() + x * Math.cos(turned) - y * Math.sin(turned),
                anchor.yPx() + x * Math.sin(turned) + y * Math.cos(turned));
    }

    /**
     * Tells what lies at a place.
     *
     * @param place the place
     * @param nearPx how far beside a handle it still counts as held
     * @param abovePx how far the knob lies above
     * @return what is held there, or empty if nothing is
     */
    public Optional<Grab> at(Spot place, double nearPx, double abovePx) {
        if (knob(abovePx).distance(place) <= nearPx) {
            return Optional.of(Grab.KNOB);
        }
        if (corners().stream().anyMatch(corner -> corner.distance(place) <= nearPx)) {
            return Optional.of(Grab.CORNER);
        }
        return contains(place) ? Optional.of(Grab.BODY) : Optional.empty();
    }

    private boolean contains(Spot place) {
        Spot anchor = anchor();
        double turned = Math.toRadians(-transform.rotationDegrees());
        double dx = place.xPx() - anchor.xPx();
        double dy = place.yPx() - anchor.yPx();
        double across = (dx * Math.cos(turned) - dy * Math.sin(turned)) / (fittedWidthPx * transform.scale())
                + transform.anchorX();
        double down = (dx * Math.sin(turned) + dy * Math.cos(turned)) / (fittedHeightPx * transform.scale())
                + transform.anchorY();
        return across >= 0 && across <= 1 && down >= 0 && down <= 1;
    }
}
