package org.reelbench.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The store in the folder of a cache, opened when it is first needed. Programs that run beside each other have folders beside each
 * other, as a store belongs to one program.
 * <p>
 * For every thread. Whoever created it closes it.
 */
public final class CacheStore implements AutoCloseable {

    /** As many programs have a cache of their own at a time; further ones have none. */
    private static final int FOLDERS = 8;

    private final ChunkStores stores;
    private final Path folder;
    private final long quotaBytes;
    private final String without;
    private @Nullable ChunkStore store;
    private Path opened;
    private boolean tried;

    /**
     * Creates the holder; opens nothing.
     *
     * @param stores open the store
     * @param folder its folder; where another program has it open, the name gets a number
     * @param quotaBytes how much is kept
     * @param without what it means if there is none, for the log: the beginning of a sentence
     */
    public CacheStore(ChunkStores stores, Path folder, long quotaBytes, String without) {
        this.stores = stores;
        this.folder = folder;
        this.opened = folder;
        this.quotaBytes = quotaBytes;
        this.without = without;
    }

    /**
     * Returns the store. The first call reads the folder, so not on a thread that draws.
     *
     * @return the store, closed with this; empty if it cannot be opened, for which the log has the reason once
     */
    public synchronized Optional<ChunkStore> get() {
        if (!tried) {
            tried = true;
            try {
                store = open();
            } catch (IOException e) {
                LoggerFactory.getLogger(CacheStore.class).warn("{}, as {} cannot be opened: {}", without, folder, e.getMessage());
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

    /**
     * Returns where it lies.
     *
     * @return the folder; that of another program beside it once that is known
     */
    public synchronized Path folder() {
        return opened;
    }

    /**
     * Closes the store; there is none from then on. Closing twice is harmless.
     *
     * @throws IOException if it was not closed well
     */
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
