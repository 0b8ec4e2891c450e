package org.reelbench.interchange;

import java.nio.file.Path;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells a {@link TimelineFormat} what is in a media file: timeline files name files, not streams.
 */
@ConsumerType
@FunctionalInterface
public interface MediaLookup {

    /** Knows nothing: pictures are taken from stream 0, sounds from stream 1 or, of files that hold only sound, from stream 0. */
    MediaLookup NOTHING = _ -> Optional.empty();

    /**
     * Looks at a file. May take as long as opening it; called on the thread that reads the timeline.
     *
     * @param file an absolute path; the file need not exist
     * @return what is known of it, or empty if it is missing or no medium
     */
    Optional<MediaFacts> find(Path file);
}
