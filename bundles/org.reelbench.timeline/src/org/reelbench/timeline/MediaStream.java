package org.reelbench.timeline;

/**
 * One stream of a media file as the content of a clip.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param media the id of the {@link MediaReference}
 * @param streamIndex the stream's index in the file, counted from zero over streams of all kinds
 */
public record MediaStream(Id media, int streamIndex) implements Content {

    /**
     * Creates the content.
     *
     * @throws IllegalArgumentException if the index is negative
     */
    public MediaStream {
        if (streamIndex < 0) {
            throw new IllegalArgumentException("a stream index is not negative: " + streamIndex);
        }
    }
}
