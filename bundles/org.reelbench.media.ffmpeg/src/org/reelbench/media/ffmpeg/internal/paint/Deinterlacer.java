package org.reelbench.media.ffmpeg.internal.paint;

import java.lang.foreign.MemorySegment;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes one picture of two woven fields: that of the first field's moment. Lines of the second field stay where nothing moved, so
 * that fine detail stays; where lines stand out against their neighbours like the teeth of a comb, they are made anew from the
 * lines above and below, along edges. It looks at one frame alone, so that a frame is the same however it was reached.
 */
public final class Deinterlacer {

    /** How far a tooth stands out, in steps of 8 bits. */
    private static final float TOOTH = 10;
    /** How many pixels beside a tooth are made anew with it. */
    private static final int BESIDE = 2;
    private static final int LINES = 5;

    private Deinterlacer() {
    }

    /**
     * Tells whether frames of a pixel format can be deinterlaced.
     *
     * @param pixelFormat the library's number
     * @return true for planar luma and chroma
     */
    public static boolean takes(int pixelFormat) {
        return Painter.paints(pixelFormat);
    }

    /**
     * Deinterlaces a frame.
     *
     * @param frame the frame, writable
     * @param topFirst whether the first line belongs to the field that was taken first
     */
    public static void apply(AVFrame frame, boolean topFirst) {
        for (Plane plane : Painter.planes(frame, 0)) {
            apply(plane, topFirst ? 1 : 0);
        }
    }

    private static void apply(Plane plane, int firstOther) {
        int width = plane.width();
        int height = plane.height();
        if (height < LINES) {
            return;
        }
        // Lines are read from a copy: those above have been changed already.
        long bytes = plane.strideBytes() * (height - 1) + (long) width * plane.bytes();
        MemorySegment before = MemorySegment.ofArray(new byte[(int) bytes]);
        MemorySegment.copy(plane.memory(), 0, before, 0, bytes);
        Plane source = new Plane(before, plane.strideBytes(), width, height, plane.bits());
        byte[] raw = new byte[width * Short.BYTES];
        float[][] lines = new float[LINES][width];
        boolean[] combed = new boolean[width];
        for (int y = firstOther; y < height; y += 2) {
            for (int k = 0; k < LINES; k++) {
                source.read(reflected(y + k - 2, height), raw, lines[k]);
            }
            if (find(lines, combed)) {
                fill(lines, combed);
                plane.write(y, lines[2], raw);
            }
        }
    }

    /** A line of the same field beyond the picture's side. */
    private static int reflected(int y, int height) {
        return y < 0 ? -y : y >= height ? 2 * (height - 1) - y : y;
    }

    private static boolean find(float[][] lines, boolean[] combed) {
        float[] twoAbove = lines[0];
        float[] above = lines[1];
        float[] line = lines[2];
        float[] below = lines[3];
        float[] twoBelow = lines[4];
        boolean any = false;
        for (int x = 0; x < line.length; x++) {
            float up = line[x] - above[x];
            float down = line[x] - below[x];
            boolean standsOut = up > TOOTH && down > TOOTH || up < -TOOTH && down < -TOOTH;
            // A line that is one by itself, and no tooth of a comb, has neighbours on both sides that look alike.
            combed[x] = standsOut && (Math.abs(twoAbove[x] - above[x]) > TOOTH || Math.abs(twoBelow[x] - below[x]) > TOOTH);
            any |= combed[x];
        }
        return any;
    }

    private static void fill(float[][] lines, boolean[] combed) {
        float[] above = lines[1];
        float[] below = lines[3];
        int until = -1;
        int width = combed.length;
        int next = 0;
        for (int x = 0; x < width; x++) {
            while (next < width && (next < x || !combed[next])) {
                next++;
            }
            if (combed[x]) {
                until = x + BESIDE;
            }
            if (x <= until || next < width && next - x <= BESIDE) {
                lines[2][x] = between(above, below, x, width);
            }
        }
    }

    /** The mean of the two pixels that differ least: straight above and below, or aslant. */
    private static float between(float[] above, float[] below, int x, int width) {
        float least = Math.abs(above[x] - below[x]);
        float mean = (above[x] + below[x]) / 2;
        for (int aslant = -1; aslant <= 1; aslant += 2) {
            int left = x + aslant;
            int right = x - aslant;
            if (left >= 0 && right >= 0 && left < width && right < width
                    && Math.abs(above[left] - below[right]) < least - 1) {
                least = Math.abs(above[left] - below[right]);
                mean = (above[left] + below[right]) / 2;
            }
        }
        return mean;
    }
}
