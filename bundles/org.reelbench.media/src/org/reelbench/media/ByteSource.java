package org.reelbench.media;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Random access to the bytes of one medium, wherever they lie: a file, a cache of remote chunks, a recording that still grows.
 * <p>
 * Reads are positional, so that any number of threads may read one source at the same time.
 * <p>
 * Whoever opened the source closes it, after every reader made from it; reading after that throws {@link IOException}.
 */
@ConsumerType
public interface ByteSource extends AutoCloseable {

    /**
     * Returns the name shown to people in messages, for example the file's path.
     *
     * @return the name
     */
    String name();

    /**
     * Returns the size now.
     *
     * @return the size in bytes, 0 or more
     * @throws IOException if it cannot be found out
     */
    long sizeBytes() throws IOException;

    /**
     * Reads at a position, as many bytes as are there, at most the target's size.
     *
     * @param positionBytes where to start, counted from the first byte
     * @param target where to put them; native or heap memory, size above 0
     * @return how many bytes were read, at least 1, or −1 at or after the end
     * @throws IOException if reading fails; reading again may succeed
     */
    int read(long positionBytes, MemorySegment target) throws IOException;

    /**
     * Closes the source. Closing twice is harmless.
     *
     * @throws IOException if the system refuses
     */
    @Override
    void close() throws IOException;
}
