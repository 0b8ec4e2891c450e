package org.reelbench.project.internal.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.project.ProjectFormatException;
import org.reelbench.project.internal.json.Json;
import org.reelbench.project.internal.json.JsonPrinter;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Interpolation.Bezier;
import org.reelbench.timeline.Interpolation.Hold;
import org.reelbench.timeline.Interpolation.Linear;
import org.reelbench.timeline.Keyframe;

/**
 * Curves as text, a list for each keyframe: {@code [frame, value]} goes straight to the next one, {@code [frame, value, "hold"]}
 * keeps its value, {@code [frame, value, x1, y1, x2, y2]} follows a Bézier curve.
 */
final class CurveText {

    private static final String MEMBER = "curves";
    private static final String RULE = "keyframes such as [0, 1.5], [24, 1.5, \"hold\"] or [48, 2, 0.4, 0, 0.6, 1]";
    private static final int LINEAR_LENGTH = 2;
    private static final int HOLD_LENGTH = 3;
    private static final int BEZIER_LENGTH = 6;

    private CurveText() {
    }

    /** Reads the curves of a clip or an effect; there may be none. */
    static SortedMap<String, Curve> read(Fields owner) throws ProjectFormatException {
        SortedMap<String, Curve> curves = new TreeMap<>();
        Fields given = owner.inner(MEMBER);
        if (given != null) {
            for (String name : given.object().members().keySet()) {
                List<Keyframe> keyframes = new ArrayList<>();
                for (Json keyframe : given.list(name)) {
                    keyframes.add(keyframe(given, name, keyframe));
                }
                curves.put(name, given.build(() -> new Curve(keyframes)));
            }
        }
        return curves;
    }

    private static Keyframe keyframe(Fields curves, String name, Json text) throws ProjectFormatException {
        if (!(text instanceof Json.ListValue list) || list.values().size() < LINEAR_LENGTH) {
            throw curves.wrong(text, name, RULE);
        }
        List<Json> parts = list.values();
        Interpolation toNext = switch (parts.size()) {
        case LINEAR_LENGTH -> Interpolation.LINEAR;
        case HOLD_LENGTH -> hold(curves, name, parts.get(2));
        case BEZIER_LENGTH -> {
            double[] handles = new double[BEZIER_LENGTH - LINEAR_LENGTH];
            for (int i = 0; i < handles.length; i++) {
                handles[i] = number(curves, name, parts.get(LINEAR_LENGTH + i)).doubleValue();
            }
            yield curves.build(() -> new Bezier(handles[0], handles[1], handles[2], handles[3]));
        }
        default -> throw curves.wrong(text, name, RULE);
        };
        BigDecimal frame = number(curves, name, parts.getFirst());
        double value = number(curves, name, parts.get(1)).doubleValue();
        return curves.build(() -> new Keyframe(frame.longValueExact(), value, toNext));
    }

    private static Interpolation hold(Fields curves, String name, Json text) throws ProjectFormatException {
        if (text instanceof Json.TextValue word && word.value().equals("hold")) {
            return Interpolation.HOLD;
        }
        throw curves.wrong(text, name, RULE);
    }

    private static BigDecimal number(Fields curves, String name, Json text) throws ProjectFormatException {
        if (text instanceof Json.NumberValue number && Double.isFinite(Double.parseDouble(number.text()))) {
            return new BigDecimal(number.text());
        }
        throw curves.wrong(text, name, RULE);
    }

    /** Writes the curves, if there are any. */
    static void write(JsonPrinter out, SortedMap<String, Curve> curves) throws IOException {
        if (curves.isEmpty()) {
            return;
        }
        out.name(MEMBER).beginObject(false);
        for (Map.Entry<String, Curve> curve : curves.entrySet()) {
            out.name(curve.getKey()).beginList(false);
            for (Keyframe keyframe : curve.getValue().keyframes()) {
                write(out, keyframe);
            }
            out.end();
        }
        out.end();
    }

    private static void write(JsonPrinter out, Keyframe keyframe) throws IOException {
        out.beginList(false);
        out.whole(keyframe.frame()).number(keyframe.value());
        switch (keyframe.toNext()) {
        case Linear _ -> {
            // what two numbers mean
        }
        case Hold _ -> out.text("hold");
        case Bezier bezier -> out.number(bezier.x1()).number(bezier.y1()).number(bezier.x2()).number(bezier.y2());
        }
        out.end();
    }
}
