package org.reelbench.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreProvider;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.contract.ChunkStoreContract;

/**
 * What everybody keeps to who opens chunk stores: its stores keep what every store does ({@link ChunkStoreContract}), each address
 * is a store of its own, and what is no address is refused in words for people.
 *
 * <pre>{@code
 * Tapes tapes = new Tapes();
 * AtomicInteger next = new AtomicInteger();
 * new ChunkStoreProviderContract(tapes, () -> URI.create("tape:" + next.getAndIncrement()), tapes::scratch,
 *         URI.create("tape:")).check();
 * }</pre>
 *
 * For one thread. A case needs some 20 MB where the stores are.
 */
public final class ChunkStoreProviderContract implements Contract {

    private static final StoreSettings SETTINGS = new StoreSettings(1 << 20, Durability.PROGRAM);

    private final ChunkStoreProvider provider;
    private final Supplier<URI> fresh;
    private final Damage damage;
    private final URI wrong;

    /** Spoils what a store keeps, as an old disk does. */
    @FunctionalInterface
    public interface Damage {

        /**
         * Changes a byte of a chunk where the store keeps it; the store is closed meanwhile.
         *
         * @param address the store's
         * @param id the chunk
         * @param positionBytes the byte, counted in the chunk
         * @throws IOException if that cannot be done
         */
        void spoil(URI address, ChunkId id, long positionBytes) throws IOException;
    }

    /**
     * Creates the contract of a provider.
     *
     * @param provider opens the stores
     * @param fresh gives an address where no store ever was, another one each time
     * @param damage spoils what is kept there
     * @param wrong an address of the provider's scheme that means nothing
     */
    public ChunkStoreProviderContract(ChunkStoreProvider provider, Supplier<URI> fresh, Damage damage, URI wrong) {
        this.provider = provider;
        this.fresh = fresh;
        this.damage = damage;
        this.wrong = wrong;
    }

    @Override
    public List<ContractCase> cases() {
        List<ContractCase> cases = new ArrayList<>();
        cases.add(new ContractCase("each address is a store of its own", this::apart));
        cases.add(new ContractCase("an address that means nothing is refused", this::refused));
        for (ChunkStoreContract.Case each : new Stores().cases()) {
            cases.add(new ContractCase(each.name(), each.check()::run));
        }
        return List.copyOf(cases);
    }

    private void apart() throws IOException {
        ChunkId id = new ChunkId("a");
        try (ChunkStore one = provider.open(fresh.get(), SETTINGS); ChunkStore other = provider.open(fresh.get(), SETTINGS)) {
            one.put(id, Channels.newChannel(new ByteArrayInputStream(new byte[10])), 10, Retention.EVICTABLE);
            Claims.holds(one.head(id).isPresent(), "what was put is not there");
            Claims.holds(other.head(id).isEmpty(), "it is there at another address, too");
        }
    }

    private void refused() {
        IOException refusal = Claims.thrown(IOException.class, () -> provider.open(wrong, SETTINGS).close(),
                "opened at " + wrong);
        Claims.line(refusal.getMessage(), "the message");
    }

    /** The contract of all stores, at a new address for each case. */
    private final class Stores extends ChunkStoreContract {

        private URI address = wrong;

        @Override
        protected void begin() {
            address = fresh.get();
        }

        @Override
        protected ChunkStore open(StoreSettings settings) throws IOException {
            return provider.open(address, settings);
        }

        @Override
        protected void damage(ChunkId id, long positionBytes) throws IOException {
            damage.spoil(address, id, positionBytes);
        }
    }
}
