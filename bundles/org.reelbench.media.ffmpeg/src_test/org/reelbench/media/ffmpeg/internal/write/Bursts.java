package org.reelbench.media.ffmpeg.internal.write;

/** Short sweeps at each full second, found again to the sample by correlation near where they should be. */
final class Bursts {

    private static final int LENGTH = 480;
    private static final int REACH = 600;

    private Bursts() {
    }

    /** Adds the sweeps to a channel. */
    static void fill(float[] channel, int rate) {
        for (int second = 0; second + LENGTH <= channel.length; second += rate) {
            for (int i = 0; i < LENGTH; i++) {
                channel[second + i] += 0.7f * sample(i);
            }
        }
    }

    /** Returns how many samples later than expected a sweep is. */
    static int shift(float[] channel, int expected) {
        int best = Integer.MAX_VALUE;
        double most = 0;
        for (int shift = -REACH; shift <= REACH; shift++) {
            double sum = 0;
            for (int i = 0; i < LENGTH; i++) {
                int at = expected + shift + i;
                sum += at >= 0 && at < channel.length ? channel[at] * sample(i) : 0;
            }
            if (sum > most) {
                most = sum;
                best = shift;
            }
        }
        return best;
    }

    private static float sample(int i) {
        double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / LENGTH);
        return (float) (window * Math.sin(2 * Math.PI * i * (0.02 + 0.00015 * i)));
    }
}
