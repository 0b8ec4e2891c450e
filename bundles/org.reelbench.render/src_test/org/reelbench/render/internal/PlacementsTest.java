package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.Alpha;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Fields;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.Transform;

class PlacementsTest {

    private final Canvas canvas = new Canvas(1920, 1080, Sequences.FPS_25, ColorDescription.BT709_LIMITED);

    @ParameterizedTest
    @CsvSource({ "1920, 1080, 0, 0, 1920, 1080", "640, 360, 0, 0, 1920, 1080", "3840, 2160, 0, 0, 1920, 1080",
            "1440, 1080, 240, 0, 1440, 1080", "2000, 1000, 0, 60, 1920, 960", "1080, 1920, 656, 0, 608, 1080",
            "1, 1, 420, 0, 1080, 1080" })
    void thePictureIsFittedAndCentred(int widthPx, int heightPx, double leftPx, double topPx, int fittedWidthPx,
            int fittedHeightPx) {
        assertEquals(Placement.at(leftPx, topPx, fittedWidthPx, fittedHeightPx), of(Transform.IDENTITY, widthPx, heightPx, 0));
    }

    @Test
    void scaleAndOffsetCountFromTheCentre() {
        Placement half = of(new Transform(100, -50, 0.5, 0, Crop.NONE), 1920, 1080, 0);
        assertEquals(Placement.at(480 + 100, 270 - 50, 960, 540), half);
        assertEquals(Placement.at(-960, -540, 3840, 2160), of(new Transform(0, 0, 2, 0, Crop.NONE), 640, 360, 0));
    }

    @Test
    void aCropCutsPiecesOffAndLeavesTheRestInPlace() {
        Placement cropped = of(new Transform(0, 0, 1, 0, new Crop(64, 0, 0, 36)), 640, 360, 0);
        assertEquals(new Placement(64, 0, 0, 36, 192, 0, 1728, 972, 0), cropped);
    }

    @Test
    void aCropThatWouldLeaveNothingLeavesAPixel() {
        Placement placement = of(new Transform(0, 0, 1, 0, new Crop(5000, 5000, 5000, 5000)), 640, 360, 0);
        assertEquals(639, placement.cropLeftPx());
        assertEquals(0, placement.cropRightPx());
        assertEquals(3, placement.widthPx());
        assertEquals(3, placement.heightPx());
    }

    @Test
    void scalesBeyondReasonStayNumbersOfPixels() {
        assertEquals(1e9, of(new Transform(1e300, 0, 1e12, 0, Crop.NONE), 640, 360, 0).widthPx());
        assertEquals(1e9, of(new Transform(1e300, 0, 1, 0, Crop.NONE), 640, 360, 0).leftPx());
        assertEquals(1e-6, of(new Transform(0, 0, 1e-12, 0, Crop.NONE), 640, 360, 0).heightPx());
    }

    @Test
    void partsOfPixelsCountButForTheFitting() {
        // 1000x700 fits as 1542.86x1080: an even number, so that it lies on whole pixels.
        Placement fitted = of(Transform.IDENTITY, 1000, 700, 0);
        assertEquals(Placement.at(189, 0, 1542, 1080), fitted);
        assertTrue(fitted.isOnPixels());
        assertEquals(Placement.at(189.125, -0.25, 1542, 1080), of(new Transform(0.125, -0.25, 1, 0, Crop.NONE), 1000, 700, 0));
        assertEquals(Placement.at(574.5, 270, 771, 540), of(new Transform(0, 0, 0.5, 0, Crop.NONE), 1000, 700, 0));
        Placement cropped = of(new Transform(0, 0, 1, 0, new Crop(0.5, 0, 0, 10.25)), 1920, 1080, 0);
        assertEquals(new Placement(0.5, 0, 0, 10.25, 0.5, 0, 1919.5, 1069.75, 0), cropped);
    }

    @Test
    void aPictureHoldsOnToItsAnchor() {
        Placement corner = of(new Transform(100, 50, 0.5, 90, 0, 0, Crop.NONE), 1920, 1080, 0);
        // The upper left corner is at (1060, 590), and the picture hangs down to the left of it.
        assertCentre(1060 - 270, 590 + 480, corner);
        Placement edge = of(new Transform(0, 0, 0.25, 0, 1, 0.5, Crop.NONE), 1920, 1080, 0);
        assertCentre(960 - 240, 540, edge);
    }

    @Test
    void pixelsThatAreNotSquareAreShownAsWideAsTheyAre() {
        PictureFormat dvd = PictureFormat.of(720, 576, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        Shown wide = new Shown(0, 64.0 / 45, Fields.AS_FLAGGED, Interpretation.Color.AUTO, Interpretation.Range.AUTO,
                Alpha.AS_FLAGGED);
        assertEquals(Placement.at(0, 0, 1920, 1080), Placements.of(Transform.IDENTITY, dvd, wide, canvas));
        Shown narrow = new Shown(90, 16.0 / 15, Fields.AS_FLAGGED, Interpretation.Color.AUTO, Interpretation.Range.AUTO,
                Alpha.AS_FLAGGED);
        Placement turned = Placements.of(Transform.IDENTITY, dvd, narrow, canvas);
        assertEquals(1080, turned.widthPx());
        assertEquals(810, turned.heightPx());
        assertCentre(960, 540, turned);
    }

    @Test
    void aCroppedPictureTurnsAboutTheCentreOfTheWhole() {
        // What is left of the right half lies below the centre after a quarter turn clockwise.
        Placement quarter = of(new Transform(0, 0, 1, 90, new Crop(960, 0, 0, 0)), 1920, 1080, 0);
        assertCentre(960, 540 + 480, quarter);
        assertCentre(960 - 480, 540, of(new Transform(0, 0, 1, 180, new Crop(960, 0, 0, 0)), 1920, 1080, 0));
        assertCentre(960, 540 - 480, of(new Transform(0, 0, 1, -90, new Crop(960, 0, 0, 0)), 1920, 1080, 0));
        double diagonal = 480 * Math.sqrt(0.5);
        assertCentre(960 + diagonal, 540 + diagonal, of(new Transform(0, 0, 1, 45, new Crop(960, 0, 0, 0)), 1920, 1080, 0));
    }

    @ParameterizedTest
    @CsvSource({ "90, 1080, 1920, 608", "270, 1080, 1920, 608", "180, 1920, 1080, 1920", "0, 1920, 1080, 1920" })
    void aPictureThatPlayersTurnIsFittedAsTheyShowIt(int turn, int shownWidth, int shownHeight, int fittedWidth) {
        Placement placement = of(Transform.IDENTITY, 1920, 1080, turn);
        Placement shown = of(Transform.IDENTITY, shownWidth, shownHeight, 0);
        assertEquals(fittedWidth, turn % 180 == 0 ? placement.widthPx() : placement.heightPx());
        assertEquals(turn % 180 == 0 ? shown.heightPx() : shown.widthPx(),
                turn % 180 == 0 ? placement.heightPx() : placement.heightPx());
        assertCentre(960, 540, placement);
        assertEquals(turn, placement.rotationDegrees());
    }

    @ParameterizedTest
    @CsvSource({ "90, 0, 0, 0, 100", "180, 0, 0, 100, 0", "270, 0, 100, 0, 0", "0, 100, 0, 0, 0" })
    void aCropOfTheLeftSideIsTheLeftSideThatPeopleSee(int turn, int left, int top, int right, int bottom) {
        Placement placement = of(new Transform(0, 0, 1, 0, new Crop(100, 0, 0, 0)), 1000, 1000, turn);
        assertEquals(left, placement.cropLeftPx());
        assertEquals(top, placement.cropTopPx());
        assertEquals(right, placement.cropRightPx());
        assertEquals(bottom, placement.cropBottomPx());
        assertCentre(960 + 54, 540, placement);
    }

    @Test
    void theClipsOwnTurnIsAddedToThatOfTheSource() {
        assertEquals(100, of(new Transform(0, 0, 1, 10, Crop.NONE), 1920, 1080, 90).rotationDegrees());
    }

    private static void assertCentre(double x, double y, Placement placement) {
        assertEquals(x, placement.leftPx() + placement.widthPx() / 2.0, 1e-9);
        assertEquals(y, placement.topPx() + placement.heightPx() / 2.0, 1e-9);
    }

    private Placement of(Transform transform, int widthPx, int heightPx, int turn) {
        PictureFormat picture = PictureFormat.of(widthPx, heightPx, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        return Placements.of(transform, picture, new Shown(turn, 1, Fields.AS_FLAGGED, Interpretation.Color.AUTO,
                Interpretation.Range.AUTO, Alpha.AS_FLAGGED), canvas);
    }
}
