package org.reelbench.memory.internal.monitor;

import org.reelbench.memory.ReliefStep;

/** A step that does what a test says. */
record FakeStep(String label, int rank, Work work) implements ReliefStep {

    /** What the step does. */
    interface Work {
        long relieve(long wantedBytes) throws InterruptedException;
    }

    @Override
    public long relieve(long wantedBytes) {
        try {
            return work.relieve(wantedBytes);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
