package org.reelbench.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that opens stores: those of this machine, and through each {@link ChunkStoreProvider} those of other kinds.
 *
 * <pre>{@code
 * ChunkStore segments = stores.inFolder(cache.resolve("segments"), new StoreSettings(8L << 30, Durability.PROGRAM));
 * }</pre>
 *
 * For every thread. Opening lists the chunks, so never on a thread that draws.
 */
@ProviderType
public interface ChunkStores {

    /**
     * Opens a store in a folder: a file for each chunk. For chunks from some ten KiB up.
     *
     * @param folder the folder, which belongs to the store alone; made if it does not exist
     * @param settings its quota and durability, which may be others than the last time
     * @return the store, to be closed by the caller
     * @throws ChunkStoreException {@link ChunkStoreException.Reason#IN_USE}
     * @throws IOException if the folder cannot be used
     */
    ChunkStore inFolder(Path folder, StoreSettings settings) throws IOException;

    /**
     * Opens a store in a single file. For many small chunks. The quota counts the bytes of the chunks; the file also holds what
     * was deleted until it is cleaned up, at the latest when the store is closed. Once the disk has failed, for example because
     * it is full, every call fails until the store is closed and opened again.
     *
     * @param file the file; made if it does not exist. A file that is damaged beyond opening is kept aside, and the store begins
     *        empty
     * @param settings its quota and durability, which may be others than the last time
     * @return the store, to be closed by the caller
     * @throws ChunkStoreException {@link ChunkStoreException.Reason#IN_USE}
     * @throws IOException if the file cannot be used
     */
    ChunkStore inFile(Path file, StoreSettings settings) throws IOException;

    /**
     * Opens the store at an address. Where its provider is a plug-in's, calls go through the guard of plug-ins; when the provider
     * goes, its stores are closed.
     *
     * @param address {@code file:} for a folder of this machine, else of the scheme of a {@link ChunkStoreProvider}
     * @param settings its quota and durability, which may be others than the last time
     * @return the store, to be closed by the caller
     * @throws ChunkStoreException {@link ChunkStoreException.Reason#IN_USE}; {@link ChunkStoreException.Reason#NO_PROVIDER} if
     *         there is no provider for the scheme, which may come
     * @throws IOException if the store cannot be opened
     */
    default ChunkStore at(URI address, StoreSettings settings) throws IOException {
        if ("file".equals(address.getScheme())) {
            try {
                return inFolder(Path.of(address), settings);
            } catch (IllegalArgumentException e) {
                throw new IOException(address + " names no folder of this machine", e);
            }
        }
        throw new ChunkStoreException(ChunkStoreException.Reason.NO_PROVIDER, "nobody opens chunk stores of the kind '"
                + address.getScheme() + ":'; install the plug-in that brings them");
    }
}
