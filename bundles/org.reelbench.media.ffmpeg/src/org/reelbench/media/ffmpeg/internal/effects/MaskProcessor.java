package org.reelbench.media.ffmpeg.internal.effects;

import java.util.SortedMap;

import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * The code of the mask: the alpha plane times how far inside the shape a pixel lies. An edge is as soft as asked for, at least a
 * pixel, so that it does not crawl when it moves by less.
 */
final class MaskProcessor extends ValuedProcessor {

    private static final int ALPHA_PLANE = 3;
    private static final int ONE = 1 << 12;

    private int[] gains = {};
    private int width;
    private int height;

    MaskProcessor(SortedMap<String, Object> values) {
        super(Planes.ALPHA, values);
    }

    @Override
    void valuesChanged() {
        width = 0;
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        if (width != frame.format().widthPx() || height != frame.format().heightPx()) {
            width = frame.format().widthPx();
            height = frame.format().heightPx();
            gains = gains();
        }
        Planes.eachRow(frame, ALPHA_PLANE, (row, y) -> {
            for (int x = 0; x < row.length; x++) {
                row[x] = (byte) ((row[x] & 0xff) * gains[y * width + x] + ONE / 2 >> 12);
            }
        });
    }

    private int[] gains() {
        double centreX = number("centreX") * width;
        double centreY = number("centreY") * height;
        double halfWidth = number("width") * width / 2;
        double halfHeight = number("height") * height / 2;
        double turn = Math.toRadians(number("degrees"));
        double softPx = Math.max(1, number("feather") * height);
        boolean ellipse = string("shape").equals("ellipse");
        boolean outside = flag("outside");
        double cosine = StrictMath.cos(turn);
        double sine = StrictMath.sin(turn);
        int[] made = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromX = x + 0.5 - centreX;
                double fromY = y + 0.5 - centreY;
                double across = Math.abs(fromX * cosine + fromY * sine);
                double along = Math.abs(fromY * cosine - fromX * sine);
                double distance = ellipse
                        ? besideEllipse(across, along, halfWidth, halfHeight)
                        : Math.max(across - halfWidth, along - halfHeight);
                double inside = Math.clamp(0.5 - distance / softPx, 0.0, 1.0);
                made[y * width + x] = (int) Math.round(ONE * (outside ? 1 - inside : inside));
            }
        }
        return made;
    }

    /** About how far a point lies beside an ellipse: exact on its edge, where the soft part is. */
    private static double besideEllipse(double across, double along, double halfWidth, double halfHeight) {
        if (halfWidth <= 0 || halfHeight <= 0) {
            return Double.MAX_VALUE;
        }
        double u = across / halfWidth;
        double v = along / halfHeight;
        double value = u * u + v * v - 1;
        double slope = 2 * Math.sqrt(u * u / (halfWidth * halfWidth) + v * v / (halfHeight * halfHeight));
        return slope == 0 ? -Math.min(halfWidth, halfHeight) : value / slope;
    }
}
