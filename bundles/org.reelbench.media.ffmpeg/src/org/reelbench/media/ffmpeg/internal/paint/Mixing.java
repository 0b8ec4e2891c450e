package org.reelbench.media.ffmpeg.internal.paint;

import org.reelbench.media.Blend;

/** The arithmetic of {@link Blend}, for one channel from 0 to 1. */
final class Mixing {

    private static final double HALF = 0.5;

    private Mixing() {
    }

    /**
     * Mixes two channels.
     *
     * @param blend how
     * @param below what is below
     * @param above the layer
     * @return what both make where the layer is opaque
     */
    static double mix(Blend blend, double below, double above) {
        double b = Math.clamp(below, 0, 1);
        double s = Math.clamp(above, 0, 1);
        return switch (blend) {
        case NORMAL -> above;
        case ADD -> Math.min(1, b + s);
        case MULTIPLY -> b * s;
        case SCREEN -> b + s - b * s;
        case OVERLAY -> b <= HALF ? 2 * b * s : 1 - 2 * (1 - b) * (1 - s);
        case DARKEN -> Math.min(b, s);
        case LIGHTEN -> Math.max(b, s);
        case DIFFERENCE -> Math.abs(b - s);
        };
    }

    /**
     * Finds out by how much rows change.
     *
     * @param blend how they are mixed
     * @param below what is below; takes the change
     * @param above the layer
     * @param alphas how far the layer covers
     */
    static void changes(Blend blend, float[] below, float[] above, float[] alphas) {
        if (blend == Blend.NORMAL) {
            for (int x = 0; x < below.length; x++) {
                below[x] = (above[x] - below[x]) * alphas[x];
            }
            return;
        }
        for (int x = 0; x < below.length; x++) {
            above[x] = Math.min(1, Math.max(0, above[x]));
        }
        switch (blend) {
        case ADD -> add(below, above, alphas);
        case MULTIPLY -> multiply(below, above, alphas);
        case SCREEN -> screen(below, above, alphas);
        case OVERLAY -> overlay(below, above, alphas);
        case DARKEN -> darken(below, above, alphas);
        case LIGHTEN -> lighten(below, above, alphas);
        case DIFFERENCE -> difference(below, above, alphas);
        case NORMAL -> throw new IllegalStateException("that was done before");
        }
    }

    private static float limited(float value) {
        return Math.min(1, Math.max(0, value));
    }

    private static void add(float[] below, float[] above, float[] alphas) {
        for (int x = 0; x < below.length; x++) {
            below[x] = (Math.min(1, limited(below[x]) + above[x]) - below[x]) * alphas[x];
        }
    }

    private static void multiply(float[] below, float[] above, float[] alphas) {
        for (int x = 0; x < below.length; x++) {
            below[x] = (limited(below[x]) * above[x] - below[x]) * alphas[x];
        }
    }

    private static void screen(float[] below, float[] above, float[] alphas) {
        for (int x = 0; x < below.length; x++) {
            float b = limited(below[x]);
            below[x] = (b + above[x] - b * above[x] - below[x]) * alphas[x];
        }
    }

    private static void overlay(float[] below, float[] above, float[] alphas) {
        for (int x = 0; x < below.length; x++) {
            float b = limited(below[x]);
            float dark = 2 * b * above[x];
            float bright = 1 - 2 * (1 - b) * (1 - above[x]);
            below[x] = ((b <= 0.5f ? dark : bright) - below[x]) * alphas[x];
        }
    }

    private static void darken(float[] below, float[] above, float[] alphas) {
        for (int x = 0; x < below.length; x++) {
            below[x] = (Math.min(limited(below[x]), above[x]) - below[x]) * alphas[x];
        }
    }

    private static void lighten(float[] below, float[] above, float[] alphas) {
        for (int x = 0; x < below.length; x++) {
            below[x] = (Math.max(limited(below[x]), above[x]) - below[x]) * alphas[x];
        }
    }

    private static void difference(float[] below, float[] above, float[] alphas) {
        for (int x = 0; x < below.length; x++) {
            below[x] = (Math.abs(limited(below[x]) - above[x]) - below[x]) * alphas[x];
        }
    }
}
