package org.reelbench.media;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A shape to paint through: how much of each pixel of a rectangle it covers.
 * <p>
 * Not changed once made, safe for every thread.
 */
public final class Stencil {

    private static final int OPAQUE = 255;

    private final int leftPx;
    private final int topPx;
    private final int widthPx;
    private final int heightPx;
    private final byte[] coverage;

    /**
     * Creates a stencil.
     *
     * @param leftPx where the rectangle begins in the picture, 0 or more
     * @param topPx where it begins from the top, 0 or more
     * @param widthPx its width; 0 if nothing is covered
     * @param heightPx its height
     * @param coverage how much of each pixel is covered, 0 to 255, row after row; belongs to the stencil from now on
     * @throws IllegalArgumentException if the rectangle begins beside the picture, or there are not as many numbers as pixels
     */
    public Stencil(int leftPx, int topPx, int widthPx, int heightPx, byte[] coverage) {
        if (leftPx < 0 || topPx < 0 || coverage.length != (long) widthPx * heightPx) {
            throw new IllegalArgumentException("a stencil of " + widthPx + "x" + heightPx + " at " + leftPx + ", " + topPx
                    + " with " + coverage.length + " pixels");
        }
        this.leftPx = leftPx;
        this.topPx = topPx;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.coverage = coverage;
    }

    /**
     * Returns where the rectangle begins.
     *
     * @return the distance from the left of the picture in pixels
     */
    public int leftPx() {
        return leftPx;
    }

    /**
     * Returns where the rectangle begins from the top.
     *
     * @return the distance from the top of the picture in pixels
     */
    public int topPx() {
        return topPx;
    }

    /**
     * Returns the width of the rectangle.
     *
     * @return the width in pixels, 0 if nothing is covered
     */
    public int widthPx() {
        return widthPx;
    }

    /**
     * Returns the height of the rectangle.
     *
     * @return the height in pixels
     */
    public int heightPx() {
        return heightPx;
    }

    /**
     * Returns how much of a pixel is covered.
     *
     * @param xPx the pixel's distance from the left of the picture
     * @param yPx the pixel's distance from the top
     * @return 0 to 255; 0 outside the rectangle
     */
    public int at(int xPx, int yPx) {
        int x = xPx - leftPx;
        int y = yPx - topPx;
        return x < 0 || y < 0 || x >= widthPx || y >= heightPx ? 0 : coverage[y * widthPx + x] & OPAQUE;
    }

    /**
     * Paints through the stencil, over what is there. In a picture with transparent parts what is painted becomes visible.
     *
     * @param frame a frame handed out for writing, in any format with readable planes
     * @param color the colour
     * @param opacity 0 (nothing happens) to 1
     */
    public void paint(VideoFrame frame, PaintColor color, double opacity) {
        PictureFormat format = frame.format();
        int[] paint = color.samples(format);
        int strength = (int) Math.round(opacity * (1 << 16));
        switch (format.pixelFormat()) {
        case BGRA, RGBA -> paintPacked(frame, paint, strength);
        default -> {
            // Chroma first: how much it takes on depends on the transparency before.
            for (int plane = Math.min(2, format.pixelFormat().planes() - 1); plane >= 0; plane--) {
                paintPlane(frame, plane, paint[plane], strength);
            }
            if (format.pixelFormat().hasAlpha()) {
                paintAlpha(frame, strength);
            }
        }
        }
    }

    private void paintPlane(VideoFrame frame, int plane, int paint, int strength) {
        PictureFormat format = frame.format();
        int stepX = Math.ceilDiv(format.widthPx(), format.pixelFormat().rowBytes(plane, format.widthPx()));
        int stepY = Math.ceilDiv(format.heightPx(), format.pixelFormat().rows(plane, format.heightPx()));
        boolean alpha = format.pixelFormat().hasAlpha();
        MemorySegment samples = frame.plane(plane);
        int endX = Math.min(leftPx + widthPx, format.widthPx());
        int endY = Math.min(topPx + heightPx, format.heightPx());
        for (int y = topPx / stepY; y * stepY < endY; y++) {
            for (int x = leftPx / stepX; x * stepX < endX; x++) {
                int covered = 0;
                int below = 0;
                for (int j = 0; j < stepY; j++) {
                    for (int i = 0; i < stepX; i++) {
                        covered += at(x * stepX + i, y * stepY + j);
                        below += alpha ? alphaAt(frame, x * stepX + i, y * stepY + j) : OPAQUE;
                    }
                }
                if (covered > 0) {
                    int pixels = stepX * stepY;
                    double over = (double) covered * strength / (1 << 16) / (pixels * OPAQUE);
                    double weight = weight(over, (double) below / (pixels * OPAQUE));
                    long at = (long) y * frame.strideBytes(plane) + x;
                    mix(samples, at, paint, weight);
                }
            }
        }
    }

    private void paintAlpha(VideoFrame frame, int strength) {
        int plane = frame.format().pixelFormat().planes() - 1;
        int endX = Math.min(leftPx + widthPx, frame.format().widthPx());
        int endY = Math.min(topPx + heightPx, frame.format().heightPx());
        for (int y = topPx; y < endY; y++) {
            for (int x = leftPx; x < endX; x++) {
                mix(frame.plane(plane), (long) y * frame.strideBytes(plane) + x, OPAQUE,
                        (double) at(x, y) * strength / (1 << 16) / OPAQUE);
            }
        }
    }

    private void paintPacked(VideoFrame frame, int[] paint, int strength) {
        MemorySegment samples = frame.plane(0);
        int endX = Math.min(leftPx + widthPx, frame.format().widthPx());
        int endY = Math.min(topPx + heightPx, frame.format().heightPx());
        for (int y = topPx; y < endY; y++) {
            for (int x = leftPx; x < endX; x++) {
                long at = (long) y * frame.strideBytes(0) + 4L * x;
                double over = (double) at(x, y) * strength / (1 << 16) / OPAQUE;
                double weight = weight(over, (samples.get(ValueLayout.JAVA_BYTE, at + 3) & OPAQUE) / (double) OPAQUE);
                for (int part = 0; part < 3; part++) {
                    mix(samples, at + part, paint[part], weight);
                }
                mix(samples, at + 3, OPAQUE, over);
            }
        }
    }

    private static int alphaAt(VideoFrame frame, int x, int y) {
        int plane = frame.format().pixelFormat().planes() - 1;
        int inX = Math.min(x, frame.format().widthPx() - 1);
        int inY = Math.min(y, frame.format().heightPx() - 1);
        return frame.plane(plane).get(ValueLayout.JAVA_BYTE, (long) inY * frame.strideBytes(plane) + inX) & OPAQUE;
    }

    /** How much of the colour seen is paint: what was transparent has no say in it. */
    private static double weight(double over, double below) {
        double seen = over + below * (1 - over);
        return seen == 0 ? 0 : over / seen;
    }

    private static void mix(MemorySegment samples, long at, int paint, double weight) {
        int old = samples.get(ValueLayout.JAVA_BYTE, at) & OPAQUE;
        samples.set(ValueLayout.JAVA_BYTE, at, (byte) Math.round(old + (paint - old) * weight));
    }
}
