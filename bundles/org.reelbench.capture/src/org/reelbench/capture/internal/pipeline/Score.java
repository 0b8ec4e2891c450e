package org.reelbench.capture.internal.pipeline;

/** How well a recording goes, from 0 to 100: half for its rate, 30 for pictures not left out, 20 for devices reused. */
final class Score {

    private static final double RATE = 50;
    private static final double DROPS = 30;
    private static final double REUSE = 20;
    /** A fifth of the pictures left out is worth nothing. */
    private static final double WORST_DROPS = 0.2;

    private Score() {
    }

    /**
     * Reckons the score.
     *
     * @param rateShare the rate recorded against the one asked for
     * @param dropShare the pictures left out against those that came
     * @param reuseShare the devices that were open already against all
     * @return 0 to 100
     */
    static int of(double rateShare, double dropShare, double reuseShare) {
        double score = RATE * clamp(rateShare) + DROPS * clamp(1 - dropShare / WORST_DROPS) + REUSE * clamp(reuseShare);
        return (int) Math.round(score);
    }

    private static double clamp(double share) {
        return Double.isNaN(share) ? 0 : Math.clamp(share, 0.0, 1.0);
    }
}
