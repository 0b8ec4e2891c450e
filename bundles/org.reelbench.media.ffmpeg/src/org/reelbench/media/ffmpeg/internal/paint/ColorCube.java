package org.reelbench.media.ffmpeg.internal.paint;

import java.lang.foreign.MemorySegment;
import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.reelbench.media.ColorDescription;

/**
 * Pictures of one light as pictures of another, by a table of colours with 33 steps a channel and what lies between them. Luma is
 * converted pixel by pixel, colour for all pixels that share it.
 */
public final class ColorCube {

    private static final int STEPS = 33;
    private static final int LAST = STEPS - 1;
    private static final int ALPHA_PLANE = 3;
    private static final double OPAQUE = 255;

    private final ColorMatrix matrixFrom;
    private final ColorMatrix matrixTo;
    private final ColorLattice table;
    private final double[] yuv = new double[3];
    private final double[] rgb = new double[3];
    private final double[] mixed = new double[3];

    /**
     * Computes the table, which takes some milliseconds.
     *
     * @param from what the pictures' numbers mean
     * @param to what they are to mean, in standard dynamic range
     */
    public ColorCube(ColorDescription from, ColorDescription to) {
        matrixFrom = new ColorMatrix(from);
        matrixTo = new ColorMatrix(to);
        Light light = new Light(from, to.primaries());
        float[] colors = new float[ColorLattice.PARTS * STEPS * STEPS * STEPS];
        int at = 0;
        for (int red = 0; red < STEPS; red++) {
            for (int green = 0; green < STEPS; green++) {
                for (int blue = 0; blue < STEPS; blue++) {
                    for (double channel : light.convert((double) red / LAST, (double) green / LAST, (double) blue / LAST)) {
                        colors[at++] = (float) channel;
                    }
                }
            }
        }
        table = ColorLattice.blueFirst(STEPS, colors);
    }

    /**
     * Converts a picture.
     *
     * @param from the picture, planar, of 8 to 16 bits
     * @param to takes the picture, with 8 bits and as many samples of colour; with alpha if the other has it
     */
    public void convert(AVFrame from, AVFrame to) {
        List<Plane> source = Painter.planes(from, 0);
        List<Plane> target = Painter.planes(to, 0);
        int width = source.get(0).width();
        int height = source.get(0).height();
        int colors = source.get(1).width();
        int shiftX = width > colors ? 1 : 0;
        int shiftY = height > source.get(1).height() ? 1 : 0;
        byte[] raw = new byte[width * Short.BYTES];
        float[][] in = { new float[width], new float[colors], new float[colors] };
        float[] light = new float[width];
        double[][] sums = new double[3][colors];
        float[] color = new float[colors];
        Row row = new Row(width);
        for (int y = 0; y < height; y++) {
            int colorRow = y >> shiftY;
            boolean first = colorRow << shiftY == y;
            boolean last = y + 1 == height || y + 1 >> shiftY != colorRow;
            source.get(0).read(y, raw, in[0]);
            if (first) {
                source.get(1).read(colorRow, raw, in[1]);
                source.get(2).read(colorRow, raw, in[2]);
                for (double[] sum : sums) {
                    java.util.Arrays.fill(sum, 0);
                }
            }
            for (int x = 0; x < width; x++) {
                int at = x >> shiftX;
                matrixFrom.toRgb(in[0][x], in[1][at], in[2][at], rgb);
                table.look(rgb[0], rgb[1], rgb[2], mixed);
                matrixTo.toYuv(mixed, yuv);
                light[x] = (float) yuv[0];
                sums[1][at] += yuv[1];
                sums[2][at] += yuv[2];
                sums[0][at]++;
            }
            row.set(light, width);
            row.store(target.get(0), 0, y);
            for (int plane = 1; last && plane <= 2; plane++) {
                for (int x = 0; x < colors; x++) {
                    color[x] = (float) (sums[plane][x] / sums[0][x]);
                }
                row.set(color, colors);
                row.store(target.get(plane), 0, colorRow);
            }
        }
        if (source.size() > ALPHA_PLANE) {
            copyAlpha(source.get(ALPHA_PLANE), target.get(ALPHA_PLANE), raw, light, row);
        }
    }

    private static void copyAlpha(Plane source, Plane target, byte[] raw, float[] values, Row row) {
        if (source.bits() == Byte.SIZE) {
            for (int y = 0; y < source.height(); y++) {
                MemorySegment.copy(source.memory(), y * source.strideBytes(), target.memory(), y * target.strideBytes(),
                        source.width());
            }
            return;
        }
        double most = ((1 << source.bits()) - 1) / (double) (1 << source.bits() - Byte.SIZE);
        for (int y = 0; y < source.height(); y++) {
            source.read(y, raw, values);
            for (int x = 0; x < source.width(); x++) {
                values[x] *= (float) (OPAQUE / most);
            }
            row.set(values, source.width());
            row.store(target, 0, y);
        }
    }
}
