package org.reelbench.store.internal.foreign;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreProvider;
import org.reelbench.store.StoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers that are there, and the stores that were opened through each. For every thread. */
public final class ForeignStores {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignStores.class);

    private final Supplier<PluginCalls> calls;
    private final List<Known> providers = new CopyOnWriteArrayList<>();

    private record Known(String scheme, ChunkStoreProvider provider, List<ForeignStore> open) {
    }

    /**
     * Creates a list without providers.
     *
     * @param calls guards calls into them
     */
    public ForeignStores(Supplier<PluginCalls> calls) {
        this.calls = calls;
    }

    /**
     * Takes a provider that has come; of two with one scheme the first is asked.
     *
     * @param provider the provider
     * @param properties its service's
     */
    public void add(ChunkStoreProvider provider, Map<String, ?> properties) {
        if (properties.get(ChunkStoreProvider.SCHEME) instanceof String scheme) {
            providers.add(new Known(scheme, provider, new CopyOnWriteArrayList<>()));
        } else {
            LOG.warn("{} has no property {} and is left out", provider.getClass().getName(), ChunkStoreProvider.SCHEME);
        }
    }

    /**
     * Forgets a provider that goes, and closes its stores.
     *
     * @param provider the provider
     */
    public void remove(ChunkStoreProvider provider) {
        for (Known known : providers) {
            if (known.provider() == provider) {
                providers.remove(known);
                known.open().forEach(ForeignStore::lose);
            }
        }
    }

    /**
     * Opens a store.
     *
     * @param address where it is
     * @param settings its quota and durability
     * @return the store; empty if there is no provider for such addresses
     * @throws IOException if the provider refuses
     */
    public Optional<ChunkStore> open(URI address, StoreSettings settings) throws IOException {
        Known known = providers.stream().filter(each -> each.scheme().equals(address.getScheme())).findFirst().orElse(null);
        return known == null ? Optional.empty() : Optional.of(open(known, address, settings));
    }

    private ChunkStore open(Known known, URI address, StoreSettings settings) throws IOException {
        PluginCalls guard = calls.get();
        try {
            ChunkStore opened = guard.<ChunkStore, IOException>call(known.provider(), "open",
                    () -> known.provider().open(address, settings));
            ForeignStore store = new ForeignStore(opened, known.provider(), guard, settings.quotaBytes(), known.open()::remove);
            known.open().add(store);
            if (!providers.contains(known)) {
                // It went while it opened this one.
                store.lose();
            }
            return store;
        } catch (PluginCallException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
