package org.reelbench.media;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that finds out what a medium is.
 * <p>
 * For every thread; calls may take as long as reading the head of the file takes, so never on a thread that draws.
 *
 * <pre>{@code
 * try (ByteSource bytes = FileByteSource.open(file)) {
 *     MediaInfo info = probe.probe(bytes, new Cancellation());
 *     info.video().ifPresent(video -> show(video.picture()));
 * }
 * }</pre>
 */
@ProviderType
public interface MediaProbe {

    /**
     * Reads the head of a medium, and decodes as little as it takes to know its streams.
     *
     * @param source the bytes; stays open
     * @param cancellation asks to stop
     * @return what the medium is
     * @throws MediaException {@link MediaException.Reason#EMPTY}, {@link MediaException.Reason#NOT_MEDIA},
     *             {@link MediaException.Reason#DAMAGED} or {@link MediaException.Reason#UNREADABLE}; trying again does not help
     */
    MediaInfo probe(ByteSource source, Cancellation cancellation) throws MediaException;
}
