package org.reelbench.render.internal;

import org.reelbench.media.Canvas;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Transform;

/** Turns a clip's transform, which knows no sizes, into pixels of a canvas. */
final class Placements {

    private Placements() {
    }

    /**
     * Fits the picture into the canvas as players show it, crops it, then scales, moves and turns it.
     *
     * @param turnDegrees how far players turn the source's pictures clockwise: 0, 90, 180 or 270
     */
    static Placement of(Transform transform, PictureFormat picture, int turnDegrees, Canvas canvas) {
        boolean onItsSide = turnDegrees % 180 != 0;
        int shownWidth = onItsSide ? picture.heightPx() : picture.widthPx();
        int shownHeight = onItsSide ? picture.widthPx() : picture.heightPx();
        // The whole picture is fitted, so that a crop cuts pieces off instead of making the rest larger.
        double fit = Math.min((double) canvas.widthPx() / shownWidth, (double) canvas.heightPx() / shownHeight);
        double scale = fit * transform.scale();
        Crop crop = asCoded(transform.crop(), turnDegrees);
        int left = edge(crop.leftPx(), picture.widthPx() - 1);
        int top = edge(crop.topPx(), picture.heightPx() - 1);
        int right = edge(crop.rightPx(), picture.widthPx() - 1 - left);
        int bottom = edge(crop.bottomPx(), picture.heightPx() - 1 - top);
        int width = side((picture.widthPx() - left - right) * scale);
        int height = side((picture.heightPx() - top - bottom) * scale);
        // What is left stays where it was in the whole picture, which turns about its anchor.
        double anchorX = (Transform.MIDDLE - transform.anchorX()) * shownWidth * scale;
        double anchorY = (Transform.MIDDLE - transform.anchorY()) * shownHeight * scale;
        double turned = transform.rotationDegrees();
        double middleX = canvas.widthPx() / 2.0 + transform.xPx() + anchorX * cosine(turned) - anchorY * cosine(turned - 90);
        double middleY = canvas.heightPx() / 2.0 + transform.yPx() + anchorX * cosine(turned - 90) + anchorY * cosine(turned);
        double degrees = turned + turnDegrees;
        double besideX = (left - right) * scale / 2;
        double besideY = (top - bottom) * scale / 2;
        double centreX = middleX + besideX * cosine(degrees) - besideY * cosine(degrees - 90);
        double centreY = middleY + besideX * cosine(degrees - 90) + besideY * cosine(degrees);
        return new Placement(left, top, right, bottom, centreX - width / 2.0, centreY - height / 2.0, width, height, degrees);
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

    private static int edge(double cutPx, int mostPx) {
        return (int) Math.min(Math.round(cutPx), mostPx);
    }

    private static int side(double lengthPx) {
        return Math.clamp(Math.round(lengthPx), 1, Integer.MAX_VALUE);
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
