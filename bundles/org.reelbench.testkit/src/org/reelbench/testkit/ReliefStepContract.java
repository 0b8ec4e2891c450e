package org.reelbench.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.ReliefStep;

/**
 * What every step that gives memory back keeps to: it gives what it says, again and again, while others go on using what it
 * empties.
 *
 * <pre>{@code
 * MemoryLedger ledger = MemoryLedger.none();
 * Thumbnails thumbnails = new Thumbnails(ledger);
 * new ReliefStepContract(thumbnails, thumbnails::load, ledger).check();
 * }</pre>
 *
 * For one thread.
 */
public final class ReliefStepContract implements Contract {

    private static final int THREADS = 3;
    private static final int ROUNDS = 100;

    private final ReliefStep step;
    private final Runnable fill;
    private final LongSupplier held;

    /**
     * Creates the contract of a step.
     *
     * @param step the step
     * @param fill makes what the step can give up again; called from several threads at once
     * @param ledger where its owner says what it holds, and nobody else does
     */
    public ReliefStepContract(ReliefStep step, Runnable fill, MemoryLedger ledger) {
        this.step = step;
        this.fill = fill;
        this.held = ledger::heldBytes;
    }

    @Override
    public List<ContractCase> cases() {
        return List.of(new ContractCase("it says where on the ladder it stands and what it gives up", this::description),
                new ContractCase("what it holds is in the ledger, and so is what it gave back", this::gives),
                new ContractCase("when it has nothing it gives nothing", this::empty),
                new ContractCase("it can be asked while what it empties is in use", this::inUse));
    }

    private void description() {
        Claims.holds(step.rank() > 0 && step.rank() < 1000, "the rank " + step.rank() + " is none of the ladder's");
        Claims.same(step.rank(), step.rank(), "the rank, asked again,");
        Claims.line(step.label(), "the label");
    }

    private void gives() {
        fill.run();
        long before = held.getAsLong();
        Claims.holds(before > 0, "once filled, nothing of it is in the ledger");
        for (long wanted : new long[] { 1, Long.MAX_VALUE }) {
            fill.run();
            before = held.getAsLong();
            long given = step.relieve(wanted);
            long lost = before - held.getAsLong();
            Claims.holds(given > 0, "asked for " + wanted + " bytes it gave " + given);
            Claims.same(lost, given, "what it says it gave, of what the ledger lost,");
        }
    }

    private void empty() {
        fill.run();
        while (step.relieve(Long.MAX_VALUE) > 0) {
            Claims.holds(held.getAsLong() >= 0, "the ledger says that it holds less than nothing");
        }
        Claims.same(0L, step.relieve(Long.MAX_VALUE), "what it gives when it has nothing");
    }

    private void inUse() throws Exception {
        try (ExecutorService users = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> all = new ArrayList<>();
            Callable<Integer> use = () -> {
                for (int i = 0; i < ROUNDS; i++) {
                    fill.run();
                }
                return ROUNDS;
            };
            for (int i = 0; i < THREADS; i++) {
                all.add(users.submit(use));
            }
            for (int i = 0; i < ROUNDS; i++) {
                Claims.holds(step.relieve(Long.MAX_VALUE) >= 0, "it gave less than nothing");
            }
            for (Future<Integer> each : all) {
                each.get();
            }
        }
    }
}
