package org.reelbench.encoding.preview;

import java.io.IOException;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.Cancellation;

/**
 * A service that looks after the segments on the disk.
 * <p>
 * For every thread; reads the disk, so never on a thread that draws.
 */
@ProviderType
public interface PreviewCache {

    /**
     * One segment on the disk.
     *
     * @param id its id
     * @param sizeBytes how many bytes it takes
     */
    record Kept(String id, long sizeBytes) {
    }

    /**
     * What there is on the disk.
     *
     * @param segments how many segments
     * @param usedBytes how many bytes they take
     * @param quotaBytes how many they may take
     * @param folder where they lie
     */
    record Usage(long segments, long usedBytes, long quotaBytes, String folder) {
    }

    /**
     * What was found by looking at all of it.
     *
     * @param whole how many segments are as they were made
     * @param problems what was wrong with others, which were deleted, a sentence each
     */
    record Verified(long whole, List<String> problems) {

        /** Creates it with a list of its own. */
        public Verified {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Lists what is on the disk.
     *
     * @return the segments in the order of their ids
     * @throws IOException if the disk cannot be read, or another program has the cache
     */
    List<Kept> list() throws IOException;

    /**
     * Tells how full it is.
     *
     * @return the usage
     * @throws IOException if the disk cannot be read, or another program has the cache
     */
    Usage usage() throws IOException;

    /**
     * Reads and decodes every segment, and deletes those that are not as they were made.
     *
     * @param cancellation asks to stop
     * @return what was found
     * @throws IOException if the disk cannot be read, or another program has the cache
     */
    Verified verify(Cancellation cancellation) throws IOException;

    /**
     * Deletes all segments.
     *
     * @return how many there were
     * @throws IOException if they cannot be deleted, or another program has the cache
     */
    long clear() throws IOException;
}
