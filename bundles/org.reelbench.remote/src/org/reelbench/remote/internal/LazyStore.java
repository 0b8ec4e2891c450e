package org.reelbench.remote.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.Durability;
import org.reelbench.store.StoreSettings;
import org.slf4j.LoggerFactory;

/** The store of chunks, opened when it is first needed. For every thread. */
final class LazyStore implements AutoCloseable {

    /** As many programs as have a cache of their own at a time; further ones have none. */
    private static final int FOLDERS = 8;

    private final ChunkStores stores;
    private final Path folder;
    private final long quotaBytes;
    private boolean tried;
    private @Nullable ChunkStore store;

    /**
     * Creates the holder; opens nothing.
     *
     * @param stores opens the store
     * @param folder the store's folder; where another program has it open, the name gets a number
     * @param quotaBytes how much is kept
     */
    LazyStore(ChunkStores stores, Path folder, long quotaBytes) {
        this.stores = stores;
        this.folder = folder;
        this.quotaBytes = quotaBytes;
    }

    /** Returns the store; empty if there is none, for which the reason was told. */
    synchronized Optional<ChunkStore> get() {
        if (!tried) {
            tried = true;
            try {
                store = open();
            } catch (IOException e) {
                LoggerFactory.getLogger(LazyStore.class).warn("Remote media have no cache in {}: {}", folder, e.getMessage());
            }
        }
        return Optional.ofNullable(store);
    }

    private ChunkStore open() throws IOException {
        for (int i = 1;; i++) {
            try {
                Path numbered = i == 1 ? folder : folder.resolveSibling(folder.getFileName() + "-" + i);
                return stores.inFolder(numbered, new StoreSettings(quotaBytes, Durability.PROGRAM));
            } catch (ChunkStoreException e) {
                if (e.reason() != ChunkStoreException.Reason.IN_USE || i == FOLDERS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        tried = true;
        ChunkStore open = store;
        store = null;
        if (open != null) {
            open.close();
        }
    }
}
