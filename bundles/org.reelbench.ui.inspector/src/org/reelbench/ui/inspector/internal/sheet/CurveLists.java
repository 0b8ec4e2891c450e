package org.reelbench.ui.inspector.internal.sheet;

import java.util.List;

import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;

/** Curves as edits take them: lists of frame, value and the way to the next one. */
final class CurveLists {

    private CurveLists() {
    }

    static List<Object> of(Curve curve) {
        return curve.keyframes().stream().map(CurveLists::of).toList();
    }

    private static Object of(Keyframe keyframe) {
        long frame = keyframe.frame();
        double value = keyframe.value();
        return switch (keyframe.toNext()) {
        case Interpolation.Bezier way -> List.of(frame, value, way.x1(), way.y1(), way.x2(), way.y2());
        case Interpolation way when way.equals(Interpolation.HOLD) -> List.of(frame, value, "hold");
        default -> List.of(frame, value);
        };
    }
}
