package org.reelbench.remote.internal;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import org.reelbench.media.Meter;

/** Counts what was asked of servers and what was spared. For every thread. */
final class RemoteTraffic {

    private final LongAdder answers = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * The counts at a moment, since the start.
     *
     * @param answers answers of servers
     * @param bytes bytes of media in them
     * @param failures requests without an answer
     * @param hits reads out of the cache
     * @param misses chunks that had to be asked for
     */
    record Counts(long answers, long bytes, long failures, long hits, long misses) {
    }

    void answered(int count) {
        answers.increment();
        bytes.add(count);
    }

    void failed() {
        failures.increment();
    }

    void hit() {
        hits.increment();
    }

    void miss() {
        misses.increment();
    }

    /** The counts as meters. */
    List<Meter> meters() {
        Counts now = counts();
        return List.of(Meter.counter("reelbench_remote_answers_total", "Answers of servers of remote media.", now.answers()),
                Meter.counter("reelbench_remote_received_bytes_total", "Bytes of remote media received.", now.bytes()),
                Meter.counter("reelbench_remote_failures_total", "Requests to servers of remote media without an answer.",
                        now.failures()),
                Meter.counter("reelbench_remote_cache_hits_total", "Reads of remote media out of the cache.", now.hits()),
                Meter.counter("reelbench_remote_cache_misses_total", "Chunks of remote media that the cache did not have.",
                        now.misses()));
    }

    Counts counts() {
        return new Counts(answers.sum(), bytes.sum(), failures.sum(), hits.sum(), misses.sum());
    }
}
