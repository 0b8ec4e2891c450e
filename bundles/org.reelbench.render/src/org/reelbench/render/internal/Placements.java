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

    /** Fits the cropped picture into the canvas, then scales, moves and turns it. */
    static Placement of(Transform transform, PictureFormat picture, Canvas canvas) {
        Crop crop = transform.crop();
        int left = Math.min(crop.leftPx(), picture.widthPx() - 1);
        int top = Math.min(crop.topPx(), picture.heightPx() - 1);
        int right = Math.min(crop.rightPx(), picture.widthPx() - 1 - left);
        int bottom = Math.min(crop.bottomPx(), picture.heightPx() - 1 - top);
        int croppedWidth = picture.widthPx() - left - right;
        int croppedHeight = picture.heightPx() - top - bottom;
        // The whole picture is fitted, so that a crop cuts pieces off instead of making the rest larger.
        double fit = Math.min((double) canvas.widthPx() / picture.widthPx(), (double) canvas.heightPx() / picture.heightPx());
        double scale = fit * transform.scale();
        int width = (int) Math.max(1, Math.round(croppedWidth * scale));
        int height = (int) Math.max(1, Math.round(croppedHeight * scale));
        // What is left stays where it was in the whole picture.
        double centreX = canvas.widthPx() / 2.0 + transform.xPx() + (left - right) * scale / 2;
        double centreY = canvas.heightPx() / 2.0 + transform.yPx() + (top - bottom) * scale / 2;
        return new Placement(left, top, right, bottom, centreX - width / 2.0, centreY - height / 2.0, width, height,
                transform.rotationDegrees());
    }
}
