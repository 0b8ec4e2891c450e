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
}
