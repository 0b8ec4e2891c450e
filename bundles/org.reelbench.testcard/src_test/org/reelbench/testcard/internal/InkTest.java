package org.reelbench.testcard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;

class InkTest {

    @Test
    void primariesAreTheNumbersOfTheStandards() {
        assertEquals(new Ink(235, 128, 128), Ink.ofRgb(1, 1, 1, ColorDescription.BT709_LIMITED));
        assertEquals(new Ink(16, 128, 128), Ink.ofRgb(0, 0, 0, ColorDescription.BT709_LIMITED));
        assertEquals(new Ink(63, 102, 240), Ink.ofRgb(1, 0, 0, ColorDescription.BT709_LIMITED));
        assertEquals(new Ink(173, 42, 26), Ink.ofRgb(0, 1, 0, ColorDescription.BT709_LIMITED));
        assertEquals(new Ink(32, 240, 118), Ink.ofRgb(0, 0, 1, ColorDescription.BT709_LIMITED));
        ColorDescription jpeg = new ColorDescription(Matrix.BT601, Range.FULL);
        assertEquals(new Ink(76, 85, 255), Ink.ofRgb(1, 0, 0, jpeg));
        assertEquals(new Ink(150, 44, 21), Ink.ofRgb(0, 1, 0, jpeg));
        assertThrows(IllegalArgumentException.class,
                () -> Ink.ofRgb(0, 0, 0, new ColorDescription(Matrix.RGB, Range.FULL)));
    }

    @Test
    void oklabEndsAreBlackAndWhiteAndItsHuesAreWhereTheyBelong() {
        assertEquals(new Ink(16, 128, 128), Ink.of(0, 0, 0, ColorDescription.BT709_LIMITED));
        assertEquals(new Ink(235, 128, 128), Ink.of(1, 0, 0, ColorDescription.BT709_LIMITED));
        Ink blue = Ink.of(0.5, 0.15, 260, ColorDescription.BT709_LIMITED);
        assertTrue(blue.u() > 150 && blue.v() < 120, blue::toString);
        Ink red = Ink.of(0.5, 0.15, 25, ColorDescription.BT709_LIMITED);
        assertTrue(red.v() > 150 && red.u() < 128, red::toString);
    }
}
