package org.reelbench.render.internal;

import org.reelbench.media.Canvas;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Transform;

/**
 * Turns a clip's transform, which knows no sizes, into pixels of a canvas. What is only fitted lies on whole pixels; everything
 * that people set counts in parts of them.
 */
final class Placements {

    /** As large as filters can count, and as small as anybody can see. */
    private static final double MOST_PX = 1e9;
    private static final double LEAST_PX = 1e-6;

    private Placements() {
    }

    /**
     * Does {@link #of(Transform, PictureFormat, Shown, Canvas)} for pictures that may stand in for larger ones.
     *
     * @param picture the shape of the pictures as decoded
     * @param whole the shape of the source's own pictures, which decides where they lie; smaller ones may stand in for them
     * @param shown how players show the source's pictures
     */
    static Placement of(Transform transform, PictureFormat picture, PictureFormat whole, Shown shown, Canvas canvas) {
        Placement placement = of(transform, whole, shown, canvas);
        double perX = (double) picture.widthPx() / whole.widthPx();
        double perY = (double) picture.heightPx() / whole.heightPx();
        return perX == 1 && perY == 1
                ? placement
                : new Placement(placement.cropLeftPx() * perX, placement.cropTopPx() * perY, placement.cropRightPx() * perX,
                        placement.cropBottomPx() * perY, placement.leftPx(), placement.topPx(), placement.widthPx(),
                        placement.heightPx(), placement.rotationDegrees());
    }

    /**
     * Fits the picture into the canvas as players show it, crops it, then scales, moves and turns it.
     *
     * @param shown how players show the source's pictures
     */
    static Placement of(Transform transform, PictureFormat picture, Shown shown, Canvas canvas) {
        int turnDegrees = shown.turnDegrees();
        boolean onItsSide = turnDegrees % 180 != 0;
        double wide = picture.widthPx() * shown.pixelAspect();
        double shownWidth = onItsSide ? picture.heightPx() : wide;
        double shownHeight = onItsSide ? wide : picture.heightPx();
        // The whole picture is fitted, so that a crop cuts pieces off instead of making the rest larger.
        double fit = Math.min(canvas.widthPx() / shownWidth, canvas.heightPx() / shownHeight);
        double width = fitted(shownWidth * fit, canvas.widthPx()) * transform.scale();
        double height = fitted(shownHeight * fit, canvas.heightPx()) * transform.scale();
        double perX = (onItsSide ? height : width) / picture.widthPx();
        double perY = (onItsSide ? width : height) / picture.heightPx();
        Crop crop = asCoded(transform.crop(), turnDegrees);
        double left = Math.min(crop.leftPx(), picture.widthPx() - 1);
        double top = Math.min(crop.topPx(), picture.heightPx() - 1);
        double right = Math.min(crop.rightPx(), picture.widthPx() - 1 - left);
        double bottom = Math.min(crop.bottomPx(), picture.heightPx() - 1 - top);
        double leftWidth = side((picture.widthPx() - left - right) * perX);
        double leftHeight = side((picture.heightPx() - top - bottom) * perY);
        // What is left stays where it was in the whole picture, which turns about its anchor.
        double anchorX = (Transform.MIDDLE - transform.anchorX()) * width;
        double anchorY = (Transform.MIDDLE - transform.anchorY()) * height;
        double turned = transform.rotationDegrees();
        double middleX = canvas.widthPx() / 2.0 + transform.xPx() + anchorX * cosine(turned) - anchorY * cosine(turned - 90);
        double middleY = canvas.heightPx() / 2.0 + transform.yPx() + anchorX * cosine(turned - 90) + anchorY * cosine(turned);
        double degrees = turned + turnDegrees;
        double besideX = (left - right) * perX / 2;
        double besideY = (top - bottom) * perY / 2;
        double centreX = middleX + besideX * cosine(degrees) - besideY * cosine(degrees - 90);
        double centreY = middleY + besideX * cosine(degrees - 90) + besideY * cosine(degrees);
        return new Placement(left, top, right, bottom, place(centreX - leftWidth / 2), place(centreY - leftHeight / 2), leftWidth,
                leftHeight, degrees);
    }

    /** The nearest whole length that leaves as many pixels on one side of the canvas as on the other. */
    private static double fitted(double length, int canvasLength) {
        double odd = canvasLength % 2;
        double pairs = Math.rint((length - odd) / 2);
        return Math.clamp(2 * pairs + odd, Math.min(canvasLength, 2 - odd), canvasLength);
    }

    /** People crop what they see: its sides, by where they lie in the picture as coded. */
    private static Crop asCoded(Crop shown, int turnDegrees) {
        return switch (turnDegrees) {
        case 90 -> new Crop(shown.topPx(), shown.rightPx(), shown.bottomPx(), shown.leftPx());
        case 180 -> new Crop(shown.rightPx(), shown.bottomPx(), shown.leftPx(), shown.topPx());
        case 270 -> new Crop(shown.bottomPx(), shown.leftPx(), shown.topPx(), shown.rightPx());
        default -> shown;
        };
    }

    private static double side(double lengthPx) {
        return Math.clamp(lengthPx, LEAST_PX, MOST_PX);
    }

    private static double place(double px) {
        return Math.clamp(px, -MOST_PX, MOST_PX);
    }

    /** The cosine, exact at right angles: half a pixel must not be rounded the other way for the last bit of a double. */
    private static double cosine(double degrees) {
        if (degrees % 90 != 0) {
            return Math.cos(Math.toRadians(degrees));
        }
        return switch ((int) Math.abs(degrees / 90 % 4)) {
        case 0 -> 1;
        case 2 -> -1;
        default -> 0;
        };
    }
}
