package org.reelbench.ui.inspector.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;

/**
 * A curve as it lies in a picture: frames of a clip from left to right, values from bottom to top.
 *
 * @param curve the curve
 * @param durationFrames how long the clip is
 * @param low the value at the bottom
 * @param high the value at the top
 * @param widthPx how wide the picture is
 * @param heightPx how high the picture is
 */
public record CurvePlot(Curve curve, long durationFrames, double low, double high, int widthPx, int heightPx) {

    private static final int MARGIN_PX = 10;
    private static final int REACH_PX = 7;
    /** Handles farther off than this many times the way between two keyframes are of no use to anybody. */
    private static final double FARTHEST = 3;
    private static final int SAMPLES = 24;

    /** What of a curve can be taken hold of. */
    public enum Part {
        /** A keyframe. */
        KEY,
        /** How the value leaves a keyframe. */
        FIRST_HANDLE,
        /** How the value comes to the next keyframe. */
        SECOND_HANDLE
    }

    /** A part of the curve, and the keyframe it belongs to. */
    public record Grip(Part part, int index) {
    }

    /** A place on the curve's sheet. */
    public record Spot(double frame, double value) {
    }

    /** Lays a curve into a picture so that all of it is seen. */
    public static CurvePlot of(Curve curve, long durationFrames, int widthPx, int heightPx) {
        List<Double> values = new ArrayList<>();
        List<Keyframe> keys = curve.keyframes();
        for (int index = 0; index < keys.size(); index++) {
            values.add(keys.get(index).value());
            handle(keys, new Grip(Part.FIRST_HANDLE, index)).ifPresent(spot -> values.add(spot.value()));
            handle(keys, new Grip(Part.SECOND_HANDLE, index)).ifPresent(spot -> values.add(spot.value()));
            if (index + 1 < keys.size() && keys.get(index).toNext() instanceof Interpolation.Bezier) {
                double from = keys.get(index).frame();
                double step = (keys.get(index + 1).frame() - from) / SAMPLES;
                for (int sample = 1; sample < SAMPLES; sample++) {
                    values.add(curve.valueAt(from + sample * step));
                }
            }
        }
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double room = high > low ? 0 : Math.max(Math.abs(low) / 2, 0.5);
        return new CurvePlot(curve, durationFrames, low - room, high + room, widthPx, heightPx);
    }

    /** The same picture of another curve. */
    public CurvePlot with(Curve other) {
        return new CurvePlot(other, durationFrames, low, high, widthPx, heightPx);
    }

    public double xOf(double frame) {
        return MARGIN_PX + frame / Math.max(1, durationFrames - 1) * (widthPx - 2 * MARGIN_PX);
    }

    public double yOf(double value) {
        return heightPx - MARGIN_PX - (value - low) / (high - low) * (heightPx - 2 * MARGIN_PX);
    }

    public double frameAt(double x) {
        return (x - MARGIN_PX) / Math.max(1, widthPx - 2 * MARGIN_PX) * Math.max(1, durationFrames - 1);
    }

    double valueAt(double y) {
        return low + (heightPx - MARGIN_PX - y) / Math.max(1, heightPx - 2 * MARGIN_PX) * (high - low);
    }

    /** Where a part of the curve lies; a handle only where the value follows one. */
    public Optional<Spot> spot(Grip grip) {
        return grip.part() == Part.KEY
                ? Optional.of(curve.keyframes().get(grip.index())).map(key -> new Spot(key.frame(), key.value()))
                : handle(curve.keyframes(), grip);
    }

    private static Optional<Spot> handle(List<Keyframe> keys, Grip grip) {
        if (grip.index() + 1 >= keys.size() || !(keys.get(grip.index()).toNext() instanceof Interpolation.Bezier way)) {
            return Optional.empty();
        }
        Keyframe from = keys.get(grip.index());
        Keyframe to = keys.get(grip.index() + 1);
        double x = grip.part() == Part.FIRST_HANDLE ? way.x1() : way.x2();
        double y = grip.part() == Part.FIRST_HANDLE ? way.y1() : way.y2();
        return Optional.of(new Spot(from.frame() + x * (to.frame() - from.frame()),
                from.value() + y * (to.value() - from.value())));
    }

    /** What lies under a place; keyframes lie above handles. */
    public Optional<Grip> gripAt(int x, int y) {
        for (Part part : Part.values()) {
            for (int index = 0; index < curve.keyframes().size(); index++) {
                Grip grip = new Grip(part, index);
                if (spot(grip).filter(spot -> Math.hypot(xOf(spot.frame()) - x, yOf(spot.value()) - y) <= REACH_PX).isPresent()) {
                    return Optional.of(grip);
                }
            }
        }
        return Optional.empty();
    }

    /** The curve when a part of it is dragged to a place. Keyframes do not pass each other and stay on the clip. */
    public Curve dragged(Grip grip, int x, int y, double least, double greatest) {
        List<Keyframe> keys = new ArrayList<>(curve.keyframes());
        Keyframe key = keys.get(grip.index());
        double value = rounded(valueAt(y));
        if (grip.part() == Part.KEY) {
            long first = grip.index() == 0 ? Math.min(0, key.frame()) : keys.get(grip.index() - 1).frame() + 1;
            long last = grip.index() + 1 == keys.size()
                    ? Math.max(durationFrames - 1, key.frame())
                    : keys.get(grip.index() + 1).frame() - 1;
            keys.set(grip.index(), new Keyframe(Math.clamp(Math.round(frameAt(x)), first, last),
                    Math.clamp(value, least, greatest), key.toNext()));
        } else if (key.toNext() instanceof Interpolation.Bezier way && grip.index() + 1 < keys.size()) {
            Keyframe to = keys.get(grip.index() + 1);
            double time = Math.clamp((frameAt(x) - key.frame()) / (to.frame() - key.frame()), 0.0, 1.0);
            double way1 = to.value() == key.value() ? 0 : (value - key.value()) / (to.value() - key.value());
            double progress = Math.clamp(way1, -FARTHEST, FARTHEST);
            keys.set(grip.index(), new Keyframe(key.frame(), key.value(), grip.part() == Part.FIRST_HANDLE
                    ? new Interpolation.Bezier(time, progress, way.x2(), way.y2())
                    : new Interpolation.Bezier(way.x1(), way.y1(), time, progress)));
        }
        return new Curve(keys);
    }

    /** No more exactly than a hand can point. */
    private double rounded(double value) {
        double steps = Math.pow(10, Math.ceil(-Math.log10((high - low) / Math.max(1, heightPx))));
        return Math.rint(value * steps) / steps;
    }
}
