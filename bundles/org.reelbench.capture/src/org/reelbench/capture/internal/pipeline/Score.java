package org.reelbench.capture.internal.pipeline;

/** How well a recording goes, from 0 to 100: half for its rate, 30 for pictures not lost, 20 for devices reused. */
final class Score {

    private static final double RATE = 50;
    private static final double LOSS = 30;
    private static final double REUSE = 20;
    /** A fifth of the pictures lost is worth nothing. */
    private static final double WORST_LOSS = 0.2;

    private Score() {
    }

    /**
     * Reckons the score.
     *
     * @param rateShare the rate recorded against the one asked for
     * @param lostShare the pictures left out or missed against all that there should be
     * @param reuseShare the devices that were open already against all
     * @return 0 to 100
     */
    static int of(double rateShare, double lostShare, double reuseShare) {
        double score = RATE * clamp(rateShare) + LOSS * clamp(1 - lostShare / WORST_LOSS) + REUSE * clamp(reuseShare);
        return (int) Math.round(score);
    }

    private static double clamp(double share) {
        return Double.isNaN(share) ? 0 : Math.clamp(share, 0.0, 1.0);
    }
}
