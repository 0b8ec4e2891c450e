package org.reelbench.ui.tracks.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AnimatedValue;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.TrackKind;

/**
 * A value of a clip over its frames, as it lies in a strip below the clip.
 *
 * @param value the value
 * @param label its name for people
 * @param curve how it changes, or empty while it is the same at all frames
 * @param constant what it is then
 * @param least the value at the lower border
 * @param greatest the value at the upper border, above the least
 */
public record KeyLane(AnimatedValue value, String label, Optional<Curve> curve, double constant, double least, double greatest) {

    /** The height of a strip. */
    public static final int HEIGHT_PX = 40;
    /** Above and below the curve. */
    public static final int MARGIN_PX = 7;

    private static final int ROOM_PX = HEIGHT_PX - 2 * MARGIN_PX;

    /**
     * Returns the strips of a clip: what is seen or heard the most, and all that is animated.
     *
     * @param clip the clip
     * @param kind the kind of its track
     * @param widthPx the width of the sequence's pictures
     * @param heightPx their height
     * @return at least one strip
     */
    public static List<KeyLane> of(Clip clip, TrackKind kind, int widthPx, int heightPx) {
        boolean isHeard = kind == TrackKind.AUDIO;
        List<KeyLane> lanes = new ArrayList<>();
        String first = isHeard ? Animated.GAIN_DB : Animated.OPACITY;
        lanes.add(of(first, clip.curves().get(first), isHeard ? clip.gainDb() : clip.opacity(), widthPx, heightPx));
        clip.curves().forEach((name, curve) -> {
            if (!name.equals(first) && isHeard == Animated.HEARD.contains(name)) {
                lanes.add(of(name, curve, 0, widthPx, heightPx));
            }
        });
        for (int i = 0; i < clip.effects().size(); i++) {
            int index = i;
            clip.effects().get(i).curves().forEach((name, curve) -> lanes.add(new KeyLane(AnimatedValue.ofEffect(index, name),
                    clip.effects().get(index).effect() + ": " + name, Optional.of(curve), 0,
                    least(curve) < 0 ? -round(-least(curve)) : 0,
                    round(greatest(curve)))));
        }
        return lanes;
    }

    private static KeyLane of(String name, @Nullable Curve curve, double constant, int widthPx, int heightPx) {
        double low = curve == null ? constant : least(curve);
        double high = curve == null ? constant : greatest(curve);
        double least = switch (name) {
        case Animated.GAIN_DB -> GainLine.LEAST_DB;
        case Animated.PAN -> -1;
        case Animated.X_PX -> Math.min(-widthPx, low);
        case Animated.Y_PX -> Math.min(-heightPx, low);
        case Animated.ROTATION_DEGREES -> Math.min(-180, low);
        default -> Math.min(0, low);
        };
        double greatest = switch (name) {
        case Animated.GAIN_DB -> GainLine.MOST_DB;
        case Animated.X_PX, Animated.CROP_LEFT_PX, Animated.CROP_RIGHT_PX -> Math.max(widthPx, high);
        case Animated.Y_PX, Animated.CROP_TOP_PX, Animated.CROP_BOTTOM_PX -> Math.max(heightPx, high);
        case Animated.ROTATION_DEGREES -> Math.max(180, high);
        case Animated.SCALE -> Math.max(2, high);
        default -> Math.max(1, high);
        };
        return new KeyLane(AnimatedValue.ofClip(name), label(name), Optional.ofNullable(curve), constant, least, greatest);
    }

    private static double least(Curve curve) {
        return curve.keyframes().stream().mapToDouble(Keyframe::value).min().orElse(0);
    }

    private static double greatest(Curve curve) {
        return curve.keyframes().stream().mapToDouble(Keyframe::value).max().orElse(0);
    }

    /** The next of 1, 2, 5, 10… that is not below a value: so a strip keeps its range while a value is dragged a little. */
    private static double round(double value) {
        if (value <= 0) {
            return value < 0 ? 0 : 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double digits = value / power;
        return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }

    private static String label(String name) {
        return switch (name) {
        case Animated.OPACITY -> "Opacity";
        case Animated.GAIN_DB -> "Gain";
        case Animated.PAN -> "Pan";
        case Animated.X_PX -> "X";
        case Animated.Y_PX -> "Y";
        case Animated.SCALE -> "Scale";
        case Animated.ROTATION_DEGREES -> "Rotation";
        case Animated.ANCHOR_X -> "Anchor X";
        case Animated.ANCHOR_Y -> "Anchor Y";
        case Animated.CROP_LEFT_PX -> "Crop left";
        case Animated.CROP_TOP_PX -> "Crop top";
        case Animated.CROP_RIGHT_PX -> "Crop right";
        case Animated.CROP_BOTTOM_PX -> "Crop bottom";
        default -> name;
        };
    }

    /**
     * Returns the keyframes.
     *
     * @return all of them, also those that lie outside of the clip
     */
    public List<Keyframe> keys() {
        return curve.map(Curve::keyframes).orElse(List.of());
    }

    /**
     * Returns the value at a frame.
     *
     * @param frame the frame, counted from the clip's first one
     * @return the value
     */
    public double valueAt(double frame) {
        return curve.map(found -> found.valueAt(frame)).orElse(constant);
    }

    /**
     * Returns where a value lies in the strip.
     *
     * @param at the value; beyond the borders it lies at them
     * @return the row, from the strip's upper border
     */
    public int yOf(double at) {
        double part = Math.clamp((at - least) / (greatest - least), 0, 1);
        return MARGIN_PX + (int) Math.round((1 - part) * (ROOM_PX - 1));
    }

    /**
     * Returns the value that lies some rows above another one.
     *
     * @param from the value
     * @param upPx how many rows up, also parts of one; below zero is down
     * @return the value, within the borders, in thousandths of the range
     */
    public double valueAbove(double from, double upPx) {
        double range = greatest - least;
        double step = Math.pow(10, Math.floor(Math.log10(range)) - 3);
        double moved = Math.round((from + upPx * range / (ROOM_PX - 1)) / step) * step;
        // To nine digits: steps of a tenth are not exact.
        double exact = Math.round(moved * 1e9) / 1e9 + 0.0;
        return Math.clamp(exact, Math.min(least, from), Math.max(greatest, from));
    }

    /**
     * Returns the value at a row of the strip.
     *
     * @param y the row, from the strip's upper border
     * @return the value, within the borders
     */
    public double valueAtY(int y) {
        return valueAbove(least, MARGIN_PX + ROOM_PX - 1 - y);
    }
}
