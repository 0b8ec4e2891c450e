package org.reelbench.project.internal.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;

/**
 * Curves among the parameters of a command, written as in the project file: a list {@code [frame, value]} for each keyframe, with
 * {@code "hold"} or four numbers of a Bézier curve behind if the value does not go straight to the next one.
 */
final class CurveValues {

    private static final String RULE = "keyframes such as [0, 1.5], [24, 1.5, \"hold\"] or [48, 2, 0.4, 0, 0.6, 1]";

    private CurveValues() {
    }

    /** Reads one curve. */
    static Curve curve(Parameters parameters, String name) throws EditRefused {
        List<Keyframe> keyframes = new ArrayList<>();
        try {
            for (Object entry : parameters.list(name)) {
                keyframes.add(keyframe((List<?>) entry));
            }
            keyframes.sort(Comparator.comparingLong(Keyframe::frame));
            return new Curve(keyframes);
        } catch (ClassCastException | IndexOutOfBoundsException e) {
            throw new EditRefused(parameters.wrong(name, RULE).getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new EditRefused(e.getMessage(), e);
        }
    }

    /** Reads curves by name. */
    static SortedMap<String, Curve> curves(Parameters parameters) throws EditRefused {
        SortedMap<String, Curve> curves = new TreeMap<>();
        for (String name : parameters.values().keySet()) {
            curves.put(name, curve(parameters, name));
        }
        return curves;
    }

    private static Keyframe keyframe(List<?> parts) {
        if (!(parts.get(0) instanceof Long frame)) {
            throw new ClassCastException("no frame");
        }
        double value = number(parts.get(1));
        Interpolation toNext = switch (parts.size()) {
        case 2 -> Interpolation.LINEAR;
        case 3 -> named(String.valueOf(parts.get(2)));
        case 6 ->
            new Interpolation.Bezier(number(parts.get(2)), number(parts.get(3)), number(parts.get(4)), number(parts.get(5)));
        default -> throw new IndexOutOfBoundsException(parts.size());
        };
        return new Keyframe(frame, value, toNext);
    }

    private static double number(@Nullable Object part) {
        if (part instanceof Number number) {
            return number.doubleValue();
        }
        throw new ClassCastException("no number");
    }

    private static Interpolation named(String text) {
        return switch (text) {
        case "hold" -> Interpolation.HOLD;
        case "linear" -> Interpolation.LINEAR;
        default ->
            throw new IllegalArgumentException("'" + text + "' is no way to the next keyframe: hold or linear, or four numbers");
        };
    }

    /** Reads how a value goes on: by name, or as the four numbers of a Bézier curve. */
    static Interpolation interpolation(Parameters parameters, String name, Interpolation byDefault) throws EditRefused {
        if (!parameters.has(name)) {
            return byDefault;
        }
        String rule = "hold, linear or the four numbers of a curve such as \"0.4,0,0.6,1\"";
        String[] numbers = parameters.text(name).strip().split("\\s*,\\s*|\\s+");
        try {
            return numbers.length == 4
                    ? new Interpolation.Bezier(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]),
                            Double.parseDouble(numbers[2]), Double.parseDouble(numbers[3]))
                    : named(parameters.text(name));
        } catch (IllegalArgumentException e) {
            throw parameters.wrong(name, rule, e);
        }
    }
}
