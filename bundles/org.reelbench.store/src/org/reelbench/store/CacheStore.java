package org.reelbench.store;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.store.internal.foreign.ForeignStore;
import org.slf4j.LoggerFactory;

/**
 * The store of a cache, opened when it is first needed: in a folder, or at an address that settings name. Programs that run beside
 * each other have folders beside each other, as a store belongs to one program.
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
    private final String place;
    private @Nullable ChunkStore store;
    private Path opened;
    private boolean tried;
    private boolean told;
    private boolean closed;

    /**
     * Creates the holder; opens nothing.
     *
     * @param stores open the store
     * @param folder its folder; where another program has it open, the name gets a number
     * @param quotaBytes how much is kept
     * @param without what it means if there is none, for the log: the beginning of a sentence
     */
    public CacheStore(ChunkStores stores, Path folder, long quotaBytes, String without) {
        this(stores, "", folder, quotaBytes, without);
    }

    /**
     * Creates the holder of a store that settings may place elsewhere; opens nothing.
     *
     * @param stores open the store
     * @param place the address of the store ({@link ChunkStores#at}); empty for the folder
     * @param folder its folder where there is no address
     * @param quotaBytes how much is kept
     * @param without what it means if there is none, for the log: the beginning of a sentence
     */
    public CacheStore(ChunkStores stores, String place, Path folder, long quotaBytes, String without) {
        this.stores = stores;
        this.place = place.strip();
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
        if (store instanceof ForeignStore foreign && foreign.isLost()) {
            store = null;
            tried = false;
        }
        if (!tried && !closed) {
            tried = true;
            try {
                store = open();
                told = false;
            } catch (IOException e) {
                // Whoever is missing may come, and asking costs nothing until then.
                tried = !(e instanceof ChunkStoreException refused && refused.reason() == ChunkStoreException.Reason.NO_PROVIDER);
                if (!told) {
                    told = true;
                    LoggerFactory.getLogger(CacheStore.class).warn("{}, as {} cannot be opened: {}", without, place(),
                            e.getMessage());
                }
            }
        }
        return Optional.ofNullable(store);
    }

    private ChunkStore open() throws IOException {
        if (!place.isEmpty()) {
            return stores.at(address(place), new StoreSettings(quotaBytes, Durability.PROGRAM));
        }
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
     * Returns where it lies, for people.
     *
     * @return its folder, or its address without what may be secret in it
     */
    public synchronized String place() {
        return place.isEmpty() ? opened.toString() : place.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
    }

    private static URI address(String text) throws IOException {
        try {
            URI address = new URI(text);
            if (address.isAbsolute()) {
                return address;
            }
        } catch (URISyntaxException e) {
            LoggerFactory.getLogger(CacheStore.class).debug("no address", e);
        }
        throw new IOException("it is no address of a chunk store, which begins with its kind and a colon");
    }

    /**
     * Closes the store; there is none from then on. Closing twice is harmless.
     *
     * @throws IOException if it was not closed well
     */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        ChunkStore open = store;
        store = null;
        if (open != null) {
            open.close();
        }
    }
}
