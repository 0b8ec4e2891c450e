package org.reelbench.store.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreProvider;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.internal.disk.DiskChunkStore;
import org.reelbench.store.internal.foreign.ForeignStores;
import org.reelbench.store.internal.mv.MvChunkStore;

/** The service that opens stores; keeps those of this machine to nobody, and those of others until their provider goes. */
@Component
public final class LocalChunkStores implements ChunkStores {

    private volatile PluginCalls calls = PluginCalls.direct();
    private final ForeignStores foreign = new ForeignStores(() -> calls);

    /** Takes a provider that has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProvider(ChunkStoreProvider provider, Map<String, Object> properties) {
        foreign.add(provider, properties);
    }

    /** Forgets a provider that goes, and closes its stores. */
    public void removeProvider(ChunkStoreProvider provider) {
        foreign.remove(provider);
    }

    /** Calls providers of plug-ins through a guard from now on. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setCalls(PluginCalls service) {
        calls = service;
    }

    /** The guard goes; plug-ins have gone with it. */
    public void unsetCalls(PluginCalls service) {
        if (calls == service) {
            calls = PluginCalls.direct();
        }
    }

    @Override
    public ChunkStore inFolder(Path folder, StoreSettings settings) throws IOException {
        return DiskChunkStore.open(folder, settings);
    }

    @Override
    public ChunkStore inFile(Path file, StoreSettings settings) throws IOException {
        return MvChunkStore.open(file, settings);
    }

    @Override
    public ChunkStore at(URI address, StoreSettings settings) throws IOException {
        Optional<ChunkStore> store = foreign.open(address, settings);
        return store.isPresent() ? store.get() : ChunkStores.super.at(address, settings);
    }
}
