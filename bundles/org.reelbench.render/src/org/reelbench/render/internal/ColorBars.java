package org.reelbench.render.internal;

import java.lang.foreign.ValueLayout;

import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PaintColor;
import org.reelbench.media.PixelFormat;

/**
 * Colour bars: three quarters strong, from white to blue; below them a ramp from black to white; at the bottom full white, black,
 * and three stripes around black that only the brighter one of may be seen on a well set screen.
 */
final class ColorBars {

    private static final int STRONG = 191;
    private static final int BARS = 7;
    private static final double BARS_END = 0.7;
    private static final double RAMP_END = 0.8;
    private static final int STRIPE_STEP = 4;
    private static final int BYTE = 0xff;

    private final MemoryFrame frame;
    private final int width;
    private final int height;

    private ColorBars(MemoryFrame frame, Canvas canvas) {
        this.frame = frame;
        this.width = canvas.widthPx();
        this.height = canvas.heightPx();
    }

    /** Draws the bars; the caller closes them. */
    static MemoryFrame draw(Canvas canvas) {
        MemoryFrame frame = Generators.filled(canvas, PaintColor.BLACK);
        new ColorBars(frame, canvas).paint();
        return frame;
    }

    private void paint() {
        int barsEnd = even(height * BARS_END);
        int rampEnd = even(height * RAMP_END);
        for (int bar = 0; bar < BARS; bar++) {
            // Counted down in binary, the bits are green, red and blue: white, yellow, cyan, green, magenta, red, blue.
            int bits = BARS - bar;
            PaintColor color = new PaintColor((bits & 2) * STRONG / 2, (bits & 4) * STRONG / 4, (bits & 1) * STRONG);
            int[] samples = color.samples(frame.format());
            for (int plane = 0; plane < samples.length - 1; plane++) {
                fill(plane, even((double) width * bar / BARS), even((double) width * (bar + 1) / BARS), 0, barsEnd,
                        samples[plane]);
            }
        }
        boolean full = frame.format().color().range() == Range.FULL;
        int black = full ? 0 : 16;
        int white = full ? BYTE : 235;
        for (int x = 0; x < width; x++) {
            fill(0, x, x + 1, barsEnd, rampEnd, (int) Math.round(black + (double) (white - black) * x / Math.max(1, width - 1)));
        }
        fill(0, even(width * 0.15), even(width * 0.35), rampEnd, height, white);
        for (int stripe = 0; stripe < 3; stripe++) {
            int level = Math.max(0, black + (stripe - 1) * STRIPE_STEP);
            fill(0, even(width * (0.6 + 0.06 * stripe)), even(width * (0.66 + 0.06 * stripe)), rampEnd, height, level);
        }
    }

    private static int even(double px) {
        return (int) Math.round(px / 2) * 2;
    }

    /** Fills a rectangle of a plane; its sides are those in the picture. */
    private void fill(int plane, int left, int right, int top, int bottom, int value) {
        PixelFormat pixels = frame.format().pixelFormat();
        int rowEnd = pixels.rowBytes(plane, Math.min(right, width));
        for (int y = pixels.rows(plane, top); y < pixels.rows(plane, Math.min(bottom, height)); y++) {
            for (int x = pixels.rowBytes(plane, left); x < rowEnd; x++) {
                frame.plane(plane).set(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x, (byte) value);
            }
        }
    }
}
