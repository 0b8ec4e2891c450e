package org.reelbench.ui.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

/** Rectangles and bars, without a window. */
class ShapesTest {

    @Test
    void aRegionIsTheSameFromWhicheverCornerItIsDrawn() {
        Rectangle drawn = new Rectangle(100, 50, 200, 120);
        assertEquals(drawn, RegionPicker.upright(new Rectangle(300, 170, -200, -120)));
        assertEquals(drawn, RegionPicker.upright(new Rectangle(100, 170, 200, -120)));
        assertEquals("200x120+100+50", RegionPicker.text(drawn));
    }

    @Test
    void aRegionHasEvenSidesAndBeginsOnTheScreen() {
        assertEquals("200x120+0+7", RegionPicker.text(new Rectangle(-3, 7, 201, 121)));
    }

    @Test
    void aPreviewKeepsItsShapeAndIsNotEnlarged() {
        assertEquals(new Point(480, 270), RecordingLook.fitted(1280, 720, 480, 400));
        assertEquals(new Point(160, 90), RecordingLook.fitted(1280, 720, 480, 90));
        assertEquals(new Point(320, 180), RecordingLook.fitted(320, 180, 480, 400));
    }

    @Test
    void theMeterGoesFromSilenceToFullScale() {
        assertEquals(0, LevelMeter.fraction(Double.NEGATIVE_INFINITY));
        assertEquals(0.5, LevelMeter.fraction(LevelMeter.FLOOR_DB / 2));
        assertEquals(1, LevelMeter.fraction(2));
    }
}
