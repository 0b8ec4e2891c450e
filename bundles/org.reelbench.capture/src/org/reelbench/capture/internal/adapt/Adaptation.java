package org.reelbench.capture.internal.adapt;

import java.util.List;

/**
 * Decides which pictures are taken, and at which level. For every thread.
 * <p>
 * Steps down after five pictures in a row were left out, or when the average picture takes longer than there is time for; steps up
 * after a quiet while, which doubles each time a step up turns out to have been too early. While the average is too long pictures
 * are left out, but every fourth is taken nevertheless: an average without samples would stay as it is for ever.
 */
public final class Adaptation {

    private static final int DROPS_IN_A_ROW = 5;
    private static final int PROBE_EVERY = 4;
    /** The share of the time between two pictures that encoding one may take. */
    private static final double MOST_SHARE = 0.9;
    /** Going up must leave room: the share that the better level is expected to take. */
    private static final double UP_SHARE = 0.6;
    /** The first pictures of all take long, as the machine gets to know what is to be done. */
    private static final long WARM_UP_NS = 2_000_000_000L;
    private static final long SHORTEST_QUIET_NS = 5_000_000_000L;
    private static final long LONGEST_QUIET_NS = 160_000_000_000L;

    private final List<Level> ladder;
    private final double frameUs;
    private final Average processingUs = new Average();
    private int step;
    private int changes;
    private int dropsInARow;
    private int left;
    private long beganNs = Long.MIN_VALUE;
    private long quietSinceNs = Long.MIN_VALUE;
    private long quietNs = SHORTEST_QUIET_NS;
    private long steppedUpNs = Long.MIN_VALUE;

    /**
     * Creates it at the best level.
     *
     * @param ladder the levels, best first; of one level it never leaves
     * @param framesPerSecond the device's rate
     */
    public Adaptation(List<Level> ladder, double framesPerSecond) {
        this.ladder = List.copyOf(ladder);
        frameUs = 1e6 / framesPerSecond;
    }

    /** Returns the level that holds now. */
    public synchronized Level level() {
        return ladder.get(step);
    }

    /** Returns how often the level was changed. */
    public synchronized int changes() {
        return changes;
    }

    /** Returns what one picture takes to encode, in microseconds. */
    public synchronized double processingUs() {
        return processingUs.value();
    }

    /** Tells whether the picture of a slot is one of those that the level keeps. */
    public synchronized boolean keeps(long slot) {
        return slot % level().divisor() == 0;
    }

    /**
     * Tells whether a picture that the level keeps should be encoded, as far as the time it takes goes.
     *
     * @return false to leave it out, which is to be told by {@link #dropped}
     */
    public synchronized boolean hasTime() {
        boolean slow = ladder.size() > 1 && processingUs.isFirm() && processingUs.value() > mostUs();
        if (!slow) {
            left = 0;
            return true;
        }
        left++;
        return left % PROBE_EVERY == 0;
    }

    /**
     * A picture that the level keeps was left out.
     *
     * @param nowNs the time
     */
    public synchronized void dropped(long nowNs) {
        quietSinceNs = nowNs;
        if (beganNs == Long.MIN_VALUE || nowNs - beganNs < WARM_UP_NS) {
            return;
        }
        dropsInARow++;
        boolean slow = processingUs.isFirm() && processingUs.value() > mostUs();
        if (dropsInARow >= DROPS_IN_A_ROW || slow) {
            down(nowNs);
        }
    }

    /**
     * The disk cannot take what is encoded, by far: less of it is better than stopping.
     *
     * @param nowNs the time
     */
    public synchronized void tooMuch(long nowNs) {
        quietSinceNs = nowNs;
        down(nowNs);
    }

    /** A picture found room to wait for the encoder. */
    public synchronized void taken() {
        dropsInARow = 0;
    }

    /**
     * A picture was encoded.
     *
     * @param tookUs how long it took
     * @param nowNs the time
     */
    public synchronized void encoded(double tookUs, long nowNs) {
        if (beganNs == Long.MIN_VALUE) {
            beganNs = nowNs;
        }
        if (nowNs - beganNs >= WARM_UP_NS) {
            processingUs.add(tookUs);
        }
        if (quietSinceNs == Long.MIN_VALUE) {
            quietSinceNs = nowNs;
        }
        if (step > 0 && processingUs.isFirm() && nowNs - quietSinceNs >= quietNs && roomAbove()) {
            step--;
            changes++;
            steppedUpNs = nowNs;
            quietSinceNs = nowNs;
            processingUs.restart();
        } else if (steppedUpNs != Long.MIN_VALUE && nowNs - steppedUpNs > quietNs) {
            // It held: the next step up need not wait longer.
            steppedUpNs = Long.MIN_VALUE;
            quietNs = SHORTEST_QUIET_NS;
        }
    }

    private void down(long nowNs) {
        dropsInARow = 0;
        left = 0;
        if (step == ladder.size() - 1) {
            return;
        }
        if (steppedUpNs != Long.MIN_VALUE && nowNs - steppedUpNs <= quietNs) {
            quietNs = Math.min(LONGEST_QUIET_NS, quietNs * 2);
        }
        steppedUpNs = Long.MIN_VALUE;
        step++;
        changes++;
        processingUs.restart();
    }

    private double mostUs() {
        return frameUs * level().divisor() * MOST_SHARE;
    }

    private boolean roomAbove() {
        Level above = ladder.get(step - 1);
        double pixels = above.scale() * above.scale() / (level().scale() * level().scale());
        return processingUs.value() * pixels <= frameUs * above.divisor() * UP_SHARE;
    }
}
