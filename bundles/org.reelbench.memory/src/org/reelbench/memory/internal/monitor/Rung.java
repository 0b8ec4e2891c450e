package org.reelbench.memory.internal.monitor;

import java.util.concurrent.Future;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.memory.ReliefRecord;
import org.reelbench.memory.ReliefStep;

/** A step of the ladder with what it has done. Written to on the monitor's thread, read by every thread. */
final class Rung {

    private final ReliefStep step;
    private final int ranking;
    private final String label;
    private final int rank;
    private volatile @Nullable Future<Long> running;
    private volatile ReliefRecord record;

    /**
     * Creates a rung.
     *
     * @param step who gives memory back
     * @param ranking its service ranking, which orders steps of one rank
     */
    Rung(ReliefStep step, int ranking) {
        this.step = step;
        this.ranking = ranking;
        this.label = step.label();
        this.rank = step.rank();
        this.record = new ReliefRecord(label, rank, 0, 0, 0);
    }

    ReliefStep step() {
        return step;
    }

    String label() {
        return label;
    }

    int rank() {
        return rank;
    }

    int ranking() {
        return ranking;
    }

    ReliefRecord record() {
        return record;
    }

    /** Whether it was asked before and has not come back. */
    boolean stuck() {
        Future<Long> before = running;
        return before != null && !before.isDone();
    }

    void asked(Future<Long> answer) {
        running = answer;
        record = new ReliefRecord(label, rank, record.calls() + 1, record.givenBytes(), record.failures());
    }

    void gave(long bytes) {
        record = new ReliefRecord(label, rank, record.calls(), record.givenBytes() + Math.max(0, bytes), record.failures());
    }

    void failed() {
        record = new ReliefRecord(label, rank, record.calls(), record.givenBytes(), record.failures() + 1);
    }
}
