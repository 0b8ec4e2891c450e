package org.reelbench.testcard.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;

/**
 * Planes to paint on, with anti-aliased shapes. Coordinates are luma pixels; each plane is painted at its own
 * resolution, so colour edges lie where luma edges do.
 */
final class Raster {

    /** A shape: which share of a sample around a point it covers; at most 0 outside, at least 1 inside. */
    @FunctionalInterface
    interface Shape {
        double coverage(double x, double y, double samplePx);
    }

    /** Gives each point its colour. */
    @FunctionalInterface
    interface Paint {
        double value(int plane, double x, double y);
    }

    private static final int ALIGNMENT_BYTES = 64;

    private final PictureFormat format;
    private final MemorySegment[] planes;
    private final int[] strides;
    private final int[] widths;
    private final int[] heights;
    private final int[] stepX;
    private final int[] stepY;

    private Raster(PictureFormat format, MemorySegment[] planes, int[] strides) {
        this.format = format;
        this.planes = planes;
        this.strides = strides;
        int count = planes.length;
        widths = new int[count];
        heights = new int[count];
        stepX = new int[count];
        stepY = new int[count];
        PixelFormat pixels = format.pixelFormat();
        for (int plane = 0; plane < count; plane++) {
            widths[plane] = pixels.rowBytes(plane, format.widthPx());
            heights[plane] = pixels.rows(plane, format.heightPx());
            stepX[plane] = pixels.rowBytes(plane, 2) == 1 ? 2 : 1;
            stepY[plane] = pixels.rows(plane, 2) == 1 ? 2 : 1;
        }
    }

    /** Paints on a frame. */
    static Raster of(VideoFrame frame) {
        int count = frame.format().pixelFormat().planes();
        MemorySegment[] planes = new MemorySegment[count];
        int[] strides = new int[count];
        for (int plane = 0; plane < count; plane++) {
            planes[plane] = frame.plane(plane);
            strides[plane] = frame.strideBytes(plane);
        }
        return new Raster(frame.format(), planes, strides);
    }

    /** Paints on the heap; rows are as long as those of frames in memory, so that whole planes are copied at once. */
    static Raster allocate(PictureFormat format) {
        PixelFormat pixels = format.pixelFormat();
        MemorySegment[] planes = new MemorySegment[pixels.planes()];
        int[] strides = new int[planes.length];
        for (int plane = 0; plane < planes.length; plane++) {
            strides[plane] = Math.ceilDiv(pixels.rowBytes(plane, format.widthPx()), ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
            planes[plane] = MemorySegment.ofArray(new byte[strides[plane] * pixels.rows(plane, format.heightPx())]);
        }
        return new Raster(format, planes, strides);
    }

    /** Returns a rectangle of this as a raster of its own; the place is even. */
    Raster cut(int x, int y, int width, int height) {
        PictureFormat part = PictureFormat.of(width, height, format.pixelFormat(), format.color());
        Raster cut = allocate(part);
        for (int plane = 0; plane < planes.length; plane++) {
            for (int row = 0; row < cut.heights[plane]; row++) {
                cut.copyRow(plane, this, x / stepX[plane], y / stepY[plane] + row, 0, row, cut.widths[plane]);
            }
        }
        return cut;
    }

    long bytes() {
        long sum = 0;
        for (MemorySegment plane : planes) {
            sum += plane.byteSize();
        }
        return sum;
    }

    int width() {
        return widths[0];
    }

    int height() {
        return heights[0];
    }

    /** Takes over the whole picture of a raster with the same format. */
    void take(Raster other) {
        for (int plane = 0; plane < planes.length; plane++) {
            if (strides[plane] == other.strides[plane]) {
                MemorySegment.copy(other.planes[plane], 0, planes[plane], 0,
                        (long) strides[plane] * (heights[plane] - 1) + widths[plane]);
            } else {
                for (int y = 0; y < heights[plane]; y++) {
                    copyRow(plane, other, 0, y, 0, y, widths[plane]);
                }
            }
        }
    }

    /** Takes over a part of a row of a raster that lies at an even place of this; chroma with the rows it begins at. */
    void takeRow(Raster other, int otherX, int otherY, double fromX, double toX, int y) {
        for (int plane = 0; plane < planes.length; plane++) {
            if (y % stepY[plane] == 0) {
                int originX = otherX / stepX[plane];
                int from = Math.clamp(Math.round(fromX / stepX[plane]), originX, originX + other.widths[plane]);
                int to = Math.clamp(Math.round(toX / stepX[plane]), originX, originX + other.widths[plane]);
                if (to > from) {
                    copyRow(plane, other, from - originX, (y - otherY) / stepY[plane], from, y / stepY[plane], to - from);
                }
            }
        }
    }

    /** Pastes a whole raster at an even place. */
    void paste(Raster other, int x, int y) {
        for (int plane = 0; plane < planes.length; plane++) {
            int toX = x / stepX[plane];
            int toY = y / stepY[plane];
            int width = Math.min(other.widths[plane], widths[plane] - toX);
            int height = Math.min(other.heights[plane], heights[plane] - toY);
            for (int row = 0; row < height && width > 0; row++) {
                copyRow(plane, other, 0, row, toX, toY + row, width);
            }
        }
    }

    private void copyRow(int plane, Raster other, int fromX, int fromY, int toX, int toY, int bytes) {
        MemorySegment.copy(other.planes[plane], (long) fromY * other.strides[plane] + fromX, planes[plane],
                (long) toY * strides[plane] + toX, bytes);
    }

    private int clampX(int plane, double x) {
        return Math.clamp(Math.round(x / stepX[plane]), 0, widths[plane]);
    }

    private int clampY(int plane, double y) {
        return Math.clamp(Math.round(y / stepY[plane]), 0, heights[plane]);
    }

    /** Fills a rectangle with hard edges. */
    void fill(double x0, double y0, double x1, double y1, Ink ink) {
        for (int plane = 0; plane < planes.length; plane++) {
            fillPlane(plane, x0, y0, x1, y1, ink.plane(plane));
        }
    }

    /** Fills a rectangle of one plane with hard edges. */
    void fillPlane(int plane, double x0, double y0, double x1, double y1, int value) {
        int left = clampX(plane, x0);
        int right = clampX(plane, x1);
        int bottom = clampY(plane, y1);
        if (right > left) {
            for (int y = clampY(plane, y0); y < bottom; y++) {
                planes[plane].asSlice((long) y * strides[plane] + left, right - left).fill((byte) value);
            }
        }
    }

    /** Paints every sample of all planes but alpha, which becomes opaque. */
    void paintAll(Paint paint) {
        for (int plane = 0; plane < planes.length; plane++) {
            if (plane == 3) {
                planes[plane].fill((byte) 255);
                continue;
            }
            for (int y = 0; y < heights[plane]; y++) {
                double cy = (y + 0.5) * stepY[plane];
                long row = (long) y * strides[plane];
                for (int x = 0; x < widths[plane]; x++) {
                    double value = paint.value(plane, (x + 0.5) * stepX[plane], cy);
                    planes[plane].set(ValueLayout.JAVA_BYTE, row + x, (byte) Math.round(value));
                }
            }
        }
    }

    /** Paints a shape within a rectangle that holds all of it. */
    void shape(double x0, double y0, double x1, double y1, Shape shape, Ink ink, double opacity) {
        int count = Math.min(3, planes.length);
        for (int plane = 0; plane < count; plane++) {
            int sx = stepX[plane];
            int sy = stepY[plane];
            int left = Math.clamp((long) Math.floor(x0 / sx) - 1, 0, widths[plane]);
            int right = Math.clamp((long) Math.ceil(x1 / sx) + 1, 0, widths[plane]);
            int bottom = Math.clamp((long) Math.ceil(y1 / sy) + 1, 0, heights[plane]);
            double samplePx = Math.max(sx, sy);
            int value = ink.plane(plane);
            for (int y = Math.clamp((long) Math.floor(y0 / sy) - 1, 0, heights[plane]); y < bottom; y++) {
                double cy = (y + 0.5) * sy;
                long row = (long) y * strides[plane];
                for (int x = left; x < right; x++) {
                    double coverage = shape.coverage((x + 0.5) * sx, cy, samplePx);
                    if (coverage > 0) {
                        blend(planes[plane], row + x, value, Math.min(1, coverage) * opacity);
                    }
                }
            }
        }
    }

    private static void blend(MemorySegment memory, long at, int value, double share) {
        int old = memory.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
        memory.set(ValueLayout.JAVA_BYTE, at, (byte) (int) (old + (value - old) * share + 0.5));
    }
}
