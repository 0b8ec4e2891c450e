package org.reelbench.ui.viewer.internal.handles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Transform;

/** A picture that is 800 × 450 when it fits a canvas of 800 × 600. */
class HandleDragTest {

    private static final double NEAR = 8;
    private static final double ABOVE = 24;
    private static final long SEED = 20_261_124;

    private static HandleBox box(Transform transform) {
        return new HandleBox(800, 600, 800, 450, transform);
    }

    private static void assertNear(double x, double y, Spot spot) {
        assertEquals(x, spot.xPx(), 1e-6);
        assertEquals(y, spot.yPx(), 1e-6);
    }

    @Test
    void theCornersLieWhereThePictureDoes() {
        HandleBox fitted = box(Transform.IDENTITY);
        assertNear(0, 75, fitted.corners().get(0));
        assertNear(800, 525, fitted.corners().get(2));
        assertNear(400, 75 - ABOVE, fitted.knob(ABOVE));
        HandleBox turned = box(new Transform(100, 0, 0.5, 90, Crop.NONE));
        assertNear(500 + 112.5, 300 - 200, turned.corners().get(0));
        assertNear(500 + 112.5, 300 + 200, turned.corners().get(1));
        HandleBox byItsCorner = box(new Transform(-400, -300, 0.5, 0, 0, 0, Crop.NONE));
        assertNear(0, 0, byItsCorner.corners().get(0));
        assertNear(400, 225, byItsCorner.corners().get(2));
    }

    @Test
    void whatIsHeldIsTheNearestThingThere() {
        HandleBox half = box(new Transform(0, 0, 0.5, 0, Crop.NONE));
        assertEquals(Optional.of(Grab.BODY), half.at(new Spot(400, 300), NEAR, ABOVE));
        assertEquals(Optional.of(Grab.CORNER), half.at(new Spot(203, 190), NEAR, ABOVE));
        assertEquals(Optional.of(Grab.KNOB), half.at(new Spot(402, 187.5 - ABOVE - 3), NEAR, ABOVE));
        assertEquals(Optional.empty(), half.at(new Spot(180, 170), NEAR, ABOVE));
        assertEquals(Optional.empty(), half.at(new Spot(400, 180), NEAR, ABOVE));
    }

    @Test
    void thePictureFollowsTheMouse() {
        HandleDrag drag = new HandleDrag(box(new Transform(10, 20, 0.5, 30, Crop.NONE)), Grab.BODY, new Spot(400, 300));
        assertEquals(new Transform(43, 12, 0.5, 30, Crop.NONE), drag.to(new Spot(433, 292), false));
        assertEquals(new Transform(43, 20, 0.5, 30, Crop.NONE), drag.to(new Spot(433, 292), true));
        assertEquals(new Transform(10, 60, 0.5, 30, Crop.NONE), drag.to(new Spot(403, 340), true));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3 })
    void aCornerThatIsDraggedStaysUnderTheMouse(int corner) {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            HandleBox box = box(new Transform(random.nextInt(200) - 100, random.nextInt(200) - 100, 0.2 + random.nextDouble(),
                    random.nextInt(360), 0.3, 0.6, Crop.NONE));
            Spot from = box.corners().get(corner);
            Spot anchor = box.anchor();
            double factor = 0.3 + random.nextDouble() * 3;
            Spot to = new Spot(anchor.xPx() + (from.xPx() - anchor.xPx()) * factor,
                    anchor.yPx() + (from.yPx() - anchor.yPx()) * factor);
            HandleBox now = box.with(new HandleDrag(box, Grab.CORNER, from).to(to, false));
            assertTrue(now.corners().get(corner).distance(to) < 0.1, "seed " + SEED);
            assertEquals(anchor, now.anchor());
        }
    }

    @Test
    void theKnobTurnsTheShortWayAndBoundByStepsOfFifteenDegrees() {
        HandleBox box = box(new Transform(0, 0, 0.5, 350, Crop.NONE));
        Spot knob = box.knob(ABOVE);
        HandleDrag drag = new HandleDrag(box, Grab.KNOB, knob);
        assertEquals(box.transform(), drag.to(knob, false));
        Spot upright = box(new Transform(0, 0, 0.5, 10, Crop.NONE)).knob(300);
        assertEquals(370, drag.to(upright, false).rotationDegrees(), 1e-6);
        assertEquals(375, drag.to(upright, true).rotationDegrees(), 1e-6);
        Spot right = box(new Transform(0, 0, 0.5, 90, Crop.NONE)).knob(ABOVE);
        assertEquals(450, drag.to(right, false).rotationDegrees(), 1e-6);
    }

    @Test
    void neitherTooSmallNorTooLarge() {
        HandleBox box = box(Transform.IDENTITY);
        HandleDrag drag = new HandleDrag(box, Grab.CORNER, box.corners().get(0));
        assertEquals(0.01, drag.to(box.anchor(), false).scale());
        assertEquals(100, drag.to(new Spot(1e9, 0), false).scale());
    }
}
