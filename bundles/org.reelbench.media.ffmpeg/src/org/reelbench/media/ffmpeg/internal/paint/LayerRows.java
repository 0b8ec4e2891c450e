package org.reelbench.media.ffmpeg.internal.paint;

/**
 * The rows of a layer that share one row of colour, ready to be mixed: colours multiplied by their alpha, and alpha as the product
 * of the picture's own, of opacity and of how much of the pixel the picture covers.
 */
final class LayerRows {

    final float[][] light;
    final float[][] alpha;
    final float[] blue;
    final float[] red;
    final float[] colorAlpha;
    private final Sampler sampler;
    private final Target target;
    private final float opacity;
    private final float[] cover;
    private final float[][] covers;

    LayerRows(Sampler sampler, Target target, double opacity) {
        this.sampler = sampler;
        this.target = target;
        this.opacity = (float) opacity;
        int rows = 1 << target.shift();
        light = new float[rows][target.width()];
        alpha = new float[rows][target.width()];
        covers = new float[rows][target.width()];
        int colors = target.colorWidth();
        blue = new float[colors];
        red = new float[colors];
        colorAlpha = new float[colors];
        cover = new float[colors];
    }

    /** How many rows of pixels share one of colour. */
    int count() {
        return light.length;
    }

    /** Takes the rows around a row of colour. */
    void read(int colorRow) {
        for (int i = 0; i < light.length; i++) {
            int row = colorRow * light.length + i;
            sampler.cover(row, covers[i]);
            Taps.multiply(covers[i], 0, opacity, covers[i], 0, target.width());
            sampler.read(Sampler.LIGHT, row, light[i]);
            sampler.read(Sampler.ALPHA, row, alpha[i]);
            limit(alpha[i], light[i], light[i]);
            multiply(light[i], covers[i]);
            multiply(alpha[i], covers[i]);
        }
        if (light.length == 1) {
            System.arraycopy(covers[0], 0, cover, 0, cover.length);
        } else {
            for (int x = 0; x < cover.length; x++) {
                cover[x] = (covers[0][2 * x] + covers[0][2 * x + 1] + covers[1][2 * x] + covers[1][2 * x + 1]) / 4;
            }
        }
        sampler.read(Sampler.BLUE, colorRow, blue);
        sampler.read(Sampler.RED, colorRow, red);
        sampler.read(Sampler.COLOR_ALPHA, colorRow, colorAlpha);
        limit(colorAlpha, blue, red);
        multiply(blue, cover);
        multiply(red, cover);
        multiply(colorAlpha, cover);
    }

    private static void multiply(float[] values, float[] by) {
        for (int x = 0; x < values.length; x++) {
            values[x] *= by[x];
        }
    }

    /** The cubic reaches beyond what it samples; where alpha does, colours that it multiplied do as well. */
    private static void limit(float[] alphas, float[] first, float[] second) {
        for (int x = 0; x < alphas.length; x++) {
            float alpha = alphas[x];
            if (!(alpha >= 0 && alpha <= 1)) {
                float factor = alpha < 0 ? 0 : 1 / alpha;
                alphas[x] *= factor;
                first[x] *= factor;
                if (first != second) {
                    second[x] *= factor;
                }
            }
        }
    }
}
