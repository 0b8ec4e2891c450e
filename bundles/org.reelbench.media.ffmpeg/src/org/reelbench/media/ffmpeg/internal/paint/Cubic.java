package org.reelbench.media.ffmpeg.internal.paint;

/** The cubic that all layers are scaled by, the same as the filter library's scalers are told: no blur, a little sharpening. */
final class Cubic {

    /** How far it reaches to either side, in samples. */
    static final int REACH = 2;
    private static final double C = 0.6;

    private Cubic() {
    }

    /** Returns the weight of a sample at a distance. */
    static double weight(double distance) {
        double d = Math.abs(distance);
        if (d < 1) {
            return ((2 - C) * d - (3 - C)) * d * d + 1;
        }
        return d < REACH ? C * (((5 - d) * d - 8) * d + 4) : 0;
    }
}
