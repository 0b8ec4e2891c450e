package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.time.Rational;

class CurveTest {

    private static final Interpolation EASE = new Interpolation.Bezier(0.25, 0.1, 0.25, 1);
    private static final Curve CURVE = new Curve(List.of(new Keyframe(10, 2, Interpolation.LINEAR),
            new Keyframe(20, 4, Interpolation.HOLD), new Keyframe(30, 8, EASE), new Keyframe(40, 0, Interpolation.LINEAR)));

    @ParameterizedTest
    @CsvSource({
            "-5, 2", "0, 2", "10, 2", "11, 2.2", "12.5, 2.5", "19, 3.8", "20, 4", "25, 4", "29.999, 4", "30, 8", "40, 0", "41, 0",
            "1e15, 0" })
    void aValueIsThatOfTheKeyframesAroundIt(double frame, double value) {
        assertEquals(value, CURVE.valueAt(frame), 1e-12);
    }

    /** The points are those of the curve's own formula at a parameter, so that the search for the parameter is what is tested. */
    @Test
    void aBezierCurveGoesThroughItsPoints() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            double x1 = random.nextDouble();
            double x2 = random.nextDouble();
            double y1 = random.nextDouble() * 3 - 1;
            double y2 = random.nextDouble() * 3 - 1;
            double s = random.nextDouble();
            double x = 3 * (1 - s) * (1 - s) * s * x1 + 3 * (1 - s) * s * s * x2 + s * s * s;
            double y = 3 * (1 - s) * (1 - s) * s * y1 + 3 * (1 - s) * s * s * y2 + s * s * s;
            assertEquals(y, new Interpolation.Bezier(x1, y1, x2, y2).progressAt(x), 1e-6);
        }
        // What CSS calls ease, at half of its time.
        assertEquals(0.8024, EASE.progressAt(0.5), 1e-4);
    }

    @Test
    void aBezierCurveBeginsAndEndsAtItsKeyframesAndMayOvershoot() {
        Interpolation over = new Interpolation.Bezier(0.3, 1.8, 0.6, 1.6);
        assertEquals(0, over.progressAt(0));
        assertEquals(1, over.progressAt(1));
        assertTrue(over.progressAt(0.5) > 1);
        Clip clip = Samples.clip("a", 20).withCurves(new TreeMap<>(Map.of(Animated.OPACITY,
                new Curve(List.of(new Keyframe(0, 0, over), new Keyframe(10, 1, over))))));
        assertEquals(1, clip.valueAt(Animated.OPACITY, 5));
    }

    @Test
    void aShiftedCurveHasItsValuesLater() {
        assertSame(CURVE, CURVE.shifted(0));
        for (long delta : new long[] { 7, -15, -100 }) {
            for (int frame = 0; frame < 60; frame++) {
                assertEquals(CURVE.valueAt(frame), CURVE.shifted(delta).valueAt(frame + delta));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> CURVE.shifted(Keyframe.MAX_FRAME));
    }

    @Test
    void aScaledCurveRoundsFramesAndKeepsTheLastOfThoseThatMeet() {
        assertEquals(List.of(5L, 10L, 15L, 20L), frames(CURVE.scaled(Rational.of(1, 2))));
        assertEquals(List.of(25L, 50L, 75L, 100L), frames(CURVE.scaled(Rational.of(5, 2))));
        assertEquals(List.of(-1L, 0L, 1L), frames(curve(-3, -1, 1, 3).scaled(Rational.of(1, 4))));
        Curve met = CURVE.scaled(Rational.of(1, 100));
        assertEquals(List.of(0L), frames(met));
        assertEquals(0, met.valueAt(0));
        assertThrows(IllegalArgumentException.class, () -> CURVE.scaled(Rational.ZERO));
        assertThrows(IllegalArgumentException.class, () -> CURVE.scaled(Rational.of(-1)));
    }

    @Test
    void aKeyframeMoreIsPutInOrderOrInPlaceOfTheOneOnItsFrame() {
        assertEquals(List.of(5L, 10L, 20L, 30L, 40L), frames(CURVE.with(new Keyframe(5, 1, EASE))));
        assertEquals(List.of(10L, 20L, 30L, 40L, 50L), frames(CURVE.with(new Keyframe(50, 1, EASE))));
        Curve replaced = CURVE.with(new Keyframe(20, -1, EASE));
        assertEquals(List.of(10L, 20L, 30L, 40L), frames(replaced));
        assertEquals(-1, replaced.valueAt(20));
    }

    @Test
    void whatIsNoCurveIsRefused() {
        refused(() -> new Curve(List.of()));
        refused(() -> curve(5, 5));
        refused(() -> curve(6, 5));
        refused(() -> new Keyframe(Keyframe.MAX_FRAME + 1, 0, EASE));
        refused(() -> new Keyframe(-Keyframe.MAX_FRAME - 1, 0, EASE));
        refused(() -> new Keyframe(0, Double.NaN, EASE));
        refused(() -> new Keyframe(0, Double.POSITIVE_INFINITY, EASE));
        refused(() -> new Interpolation.Bezier(-0.1, 0, 1, 1));
        refused(() -> new Interpolation.Bezier(0, 0, 1.1, 1));
        refused(() -> new Interpolation.Bezier(0, Double.NaN, 1, 1));
        refused(() -> new Interpolation.Bezier(0, 0, 1, Double.NEGATIVE_INFINITY));
    }

    @Test
    void equalCurvesAreEqualRecordsWhateverTheSignOfZero() {
        assertEquals(new Keyframe(0, 0.0, EASE), new Keyframe(0, -0.0, EASE));
        assertEquals(new Interpolation.Bezier(0, 0, 0, 0), new Interpolation.Bezier(-0.0, -0.0, -0.0, -0.0));
    }

    private static Curve curve(long... frames) {
        return new Curve(Arrays.stream(frames).mapToObj(frame -> new Keyframe(frame, frame, Interpolation.LINEAR)).toList());
    }

    private static List<Long> frames(Curve curve) {
        return curve.keyframes().stream().map(Keyframe::frame).toList();
    }

    private static void refused(Executable action) {
        assertThrows(IllegalArgumentException.class, action);
    }
}
