package org.reelbench.loading.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Readers that are open though nobody reads them just now, the one that was used longest ago first. Guarded by the lock of the
 * {@link Core}.
 */
final class IdleReaders {

    private final Supplier<Budget> budgets;
    private final List<OpenReader> readers = new ArrayList<>();

    /**
     * Creates it, empty.
     *
     * @param budgets tells how much may stay open now
     */
    IdleReaders(Supplier<Budget> budgets) {
        this.budgets = budgets;
    }

    void add(OpenReader reader) {
        readers.add(reader);
    }

    /** Takes the one used last, or null. */
    @Nullable
    OpenReader take(Session session, ReaderKey key) {
        for (int i = readers.size() - 1; i >= 0; i--) {
            OpenReader reader = readers.get(i);
            if (reader.session() == session && reader.key().equals(key)) {
                return readers.remove(i);
            }
        }
        return null;
    }

    /** Takes all that a condition holds for. */
    List<OpenReader> takeAll(Predicate<OpenReader> condition) {
        List<OpenReader> taken = readers.stream().filter(condition).toList();
        readers.removeAll(taken);
        return taken;
    }

    /** Takes what is over the budget. */
    List<OpenReader> takeExcess() {
        List<OpenReader> taken = new ArrayList<>();
        Budget budget = budgets.get();
        takeExcess(false, budget.decoderBytes(), taken);
        takeExcess(true, budget.standbyBytes(), taken);
        return taken;
    }

    private void takeExcess(boolean resting, long mostBytes, List<OpenReader> taken) {
        long held = heldBytes(resting);
        for (Iterator<OpenReader> all = readers.iterator(); held > mostBytes && all.hasNext();) {
            OpenReader reader = all.next();
            if (reader.isResting() == resting) {
                all.remove();
                taken.add(reader);
                held -= reader.heldBytes();
            }
        }
    }

    /** Tells whether one more near the playhead would drive out another. */
    boolean isFull(ReaderCost cost) {
        return heldBytes(false) + cost.containerBytes() + cost.decoderBytes() > budgets.get().decoderBytes();
    }

    /** Tells whether a medium is kept open away from the playhead. */
    boolean isCheap(ReaderCost cost) {
        return cost.containerBytes() <= budgets.get().mediumBytes();
    }

    long count(Session session, StreamKey stream) {
        return readers.stream().filter(reader -> reader.session() == session && reader.key().stream().equals(stream)).count();
    }

    int size() {
        return readers.size();
    }

    private long heldBytes(boolean resting) {
        return readers.stream().filter(reader -> reader.isResting() == resting).mapToLong(OpenReader::heldBytes).sum();
    }
}
