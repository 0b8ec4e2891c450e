package org.reelbench.media.ffmpeg.internal.effects;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SortedMap;

import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * The code of the transform: each pixel looks where it comes from and mixes the four samples there; where the picture becomes
 * smaller, the mean of several such places. Colour is weighed by its alpha, so that no edge gets a seam.
 */
final class MoveProcessor extends ValuedProcessor {

    private static final int PLANES = 4;
    private static final int ALPHA_PLANE = 3;
    private static final int MOST_PLACES = 6;

    MoveProcessor(SortedMap<String, Object> values) {
        super(Planes.FULL, values);
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        int width = frame.format().widthPx();
        int height = frame.format().heightPx();
        double scaleX = number("scaleX");
        double scaleY = number("scaleY");
        double degrees = number("degrees");
        if (scaleX == 1 && scaleY == 1 && degrees == 0 && number("right") == 0 && number("down") == 0) {
            return;
        }
        double turn = StrictMath.toRadians(degrees);
        double cosine = StrictMath.cos(turn);
        double sine = StrictMath.sin(turn);
        double anchorX = number("anchorX") * width;
        double anchorY = number("anchorY") * height;
        double heldX = anchorX + number("right") * width;
        double heldY = anchorY + number("down") * height;
        Sampled from = new Sampled(frame, width, height);
        int places = (int) Math.clamp(Math.ceil(1 / Math.min(scaleX, scaleY) - 1e-9), 1, MOST_PLACES);
        byte[][] rows = new byte[PLANES][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                from.begin();
                for (int j = 0; j < places; j++) {
                    for (int i = 0; i < places; i++) {
                        double toX = x + (i + 0.5) / places - heldX;
                        double toY = y + (j + 0.5) / places - heldY;
                        from.add((toX * cosine + toY * sine) / scaleX + anchorX - 0.5,
                                (toY * cosine - toX * sine) / scaleY + anchorY - 0.5);
                    }
                }
                from.end(rows, x, places * places);
            }
            for (int plane = 0; plane < PLANES; plane++) {
                MemorySegment.copy(rows[plane], 0, frame.plane(plane), ValueLayout.JAVA_BYTE,
                        (long) y * frame.strideBytes(plane), width);
            }
        }
    }

    /** The picture as it was, and the sums of one pixel while it is looked up. */
    private static final class Sampled {

        private final byte[][] planes = new byte[PLANES][];
        private final double[] sums = new double[PLANES];
        private final int width;
        private final int height;

        Sampled(VideoFrame frame, int width, int height) {
            this.width = width;
            this.height = height;
            for (int plane = 0; plane < PLANES; plane++) {
                planes[plane] = Planes.copy(frame, plane);
            }
        }

        void begin() {
            for (int plane = 0; plane < PLANES; plane++) {
                sums[plane] = 0;
            }
        }

        void add(double x, double y) {
            int left = (int) Math.floor(x);
            int top = (int) Math.floor(y);
            double rightPart = x - left;
            double lowerPart = y - top;
            one(left, top, (1 - rightPart) * (1 - lowerPart));
            one(left + 1, top, rightPart * (1 - lowerPart));
            one(left, top + 1, (1 - rightPart) * lowerPart);
            one(left + 1, top + 1, rightPart * lowerPart);
        }

        private void one(int x, int y, double part) {
            if (part > 0 && x >= 0 && y >= 0 && x < width && y < height) {
                int at = y * width + x;
                double weight = part * (planes[ALPHA_PLANE][at] & 0xff);
                for (int plane = 0; plane < ALPHA_PLANE; plane++) {
                    sums[plane] += weight * (planes[plane][at] & 0xff);
                }
                sums[ALPHA_PLANE] += weight;
            }
        }

        void end(byte[][] rows, int x, int places) {
            double alpha = sums[ALPHA_PLANE];
            for (int plane = 0; plane < ALPHA_PLANE; plane++) {
                rows[plane][x] = (byte) (alpha == 0 ? 128 : Math.round(sums[plane] / alpha));
            }
            rows[ALPHA_PLANE][x] = (byte) Math.round(alpha / places);
        }
    }
}
