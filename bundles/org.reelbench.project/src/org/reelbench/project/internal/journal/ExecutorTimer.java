package org.reelbench.project.internal.journal;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The timer of the program.
 */
public record ExecutorTimer(ScheduledExecutorService executor) implements Timer {

    @Override
    public long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public long dateMs() {
        return System.currentTimeMillis();
    }

    @Override
    public void after(long delayMs, Runnable work) {
        executor.schedule(work, delayMs, TimeUnit.MILLISECONDS);
    }
}
