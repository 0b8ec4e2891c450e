package org.reelbench.store;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Pieces of bytes by id: put once, read in ranges, never changed.
 *
 * <pre>{@code
 * try (ChunkStore store = stores.inFolder(folder, new StoreSettings(1L << 30, Durability.PROGRAM))) {
 *     store.put(new ChunkId("beach-1"), channel, sizeBytes, Retention.EVICTABLE);
 *     try (ChunkReader reader = store.open(new ChunkId("beach-1")).orElseThrow()) {
 *         reader.read(65_536, buffer);
 *     }
 * }
 * }</pre>
 *
 * For every thread; calls on different chunks do not wait for each other's bytes. A thread must not be interrupted while it puts
 * or reads.
 * <p>
 * Whoever opened the store closes it, after its readers. After that every call throws
 * {@link ChunkStoreException.Reason#CLOSED}.
 * <p>
 * What every provider keeps, whatever fails and whenever the program or the machine stops: a chunk is there whole or not at all;
 * its bytes are those that were put, or it is not served; all chunks together never take more than the quota. The class
 * {@code ChunkStoreContract} of the package {@code org.reelbench.store.contract} checks it.
 */
@ConsumerType
public interface ChunkStore extends AutoCloseable {

    /** The largest chunk that every provider takes if its quota allows. What is larger goes in parts: {@link ChunkedMedia}. */
    long MAX_CHUNK_BYTES = 1L << 30;

    /**
     * Puts a chunk, if there is none of this id. Chunks that may be evicted make room for it. The chunk is seen by others when
     * this method returns.
     *
     * @param id the id
     * @param bytes the bytes; read to the end of the chunk, not closed; not touched if the chunk is there already
     * @param sizeBytes how many bytes they are, from 0 to {@link #MAX_CHUNK_BYTES}
     * @param retention how long it stays
     * @return true if it was put, false if a chunk of this id was there already, which is what it was before
     * @throws ChunkStoreException {@link ChunkStoreException.Reason#FULL} if there is no room, known before a byte is read;
     *         {@link ChunkStoreException.Reason#WRONG_SIZE} if there are fewer bytes
     * @throws IOException if reading or writing fails; nothing was stored
     * @throws IllegalArgumentException if the size is out of range
     */
    boolean put(ChunkId id, ReadableByteChannel bytes, long sizeBytes, Retention retention) throws IOException;

    /**
     * Opens a chunk for reading, and counts it as used now.
     *
     * @param id the id
     * @return the reader, to be closed by the caller; or empty if there is no such chunk
     * @throws ChunkStoreException {@link ChunkStoreException.Reason#CORRUPT} if the chunk is damaged so much that this is seen at
     *         once
     * @throws IOException if the chunk cannot be opened; trying again may succeed
     */
    Optional<ChunkReader> open(ChunkId id) throws IOException;

    /**
     * Tells about a chunk; reads none of its bytes and does not count as using it.
     *
     * @param id the id
     * @return what is known of it, or empty if there is no such chunk
     * @throws IOException if it cannot be found out
     */
    Optional<ChunkHead> head(ChunkId id) throws IOException;

    /**
     * Deletes a chunk. Its bytes may stay on the disk until its readers are closed.
     *
     * @param id the id
     * @return true if it was there
     * @throws IOException if it cannot be deleted
     */
    boolean delete(ChunkId id) throws IOException;

    /**
     * Lists chunks in the order of their ids, a page at a time.
     *
     * @param prefix what the ids begin with; empty for all
     * @param after lists ids after this text; empty to begin with the first
     * @param limit how many at most, above 0
     * @return the chunks; fewer than the limit only if there are no more
     * @throws IOException if they cannot be listed
     */
    List<ChunkHead> list(String prefix, String after, int limit) throws IOException;

    /**
     * Tells how full the store is.
     *
     * @return the usage
     * @throws IOException if it cannot be found out
     */
    StoreUsage usage() throws IOException;

    /**
     * Closes the store. Closing twice is harmless.
     *
     * @throws IOException if what is not necessary for its chunks, such as the order in which they were used, could not be kept
     */
    @Override
    void close() throws IOException;
}
