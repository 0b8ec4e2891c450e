package org.reelbench.http.internal.send;

import java.util.concurrent.atomic.LongAdder;

/** Counts what the server does, for whoever shows it. For every thread. */
public final class Traffic {

    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder completed = new LongAdder();
    private final LongAdder stalled = new LongAdder();
    private final LongAdder changed = new LongAdder();
    private final LongAdder abandoned = new LongAdder();

    /** How a response ended. */
    public enum End {
        /** All went out. */
        COMPLETED,
        /** The client took too long. */
        STALLED,
        /** The medium changed or was withdrawn. */
        CHANGED,
        /** The client went away. */
        ABANDONED
    }

    /**
     * The counts at a moment, since the start.
     *
     * @param requests requests that passed the guard
     * @param bytes bytes of media sent
     * @param completed responses sent to the end
     * @param stalled connections cut because the client took too long
     * @param changed connections cut because the medium changed
     * @param abandoned responses the client did not wait for
     */
    public record Counts(long requests, long bytes, long completed, long stalled, long changed, long abandoned) {
    }

    /** Notes a request. */
    public void request() {
        requests.increment();
    }

    void sent(long count) {
        bytes.add(count);
    }

    void ended(End end) {
        switch (end) {
        case COMPLETED -> completed.increment();
        case STALLED -> stalled.increment();
        case CHANGED -> changed.increment();
        case ABANDONED -> abandoned.increment();
        }
    }

    public Counts counts() {
        return new Counts(requests.sum(), bytes.sum(), completed.sum(), stalled.sum(), changed.sum(), abandoned.sum());
    }
}
