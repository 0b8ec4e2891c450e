package org.reelbench.capture.ffmpeg.internal.device;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Puts the time stamps of devices on our clock. Some devices stamp by the system's running time, some by the time of day, some by
 * a clock of their own; the latter's stamps are not used.
 * <p>
 * One thread at a time.
 */
public final class StampClock {

    /** A picture older than this when it reaches us is one of another clock. */
    private static final long OLDEST_NS = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier nowNs;
    private final LongSupplier dayNs;
    private long lastNs = Long.MIN_VALUE;

    /** Creates a clock. */
    public StampClock() {
        this(System::nanoTime, () -> TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    }

    StampClock(LongSupplier nowNs, LongSupplier dayNs) {
        this.nowNs = nowNs;
        this.dayNs = dayNs;
    }

    /**
     * Tells when something was taken.
     *
     * @param stampNs the device's time stamp in nanoseconds
     * @return the time, in the nanoseconds of {@link System#nanoTime}, later than the one before
     */
    public long timeNs(long stampNs) {
        long now = nowNs.getAsLong();
        long time = now;
        long byDay = now - (dayNs.getAsLong() - stampNs);
        for (long candidate : new long[] { stampNs, byDay }) {
            if (now - candidate >= 0 && now - candidate < OLDEST_NS) {
                time = candidate;
                break;
            }
        }
        lastNs = Math.max(time, lastNs + 1);
        return lastNs;
    }
}
