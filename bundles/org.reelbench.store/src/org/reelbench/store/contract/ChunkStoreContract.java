package org.reelbench.store.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.StoreSettings;

/**
 * What every chunk store keeps. The tests of a provider extend this class, say how its store is opened and damaged, and run all
 * cases in whatever test framework they use:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContract() {
 *     return new MyContract().cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), c.check()::run));
 * }
 * }</pre>
 *
 * For one thread. A case takes below a second on a local disk and needs some 20 MB there.
 */
public abstract class ChunkStoreContract {

    /** Creates the contract of a provider. */
    protected ChunkStoreContract() {
        // nothing to set up
    }

    /** Something to be checked. */
    @FunctionalInterface
    public interface Check {

        /**
         * Checks it.
         *
         * @throws AssertionError if it does not hold
         * @throws Exception if something fails that must not fail
         */
        void run() throws Exception;
    }

    /**
     * One sentence of the contract.
     *
     * @param name what holds
     * @param check whether it holds
     */
    public record Case(String name, Check check) {
    }

    /**
     * Begins a case: from now on {@link #open} opens a store that is empty.
     *
     * @throws IOException if that cannot be had
     */
    protected abstract void begin() throws IOException;

    /**
     * Opens the store of this case, again and again the same.
     *
     * @param settings its quota, which differs between calls, and its durability
     * @return the store; the case closes it
     * @throws IOException if it cannot be opened
     */
    protected abstract ChunkStore open(StoreSettings settings) throws IOException;

    /**
     * Changes one byte of a chunk where it is stored, as a bad disk would. The store of this case is closed.
     *
     * @param id the chunk
     * @param positionBytes the byte, counted in the chunk
     * @throws IOException if that cannot be done
     */
    protected abstract void damage(ChunkId id, long positionBytes) throws IOException;

    /**
     * Returns the sentences of the contract.
     *
     * @return the cases, each of which can be run any number of times
     */
    public final List<Case> cases() {
        List<Case> cases = new ArrayList<>(new PutCases(this).cases());
        cases.addAll(new RoomCases(this).cases());
        cases.addAll(new TroubleCases(this).cases());
        return cases.stream().map(one -> new Case(one.name(), () -> {
            begin();
            one.check().run();
        })).toList();
    }
}
