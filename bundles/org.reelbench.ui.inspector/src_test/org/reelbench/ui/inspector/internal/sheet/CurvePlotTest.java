package org.reelbench.ui.inspector.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.ui.inspector.internal.sheet.CurvePlot.Grip;
import org.reelbench.ui.inspector.internal.sheet.CurvePlot.Part;

class CurvePlotTest {

    private static final Interpolation EASE = new Interpolation.Bezier(0.42, 0, 0.58, 1);
    private static final Curve CURVE = new Curve(List.of(new Keyframe(0, 1, Interpolation.LINEAR), new Keyframe(40, 0, EASE),
            new Keyframe(100, 1, Interpolation.HOLD)));
    private static final CurvePlot PLOT = CurvePlot.of(CURVE, 101, 220, 120);

    private static Curve drag(Part part, int index, double frame, double value) {
        return PLOT.dragged(new Grip(part, index), (int) Math.round(PLOT.xOf(frame)), (int) Math.round(PLOT.yOf(value)), 0, 2);
    }

    private static Keyframe key(Curve curve, int index) {
        return curve.keyframes().get(index);
    }

    @Test
    void allOfACurveIsSeenInsideOfTheMargins() {
        for (int frame = 0; frame <= 100; frame++) {
            assertTrue(PLOT.xOf(frame) >= 10 && PLOT.xOf(frame) <= 210);
            double y = PLOT.yOf(CURVE.valueAt(frame));
            assertTrue(y >= 10 && y <= 110, "frame " + frame + " lies at " + y);
            assertEquals(frame, PLOT.frameAt(PLOT.xOf(frame)), 1e-9);
        }
        CurvePlot even = CurvePlot.of(new Curve(List.of(new Keyframe(5, 3, Interpolation.LINEAR))), 1, 220, 120);
        assertEquals(60, even.yOf(3), 1e-9, "one value lies in the middle");
        CurvePlot over = CurvePlot.of(new Curve(List.of(new Keyframe(0, 0, new Interpolation.Bezier(0.3, 2, 0.6, -1)),
                new Keyframe(50, 1, Interpolation.LINEAR))), 51, 220, 120);
        assertTrue(over.high() >= 2 && over.low() <= -1, () -> "handles are seen, too: " + over);
    }

    @Test
    void keyframesAndHandlesAreTakenWhereTheyLie() {
        assertEquals(Optional.of(new Grip(Part.KEY, 1)), PLOT.gripAt((int) PLOT.xOf(40) + 2, (int) PLOT.yOf(0) - 3));
        assertEquals(Optional.of(new Grip(Part.FIRST_HANDLE, 1)),
                PLOT.gripAt((int) Math.round(PLOT.xOf(40 + 0.42 * 60)), (int) Math.round(PLOT.yOf(0))));
        assertEquals(Optional.of(new Grip(Part.SECOND_HANDLE, 1)),
                PLOT.gripAt((int) Math.round(PLOT.xOf(40 + 0.58 * 60)), (int) Math.round(PLOT.yOf(1))));
        assertEquals(Optional.empty(), PLOT.gripAt((int) PLOT.xOf(20), (int) PLOT.yOf(0.9)));
    }

    @Test
    void aKeyframeIsDraggedInTimeAndValue() {
        Curve curve = drag(Part.KEY, 1, 60, 0.5);
        assertEquals(60, key(curve, 1).frame());
        assertEquals(0.5, key(curve, 1).value(), 0.011);
        assertEquals(EASE, key(curve, 1).toNext(), "the way it goes on stays");
        assertEquals(List.of(key(CURVE, 0), key(CURVE, 2)), List.of(key(curve, 0), key(curve, 2)));
    }

    @Test
    void keyframesDoNotPassEachOtherAndStayOnTheClip() {
        assertEquals(99, key(drag(Part.KEY, 1, 300, 0), 1).frame());
        assertEquals(1, key(drag(Part.KEY, 1, -300, 0), 1).frame());
        assertEquals(0, key(drag(Part.KEY, 0, -300, 1), 0).frame());
        assertEquals(100, key(drag(Part.KEY, 2, 300, 1), 2).frame());
    }

    @Test
    void aValueStaysInItsRange() {
        assertEquals(2, key(drag(Part.KEY, 2, 100, 50), 2).value());
        assertEquals(0, key(drag(Part.KEY, 2, 100, -50), 2).value());
    }

    @Test
    void handlesAreDraggedBetweenTheirKeyframesInTime() {
        Interpolation.Bezier first = (Interpolation.Bezier) key(drag(Part.FIRST_HANDLE, 1, 70, 0.5), 1).toNext();
        assertEquals(0.5, first.x1(), 0.01);
        assertEquals(0.5, first.y1(), 0.011);
        assertEquals(List.of(0.58, 1.0), List.of(first.x2(), first.y2()));
        Interpolation.Bezier second = (Interpolation.Bezier) key(drag(Part.SECOND_HANDLE, 1, 500, 50), 1).toNext();
        assertEquals(List.of(1.0, 3.0), List.of(second.x2(), second.y2()), "no farther than that");
        assertEquals(CURVE, drag(Part.FIRST_HANDLE, 0, 10, 0.5), "a straight way has none");
    }

    @Test
    void valuesAreNoMoreExactThanAHandPoints() {
        double value = key(drag(Part.KEY, 1, 50, 0.333333), 1).value();
        assertEquals(value, Math.rint(value * 100) / 100);
    }
}
