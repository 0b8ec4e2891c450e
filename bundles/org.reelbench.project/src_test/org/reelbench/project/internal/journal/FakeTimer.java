package org.reelbench.project.internal.journal;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A time that passes when a test says so; work is done on the test's thread. */
public final class FakeTimer implements Timer {

    private record Task(long atMs, long number, Runnable work) {
    }

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(
            Comparator.comparingLong(Task::atMs).thenComparingLong(Task::number));
    private long nowMs;
    private long number;

    @Override
    public long nowMs() {
        return nowMs;
    }

    @Override
    public long dateMs() {
        return 1_700_000_000_000L + nowMs;
    }

    @Override
    public void after(long delayMs, Runnable work) {
        tasks.add(new Task(nowMs + delayMs, number++, work));
    }

    /** Lets time pass and does what falls due. */
    public void advance(long ms) {
        long endMs = nowMs + ms;
        for (Task next = tasks.peek(); next != null && next.atMs <= endMs; next = tasks.peek()) {
            tasks.remove();
            nowMs = Math.max(nowMs, next.atMs);
            next.work.run();
        }
        nowMs = endMs;
    }
}
