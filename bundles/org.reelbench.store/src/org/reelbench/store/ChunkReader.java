package org.reelbench.store;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The bytes of one chunk. While it is open the chunk is not evicted.
 * <p>
 * For one thread at a time; any number of readers of one chunk may be open. A thread must not be interrupted while it reads.
 * <p>
 * Whoever opened it closes it. A chunk that is deleted meanwhile, or whose store is closed, can be read on or not: reading may
 * throw, and never delivers other bytes.
 */
@ConsumerType
public interface ChunkReader extends AutoCloseable {

    /**
     * Returns the size of the chunk.
     *
     * @return the size in bytes, 0 or more
     */
    long sizeBytes();

    /**
     * Reads a range: from a position on, until the target is full or the chunk ends. Costs the range, rounded to the provider's
     * blocks, not the chunk.
     *
     * @param positionBytes where to start, 0 or more
     * @param target where to put the bytes; its position moves behind them. After an exception what it holds means nothing
     * @return how many bytes were read, or −1 at or after the end
     * @throws ChunkStoreException {@link ChunkStoreException.Reason#CORRUPT} if bytes of the range are not those that were put;
     *         {@link ChunkStoreException.Reason#CLOSED}
     * @throws IOException if reading fails; reading again may succeed
     */
    int read(long positionBytes, ByteBuffer target) throws IOException;

    /**
     * Closes the reader. Closing twice is harmless.
     *
     * @throws IOException if the system refuses
     */
    @Override
    void close() throws IOException;
}
