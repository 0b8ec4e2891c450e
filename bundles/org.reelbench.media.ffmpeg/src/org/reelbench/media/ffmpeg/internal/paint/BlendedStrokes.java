package org.reelbench.media.ffmpeg.internal.paint;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Blend;

/**
 * Mixes pixel by pixel in red, green and blue, on opaque and transparent canvases. Only what changes is computed, and converted
 * back, so that pixels the layer does not touch stay as they are to the bit.
 * <p>
 * Source: W3C Compositing and Blending Level 1, with the backdrop's alpha.
 */
final class BlendedStrokes implements Strokes {

    private static final int ALPHA_PLANE = 3;
    private static final double OPAQUE = 255;
    /** Alpha below this is nothing: dividing by it would make colours of rounding errors. */
    private static final double LEAST_ALPHA = 1e-4;
    private static final float LEAST_ALPHA_OF_ROWS = 1e-4f;

    private final Target target;
    private final List<Plane> onto;
    private final List<Plane> below;
    private final Blend blend;
    private final ColorMatrix matrix;
    private final Row[] rows;
    private final Row[] rowsBelow;
    private final float[][] values;
    private final float[] blueChange;
    private final float[] redChange;
    private final float[] luma;
    private final float[] cb;
    private final float[] cr;
    private final float[][] below3;
    private final float[][] above3;
    private final double[] rgbBelow = new double[3];
    private final double[] rgbAbove = new double[3];
    private final double[] yuvChange = new double[3];

    BlendedStrokes(Target target, List<Plane> onto, @Nullable List<Plane> below, Blend blend, ColorMatrix matrix) {
        this.target = target;
        this.onto = onto;
        this.below = below == null ? onto : below;
        this.blend = blend;
        this.matrix = matrix;
        this.rows = rows(target);
        this.rowsBelow = rows(target);
        this.values = new float[onto.size()][target.width()];
        this.blueChange = new float[target.colorWidth()];
        this.redChange = new float[target.colorWidth()];
        this.luma = new float[target.width()];
        this.cb = new float[target.width()];
        this.cr = new float[target.width()];
        this.below3 = new float[3][target.width()];
        this.above3 = new float[3][target.width()];
    }

    private static Row[] rows(Target target) {
        return new Row[] { new Row(target.width()), new Row(target.width()), new Row(target.width()), new Row(target.width()) };
    }

    @Override
    public void paint(int colorRow, LayerRows layer) {
        if (onto.size() > ALPHA_PLANE) {
            paintTransparent(colorRow, layer);
        } else {
            paintOpaque(colorRow, layer);
        }
    }

    private void paintOpaque(int colorRow, LayerRows layer) {
        int shift = target.shift();
        int width = target.width();
        int colorX = target.x() >> shift;
        int colorY = (target.y() >> shift) + colorRow;
        load(1, colorX, colorY, target.colorWidth());
        load(2, colorX, colorY, target.colorWidth());
        Arrays.fill(blueChange, 0);
        Arrays.fill(redChange, 0);
        float part = 1f / (1 << 2 * shift);
        for (int i = 0; i < layer.count(); i++) {
            int y = target.y() + (colorRow << shift) + i;
            load(0, target.x(), y, width);
            rowsBelow[0].get(luma);
            spread(rowsBelow[1], cb, shift);
            spread(rowsBelow[2], cr, shift);
            matrix.toRgb(luma, cb, cr, below3);
            divide(layer.light[i], layer.alpha[i], luma, 0);
            divide(layer.blue, layer.colorAlpha, cb, shift);
            divide(layer.red, layer.colorAlpha, cr, shift);
            matrix.toRgb(luma, cb, cr, above3);
            for (int k = 0; k < below3.length; k++) {
                Mixing.changes(blend, below3[k], above3[k], layer.alpha[i]);
            }
            matrix.differencesOf(below3, luma, cb, cr);
            rows[0].get(values[0]);
            for (int x = 0; x < width; x++) {
                values[0][x] += luma[x];
            }
            for (int x = 0; x < width; x++) {
                blueChange[x >> shift] += cb[x] * part;
                redChange[x >> shift] += cr[x] * part;
            }
            rows[0].set(values[0]);
            rows[0].store(onto.get(0), target.x(), y);
        }
        change(1, blueChange, colorX, colorY);
        change(2, redChange, colorX, colorY);
    }

    private static void spread(Row colors, float[] into, int shift) {
        for (int x = 0; x < into.length; x++) {
            into[x] = colors.get(x >> shift);
        }
    }

    private static void divide(float[] colors, float[] alphas, float[] into, int shift) {
        for (int x = 0; x < into.length; x++) {
            into[x] = colors[x >> shift] / Math.max(LEAST_ALPHA_OF_ROWS, alphas[x >> shift]);
        }
    }

    private void change(int plane, float[] change, int x, int y) {
        for (int i = 0; i < change.length; i++) {
            values[plane][i] = rows[plane].get(i) + change[i];
        }
        rows[plane].set(values[plane]);
        rows[plane].store(onto.get(plane), x, y);
    }

    private void paintTransparent(int row, LayerRows layer) {
        int y = target.y() + row;
        for (int plane = 0; plane < rows.length; plane++) {
            load(plane, target.x(), y, target.width());
            rows[plane].get(values[plane]);
        }
        for (int x = 0; x < target.width(); x++) {
            double alpha = layer.alpha[0][x];
            if (alpha < LEAST_ALPHA) {
                continue;
            }
            double alphaBelow = rowsBelow[ALPHA_PLANE].get(x) / OPAQUE;
            double alphaNow = rows[ALPHA_PLANE].get(x) / OPAQUE;
            double whole = Math.clamp(alphaNow + alpha * (1 - alphaBelow), 0, 1);
            double colorAlpha = Math.max(LEAST_ALPHA, layer.colorAlpha[x]);
            matrix.toRgb(rowsBelow[0].get(x), rowsBelow[1].get(x), rowsBelow[2].get(x), rgbBelow);
            matrix.toRgb(layer.light[0][x] / alpha, layer.blue[x] / colorAlpha, layer.red[x] / colorAlpha, rgbAbove);
            for (int k = 0; k < rgbAbove.length; k++) {
                double mixed = (1 - alphaBelow) * rgbAbove[k] + alphaBelow * Mixing.mix(blend, rgbBelow[k], rgbAbove[k]);
                rgbAbove[k] = alpha * (mixed - alphaBelow * rgbBelow[k]);
            }
            matrix.toRgb(rows[0].get(x), rows[1].get(x), rows[2].get(x), rgbBelow);
            for (int k = 0; k < rgbAbove.length; k++) {
                rgbAbove[k] = (rgbAbove[k] + alphaNow * rgbBelow[k]) / Math.max(LEAST_ALPHA, whole);
            }
            matrix.toYuv(rgbAbove, yuvChange);
            for (int k = 0; k < yuvChange.length; k++) {
                values[k][x] = (float) yuvChange[k];
            }
            values[ALPHA_PLANE][x] = (float) (whole * OPAQUE);
        }
        for (int plane = 0; plane < rows.length; plane++) {
            rows[plane].set(values[plane]);
            rows[plane].store(onto.get(plane), target.x(), y);
        }
    }

    private void load(int plane, int x, int y, int count) {
        rows[plane].load(onto.get(plane), x, y, count);
        rowsBelow[plane].load(below.get(plane), x, y, count);
    }
}
