package org.reelbench.encoding.internal.segment;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Which quality is made: a worse one when making a frame takes more than twice as long as showing it, a better one when it takes
 * less than half as long. After each step it is not looked at for a while, so that a quality shows what it costs; a step up that
 * had to be taken back is not tried again for longer and longer, up to some minutes.
 * <p>
 * For every thread.
 */
public final class Adaptation {

    private static final double TOO_SLOW = 2;
    private static final double FAST_ENOUGH = 0.5;
    /** How much of the mean the newest segment is: few are slow by chance. */
    private static final double WEIGHT = 0.4;
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration MOST_CALM = Duration.ofMinutes(5);

    private final LongSupplier clockNs;
    private final int steps;
    private int step;
    private double mean = Double.NaN;
    private long steppedNs;
    private Duration calm = CALM;
    private boolean climbed;

    /**
     * Begins with the best.
     *
     * @param clockNs the time
     * @param steps how many qualities there are
     */
    public Adaptation(LongSupplier clockNs, int steps) {
        this.clockNs = clockNs;
        this.steps = steps;
        this.steppedNs = clockNs.getAsLong();
    }

    /**
     * Returns which quality is made now.
     *
     * @return the number of the rung, 0 for the best
     */
    public synchronized int step() {
        return step;
    }

    /**
     * Takes what a segment cost.
     *
     * @param madeOn the rung it was made on; those of another than the present one say nothing
     * @param took how long it took to make
     * @param shown how long it is shown
     * @return true if another quality is made from now on
     */
    public synchronized boolean sample(int madeOn, Duration took, Duration shown) {
        if (madeOn != step || shown.isZero()) {
            return false;
        }
        double ratio = (double) took.toNanos() / shown.toNanos();
        mean = Double.isNaN(mean) ? ratio : mean + WEIGHT * (ratio - mean);
        long since = clockNs.getAsLong() - steppedNs;
        if (mean > TOO_SLOW && step + 1 < steps && (step == 0 || since >= SETTLE.toNanos())) {
            if (climbed) {
                Duration twice = calm.multipliedBy(2);
                calm = twice.compareTo(MOST_CALM) > 0 ? MOST_CALM : twice;
            }
            return move(1);
        }
        if (mean < FAST_ENOUGH && step > 0 && since >= calm.toNanos()) {
            return move(-1);
        }
        if (since >= MOST_CALM.toNanos()) {
            calm = CALM;
        }
        return false;
    }

    private boolean move(int by) {
        step += by;
        climbed = by < 0;
        mean = Double.NaN;
        steppedNs = clockNs.getAsLong();
        return true;
    }
}
