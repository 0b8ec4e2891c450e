package org.reelbench.render.internal;

/**
 * Finds where a sound is most like another piece of it, by correlation of both channels: first over few samples, then around the
 * best place over all. Of places that are equally like, as those of a steady tone a wave apart, the nearest one is found.
 */
final class Likeness {

    /** A few thousand samples a second show the shape of a wave. */
    private static final int COARSE_HZ = 12_000;
    /** How much less likely the farthest place is taken. */
    private static final double FAR = 0.1;
    private static final double SILENCE = 1e-12;

    private final int length;
    private final int range;
    private final int step;
    private final float[][] coarseReference;
    private final float[][] coarseCandidates;

    /**
     * Creates a search.
     *
     * @param channels how many channels count
     * @param lengthSamples how much is compared
     * @param rangeSamples how far to both sides is looked
     * @param sampleRateHz the rate
     */
    Likeness(int channels, int lengthSamples, int rangeSamples, int sampleRateHz) {
        length = lengthSamples;
        step = Math.max(1, sampleRateHz / COARSE_HZ);
        range = rangeSamples / step * step;
        coarseReference = new float[channels][length / step];
        coarseCandidates = new float[channels][(length + 2 * range) / step + 1];
    }

    /**
     * Finds the shift of a place that makes it most like the reference.
     *
     * @param sound the channels
     * @param reference where what is looked for begins
     * @param centre where it is looked for; a range to both sides, and what is compared, must lie in the arrays
     * @return the shift in samples, within the range, with a fraction
     */
    double best(float[][] sound, int reference, int centre) {
        int coarse = coarse(sound, reference, centre);
        int from = Math.max(-range, coarse - step);
        int to = Math.min(range, coarse + step);
        int best = coarse;
        double bestScore = score(sound, reference, centre, coarse);
        for (int lag = from; lag <= to; lag++) {
            double score = lag == coarse ? bestScore : score(sound, reference, centre, lag);
            if (score > bestScore) {
                bestScore = score;
                best = lag;
            }
        }
        // What follows the reference in the sound itself goes on from it exactly.
        return centre + best == reference ? best : best + fraction(sound, reference, centre, best, bestScore);
    }

    private int coarse(float[][] sound, int reference, int centre) {
        int places = 2 * range / step;
        for (int c = 0; c < sound.length; c++) {
            thin(sound[c], reference, coarseReference[c]);
            thin(sound[c], centre - range, coarseCandidates[c]);
        }
        int middle = range / step;
        int best = middle;
        double bestScore = coarseScore(middle);
        for (int place = 0; place <= places; place++) {
            double score = coarseScore(place) * nearness((place - middle) * step);
            if (score > bestScore) {
                bestScore = score;
                best = place;
            }
        }
        return Math.clamp((long) best * step - range, -range, range);
    }

    private double coarseScore(int place) {
        double product = 0;
        double power = 0;
        for (int c = 0; c < coarseReference.length; c++) {
            float[] one = coarseReference[c];
            float[] other = coarseCandidates[c];
            for (int i = 0; i < one.length; i++) {
                product += one[i] * other[place + i];
                power += other[place + i] * other[place + i];
            }
        }
        return product / Math.sqrt(power + SILENCE);
    }

    /** The correlation at a shift; the reference's own power is the same for all shifts and left out. */
    private double score(float[][] sound, int reference, int centre, int lag) {
        double product = 0;
        double power = 0;
        for (float[] channel : sound) {
            for (int i = 0; i < length; i++) {
                float other = channel[centre + lag + i];
                product += channel[reference + i] * other;
                power += other * other;
            }
        }
        return product / Math.sqrt(power + SILENCE) * nearness(lag);
    }

    private double nearness(int lag) {
        double far = (double) lag / range;
        return 1 - FAR * far * far;
    }

    /** The top of a parabola through the best place and its neighbours. */
    private double fraction(float[][] sound, int reference, int centre, int best, double top) {
        if (best <= -range || best >= range) {
            return 0;
        }
        double before = score(sound, reference, centre, best - 1);
        double after = score(sound, reference, centre, best + 1);
        double bend = before - 2 * top + after;
        return bend < 0 ? Math.clamp((before - after) / (2 * bend), -0.5, 0.5) : 0;
    }

    private void thin(float[] channel, int from, float[] thinned) {
        for (int i = 0; i < thinned.length; i++) {
            float sum = 0;
            for (int j = 0; j < step; j++) {
                sum += channel[from + i * step + j];
            }
            thinned[i] = sum;
        }
    }
}
