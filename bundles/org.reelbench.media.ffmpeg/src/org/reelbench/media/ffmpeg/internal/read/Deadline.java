package org.reelbench.media.ffmpeg.internal.read;

import java.util.concurrent.TimeUnit;

/**
 * The moment at which something counts as hanging.
 *
 * @param limitMs how long it was given, for messages; 0 for ever
 * @param endNs when that is over, by {@link System#nanoTime}
 */
record Deadline(long limitMs, long endNs) {

    /** No limit. */
    static final Deadline NEVER = new Deadline(0, 0);

    static Deadline in(long limitMs) {
        return new Deadline(limitMs, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs));
    }

    boolean isOver() {
        return limitMs > 0 && System.nanoTime() - endNs >= 0;
    }
}
