package org.reelbench.encoding.internal.cache;

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

/** The segments' folder, opened when it is first needed. For every thread. */
public final class KeptStore implements AutoCloseable {

    /** As many programs as have a cache of their own at a time; further ones keep segments in memory alone. */
    private static final int FOLDERS = 8;

    private final ChunkStores stores;
    private final Path folder;
    private final long quotaBytes;
    private @Nullable ChunkStore store;
    private Path opened;
    private boolean tried;

    /**
     * Creates the holder; opens nothing.
     *
     * @param stores open the store
     * @param folder its folder; where another program has it open, the name gets a number
     * @param quotaBytes how much is kept
     */
    public KeptStore(ChunkStores stores, Path folder, long quotaBytes) {
        this.stores = stores;
        this.folder = folder;
        this.opened = folder;
        this.quotaBytes = quotaBytes;
    }

    /** Returns the store; empty if there is none, for which the reason was told once. */
    synchronized Optional<ChunkStore> get() {
        if (!tried) {
            tried = true;
            try {
                store = open();
            } catch (IOException e) {
                LoggerFactory.getLogger(KeptStore.class).warn("previews are kept in memory alone, not in {}: {}", folder,
                        e.getMessage());
            }
        }
        return Optional.ofNullable(store);
    }

    private ChunkStore open() throws IOException {
        for (int i = 1;; i++) {
            try {
                opened = i == 1 ? folder : folder.resolveSibling(folder.getFileName() + "-" + i);
                return stores.inFolder(opened, new StoreSettings(quotaBytes, Durability.PROGRAM));
            } catch (ChunkStoreException e) {
                if (e.reason() != ChunkStoreException.Reason.IN_USE || i == FOLDERS) {
                    throw e;
                }
            }
        }
    }

    /** Returns where it lies. */
    synchronized Path folder() {
        return opened;
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
