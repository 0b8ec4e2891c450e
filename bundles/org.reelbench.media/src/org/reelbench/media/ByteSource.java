package org.reelbench.media;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

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
     * Reads as {@link #read(long, MemorySegment)} does, and stops when somebody asks to. A source that may wait long, such as for a
     * server, looks at the token while it waits; others look once.
     *
     * @param positionBytes where to start, counted from the first byte
     * @param target where to put them; native or heap memory, size above 0
     * @param cancellation asks to stop
     * @return how many bytes were read, at least 1, or −1 at or after the end
     * @throws MediaChangedException if these are other bytes than those the source was opened for; reading again does not help
     * @throws IOException if reading fails; reading again may succeed
     * @throws CancelledException if cancelled
     */
    default int read(long positionBytes, MemorySegment target, Cancellation cancellation) throws IOException {
        cancellation.check();
        return read(positionBytes, target);
    }

    /**
     * Returns what names these very bytes for ever, where the source knows it without reading them: two sources of one content id
     * have the same bytes.
     *
     * @return the id, such as the hash of an address and of the version its server names; empty if only reading can tell
     */
    default Optional<String> contentId() {
        return Optional.empty();
    }

    /**
     * Returns what tells these very bytes from all others as they are now, where that can be known without reading them: two
     * sources of one stamp have the same bytes, and a stamp that was written down keeps its meaning. What was learned from the
     * bytes can be kept by it.
     * <p>
     * Costs a look at the file system at most.
     *
     * @return the stamp, by default the {@link #contentId content id}; empty if only reading can tell, or if the bytes were
     *         changed so lately that another change might leave the stamp as it is
     */
    default Optional<String> stamp() {
        return contentId();
    }

    /**
     * Closes the source. Closing twice is harmless.
     *
     * @throws IOException if the system refuses
     */
    @Override
    void close() throws IOException;
}
