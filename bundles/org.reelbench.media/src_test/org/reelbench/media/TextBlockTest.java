package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.reelbench.media.TextBlock.Align;

/** Letters become shapes, in the right place. */
class TextBlockTest {

    private static Stencil draw(String text, Align align, double x, double y) {
        return new TextBlock(text, Typeface.SANS, 40, align, x, y, 0).draw(400, 200);
    }

    private static double area(Stencil stencil) {
        double area = 0;
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 400; x++) {
                area += stencil.at(x, y) / 255.0;
            }
        }
        return area;
    }

    @Test
    void lettersCoverWhatTheirOutlinesEnclose() {
        // Of an I, which is a bar of 191 by 1409 units of 2048.
        assertEquals(191.0 * 1409 / 2048 / 2048 * 40 * 40, area(draw("I", Align.CENTER, 200, 100)), 0.5);
        Stencil ring = draw("O", Align.CENTER, 200, 100);
        assertEquals(0, ring.at(200, 100), "the middle of an O is open");
    }

    @Test
    void placesBetweenPixelsKeepTheAreaAndMoveTheShape() {
        double at = area(draw("Wg", Align.CENTER, 200, 100));
        for (double part : new double[] { 0.1, 0.25, 0.5, 0.9 }) {
            assertEquals(at, area(draw("Wg", Align.CENTER, 200 + part, 100 + part)), at * 0.001);
        }
        assertEquals(centre(draw("Wg", Align.CENTER, 200, 100)) + 0.3, centre(draw("Wg", Align.CENTER, 200.3, 100)), 0.01);
    }

    private static double centre(Stencil stencil) {
        double sum = 0;
        double moment = 0;
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 400; x++) {
                sum += stencil.at(x, y);
                moment += stencil.at(x, y) * (x + 0.5);
            }
        }
        return moment / sum;
    }

    @Test
    void linesLieToTheirSideAndBelowEachOther() {
        assertTrue(draw("HH", Align.LEFT, 200, 100).leftPx() >= 200);
        Stencil right = draw("HH", Align.RIGHT, 200, 100);
        assertTrue(right.leftPx() + right.widthPx() <= 201);
        assertEquals(200, centre(draw("HH", Align.CENTER, 200, 100)), 0.1);
        Stencil one = draw("H", Align.CENTER, 200, 100);
        Stencil two = draw("H\nH", Align.CENTER, 200, 100);
        assertEquals(2 * area(one), area(two), 0.5);
        assertTrue(two.topPx() < one.topPx() - 10 && two.heightPx() > 2 * one.heightPx());
    }

    @Test
    void longLinesAreBrokenBetweenWords() {
        Stencil wide = draw("HHHH HHHH HHHH", Align.CENTER, 200, 100);
        Stencil broken = new TextBlock("HHHH HHHH HHHH", Typeface.SANS, 40, Align.CENTER, 200, 100, 150).draw(400, 200);
        assertTrue(broken.widthPx() < 150 && wide.widthPx() > 300);
        assertEquals(area(wide), area(broken), 0.5);
    }

    @Test
    void nothingInATextIsACommand() {
        // The same letters in another order cover the same: each of these characters is drawn, none does anything.
        String special = "'\";:,\\%{}[]()$&|<>=@#~`^!?*+-_./";
        double sum = 0;
        for (char c : special.toCharArray()) {
            double own = area(draw("" + c, Align.CENTER, 200, 100));
            assertTrue(own > 5, "the character " + c + " is drawn");
            sum += own;
        }
        assertEquals(sum, area(new TextBlock(special, Typeface.SANS, 40, Align.CENTER, 500, 100, 0).draw(1000, 200), 1000), 12);
    }

    private static double area(Stencil stencil, int width) {
        double area = 0;
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < width; x++) {
                area += stencil.at(x, y) / 255.0;
            }
        }
        return area;
    }

    @Test
    void whatCannotBeSeenIsLeftOutAndUnknownLettersAreBoxes() {
        assertEquals(area(draw("ab", Align.CENTER, 200, 100)), area(draw("a\u0007\u200bb\u0000", Align.CENTER, 200, 100)));
        assertEquals(0, draw("", Align.CENTER, 200, 100).widthPx());
        assertEquals(area(draw("\ue000", Align.CENTER, 200, 100)), area(draw("\ud83d\ude00", Align.CENTER, 200, 100)));
        assertTrue(area(draw("\ue000", Align.CENTER, 200, 100)) > 5);
    }

    @Test
    void whatLiesBesideThePictureIsCutOff() {
        assertEquals(0, draw("HH", Align.LEFT, 500, 100).widthPx());
        assertEquals(0, draw("HH", Align.LEFT, 100, -500).widthPx());
        double whole = area(draw("HHHH", Align.CENTER, 200, 100));
        assertEquals(whole / 2, area(draw("HHHH", Align.CENTER, 0, 100)), whole * 0.01);
        assertEquals(whole / 2, area(draw("HHHH", Align.CENTER, 400, 100)), whole * 0.01);
        assertTrue(new TextBlock("M", Typeface.SANS_BOLD, 4000, Align.CENTER, 200, 100, 0).draw(400, 200).widthPx() <= 400);
    }

    @Test
    void lettersReadFromTheRightAreTurnedRound() {
        // Of a wide shin and a narrow vav the first is the right one, so the weight lies to the right where shin is first.
        double shinFirst = centre(draw("\u05e9\u05d5", Align.LEFT, 100, 100));
        double vavFirst = centre(draw("\u05d5\u05e9", Align.LEFT, 100, 100));
        assertTrue(shinFirst > vavFirst + 0.5, shinFirst + " and " + vavFirst);
        assertEquals(draw("a", Align.LEFT, 100, 100).leftPx(), draw("a\u05e9\u05d5", Align.LEFT, 100, 100).leftPx());
    }

    @Test
    void sizesWithoutSenseAreRefused() {
        for (double size : new double[] { 0, -1, Double.NaN, 5000 }) {
            assertThrows(IllegalArgumentException.class, () -> new TextBlock("a", Typeface.SANS, size, Align.LEFT, 0, 0, 0));
        }
        assertThrows(IllegalArgumentException.class,
                () -> new TextBlock("a", Typeface.SANS, 1, Align.LEFT, Double.NaN, 0, 0));
    }
}
