package org.reelbench.memory.internal.monitor;

import java.util.function.Supplier;

import org.reelbench.memory.ReliefStep;
import org.reelbench.plugins.PluginCalls;

/**
 * A step that is called through the guard, so that one of a plug-in that hangs or goes on failing is not asked any more. Two of the
 * same step are equal. For every thread.
 *
 * @param step the step
 * @param calls the guard there is at the moment
 */
record GuardedStep(ReliefStep step, Supplier<PluginCalls> calls) implements ReliefStep {

    @Override
    public int rank() {
        return calls.get().<Integer, RuntimeException>call(step, "rank", step::rank);
    }

    @Override
    public String label() {
        return calls.get().<String, RuntimeException>call(step, "label", step::label);
    }

    @Override
    public long relieve(long wantedBytes) {
        return calls.get().<Long, RuntimeException>call(step, "relieve", () -> step.relieve(wantedBytes));
    }
}
