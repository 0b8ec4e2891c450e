package org.reelbench.media.ffmpeg.internal.compose;

import org.reelbench.media.Canvas;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;

/**
 * Where a layer lies, in whole pixels.
 *
 * @param cropX the first column of the source that is used
 * @param cropY the first row
 * @param cropWidth how many columns are used
 * @param cropHeight how many rows
 * @param width the picture's width on the canvas before it is turned
 * @param height its height
 * @param turn how it is turned
 * @param x the left side of the box around the turned picture, on the canvas
 * @param y its upper side
 * @param boxWidth the box's width
 * @param boxHeight its height
 */
record LayerGeometry(int cropX, int cropY, int cropWidth, int cropHeight, int width, int height, Turn turn, int x, int y,
        int boxWidth, int boxHeight) {

    private static final int QUARTER = 90;

    /** How a picture is turned. */
    enum Turn {
        /** Not at all. */
        NONE,
        /** By 90° clockwise. */
        CLOCKWISE,
        /** By 180°. */
        HALF,
        /** By 270° clockwise. */
        COUNTERCLOCKWISE
    }

    /**
     * Computes where a layer lies.
     *
     * @param input the shape of its frames
     * @param placement its placement
     * @return the geometry
     * @throws MediaException {@link Reason#UNSUPPORTED} if the crop leaves nothing of the picture
     */
    static LayerGeometry of(PictureFormat input, Placement placement) throws MediaException {
        int cropX = whole(placement.cropLeftPx());
        int cropY = whole(placement.cropTopPx());
        int cropWidth = input.widthPx() - cropX - whole(placement.cropRightPx());
        int cropHeight = input.heightPx() - cropY - whole(placement.cropBottomPx());
        if (cropWidth <= 0 || cropHeight <= 0) {
            throw new MediaException(Reason.UNSUPPORTED, "",
                    "a crop leaves nothing of a picture of " + input.widthPx() + "x" + input.heightPx() + "; crop less");
        }
        int width = Math.max(1, whole(placement.widthPx()));
        int height = Math.max(1, whole(placement.heightPx()));
        Turn turn = turn(placement.rotationDegrees());
        boolean onItsSide = turn == Turn.CLOCKWISE || turn == Turn.COUNTERCLOCKWISE;
        int boxWidth = onItsSide ? height : width;
        int boxHeight = onItsSide ? width : height;
        int x = side(placement.leftPx(), width, boxWidth);
        int y = side(placement.topPx(), height, boxHeight);
        return new LayerGeometry(cropX, cropY, cropWidth, cropHeight, width, height, turn, x, y, boxWidth, boxHeight);
    }

    /** Tells whether anything of the layer lies on the canvas. */
    boolean isOn(Canvas canvas) {
        return x < canvas.widthPx() && y < canvas.heightPx() && x + boxWidth > 0 && y + boxHeight > 0;
    }

    /** Tells whether the layer lies on every pixel of the canvas, and begins where its colour samples begin. */
    boolean covers(Canvas canvas) {
        return isEven(x) && isEven(y) && x <= 0 && y <= 0 && x + boxWidth >= canvas.widthPx()
                && y + boxHeight >= canvas.heightPx();
    }

    /**
     * Tells whether a side of the layer runs between two pixels that share a colour sample, where pictures with colour at half
     * size cannot be laid over each other.
     */
    boolean splitsColorSamples(Canvas canvas) {
        return !isEven(x) || !isEven(y) || (!isEven(x + boxWidth) && x + boxWidth < canvas.widthPx())
                || (!isEven(y + boxHeight) && y + boxHeight < canvas.heightPx());
    }

    private static Turn turn(double degrees) {
        return Turn.values()[Math.floorMod(Math.round(degrees / QUARTER), Turn.values().length)];
    }

    private static int whole(double px) {
        return (int) Math.round(px);
    }

    private static int side(double side, int length, int boxLength) {
        return (int) Math.round(side + (length - boxLength) / 2.0);
    }

    private static boolean isEven(int value) {
        return (value & 1) == 0;
    }
}
