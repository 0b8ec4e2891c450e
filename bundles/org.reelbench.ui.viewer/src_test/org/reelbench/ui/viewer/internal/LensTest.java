package org.reelbench.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

/** Where a picture of 1920 × 1080 lies on a ground of 800 × 600. */
class LensTest {

    private static final Rectangle AREA = new Rectangle(0, 0, 800, 600);

    private final Lens lens = new Lens();

    LensTest() {
        lens.look(1920, 1080);
    }

    @Test
    void byAFactorItLiesInTheMiddleAndIsRenderedNoLargerThanItIs() {
        assertTrue(lens.isFit());
        lens.zoom(0.5);
        assertEquals(new Rectangle(-80, 30, 960, 540), lens.target(AREA));
        assertEquals(new Point(960, 540), lens.pictures());
        lens.zoom(2);
        assertEquals(new Rectangle(400 - 1920, 300 - 1080, 3840, 2160), lens.target(AREA));
        assertEquals(new Point(1920, 1080), lens.pictures());
        lens.zoom(0);
        assertTrue(lens.isFit());
    }

    @Test
    void whatIsUnderTheMouseStaysThere() {
        Rectangle shown = new Rectangle(8, 80, 784, 441);
        double across = (600 - shown.x) / (double) shown.width;
        double down = (200 - shown.y) / (double) shown.height;
        for (int turn = 0; turn < 8; turn++) {
            lens.zoomAt(turn < 5 ? 1.25 : 0.8, 600, 200, shown, AREA);
            shown = lens.target(AREA);
            assertEquals(600, shown.x + across * shown.width, 2);
            assertEquals(200, shown.y + down * shown.height, 2);
        }
        assertFalse(lens.isFit());
        lens.move(10, -20);
        assertEquals(new Rectangle(shown.x + 10, shown.y - 20, shown.width, shown.height), lens.target(AREA));
    }

    @Test
    void neitherTooNearNorTooFar() {
        for (int turn = 0; turn < 60; turn++) {
            lens.zoomAt(1.25, 1, 1, lens.isFit() ? AREA : lens.target(AREA), AREA);
        }
        assertEquals(16, lens.factor());
        lens.zoom(0.001);
        assertEquals(1 / 16.0, lens.factor());
        lens.look(20_000, 10_000);
        lens.zoom(1);
        assertEquals(new Point(4096, 2048), lens.pictures());
    }

    @Test
    void safeAreasLieInThePictureByTheirParts() {
        assertEquals(new Rectangle(35, 35, 929, 929), SafeAreas.within(new Rectangle(0, 0, 1000, 1000), 0.035));
    }
}
