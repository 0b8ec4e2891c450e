package org.reelbench.playback.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Tells whether rendering does not keep up: for a whole second, a quarter of the pictures or more came too late. One thread at a
 * time; time is what the caller says it is.
 */
final class Struggle {

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double SHARE = 0.25;

    private final double mostLate;
    private final Deque<Long> late = new ArrayDeque<>();
    private long sinceNanos;
    private boolean begun;

    /**
     * Begins without any trouble.
     *
     * @param framesPerSecond how many pictures a second has
     */
    Struggle(double framesPerSecond) {
        mostLate = framesPerSecond * SHARE;
    }

    /** Notes a picture, and whether it came too late. */
    void note(boolean isLate, long nowNanos) {
        if (!begun) {
            begun = true;
            sinceNanos = nowNanos;
        }
        if (isLate) {
            late.addLast(nowNanos);
        }
        while (!late.isEmpty() && nowNanos - late.getFirst() > WINDOW_NANOS) {
            late.removeFirst();
        }
        if (late.isEmpty()) {
            sinceNanos = nowNanos;
        }
    }

    boolean isOn(long nowNanos) {
        return begun && nowNanos - sinceNanos >= WINDOW_NANOS && late.size() >= mostLate;
    }

    /** Something else shows the pictures: what was is over. */
    void end() {
        late.clear();
        begun = false;
    }
}
