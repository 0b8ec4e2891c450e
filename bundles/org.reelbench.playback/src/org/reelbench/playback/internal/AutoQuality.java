package org.reelbench.playback.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Chooses how much smaller pictures are rendered while they play. Pictures that are dropped again and again make them smaller; a
 * while without, with time to spare, makes them larger again. Where that proves too much, the next try comes later, but always
 * comes.
 * <p>
 * One thread at a time; time is what the caller says it is.
 */
final class AutoQuality {

    static final int SMALLEST = 4;

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_DROPS = 3;
    /** Larger pictures take up to four times the time. */
    private static final double TIME_TO_SPARE = 0.4;
    private static final long SHORTEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(48);
    /** A step up that has lasted so long was right. */
    private static final long PROVEN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final int largest;
    private final Deque<Long> drops = new ArrayDeque<>();
    private int divisor;
    private double busy;
    private long changedNanos;
    private long lastDropNanos;
    private boolean begun;
    private boolean triesMore;
    private long waitNanos = SHORTEST_WAIT_NANOS;

    /**
     * Begins with the best.
     *
     * @param largest what pictures are divided by where all goes well: 1, 2 or 4
     */
    AutoQuality(int largest) {
        this.largest = largest;
        divisor = largest;
    }

    int divisor() {
        return divisor;
    }

    /** Notes a picture that came too late. */
    void dropped(long nowNanos) {
        begin(nowNanos);
        lastDropNanos = nowNanos;
        drops.addLast(nowNanos);
        while (nowNanos - drops.getFirst() > WINDOW_NANOS) {
            drops.removeFirst();
        }
        if (drops.size() >= MOST_DROPS && divisor < SMALLEST) {
            if (triesMore) {
                waitNanos = Math.min(LONGEST_WAIT_NANOS, waitNanos * 2);
            }
            change(divisor * 2, nowNanos);
            triesMore = false;
        }
    }

    /**
     * Notes a picture that was shown in time.
     *
     * @param nowNanos the time
     * @param share how much of the time from one picture to the next it took to render, 1 being all
     */
    void shown(long nowNanos, double share) {
        begin(nowNanos);
        busy += (share - busy) / 16;
        if (triesMore && nowNanos - changedNanos > PROVEN_NANOS) {
            triesMore = false;
            waitNanos = SHORTEST_WAIT_NANOS;
        }
        boolean rested = nowNanos - Math.max(changedNanos, lastDropNanos) > waitNanos;
        if (divisor > largest && rested && busy < TIME_TO_SPARE) {
            change(divisor / 2, nowNanos);
            triesMore = true;
        }
    }

    private void begin(long nowNanos) {
        if (!begun) {
            begun = true;
            changedNanos = nowNanos;
            lastDropNanos = nowNanos - LONGEST_WAIT_NANOS;
        }
    }

    private void change(int newDivisor, long nowNanos) {
        divisor = newDivisor;
        changedNanos = nowNanos;
        drops.clear();
    }
}
