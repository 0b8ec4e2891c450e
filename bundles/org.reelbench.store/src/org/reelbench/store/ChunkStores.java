package org.reelbench.store;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that opens the stores of this machine. Stores elsewhere are services of type {@link ChunkStore} that other bundles
 * offer.
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
}
