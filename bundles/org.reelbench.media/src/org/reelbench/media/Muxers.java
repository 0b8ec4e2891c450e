package org.reelbench.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that opens muxers.
 * <p>
 * For every thread.
 *
 * <pre>{@code
 * try (Muxer muxer = muxers.open(file, "mp4", List.of(video.parameters(), audio.parameters()), Map.of("movflags", "+faststart"))) {
 *     muxer.write(0, packet);
 *     muxer.finish(cancellation);
 * }
 * }</pre>
 */
@ProviderType
public interface Muxers {

    /**
     * Opens a file for writing, replacing what was there.
     *
     * @param file the file
     * @param container the container's name: {@code mp4}, {@code webm}, {@code matroska}, {@code wav} …
     * @param streams the streams, numbered by their place in the list
     * @param options the container's own options by name; one it does not know is refused
     * @return the muxer, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#UNWRITABLE}, {@link MediaException.Reason#DISK_FULL}, or
     *             {@link MediaException.Reason#UNSUPPORTED} if the container does not take a stream
     */
    default Muxer open(Path file, String container, List<CodecParameters> streams, Map<String, String> options)
            throws MediaException {
        return open(file, container, streams, options, FilmTags.NONE);
    }

    /**
     * Opens a file for writing, replacing what was there, and says in it what the film is. Equal streams, options and tags make
     * equal bytes: no time of day and no random number is written.
     *
     * @param file the file
     * @param container the container's name: {@code mp4}, {@code webm}, {@code matroska}, {@code wav} …
     * @param streams the streams, numbered by their place in the list
     * @param options the container's own options by name; one it does not know is refused
     * @param tags what is said of the film
     * @return the muxer, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#UNWRITABLE}, {@link MediaException.Reason#DISK_FULL}, or
     *             {@link MediaException.Reason#UNSUPPORTED} if the container does not take a stream
     */
    Muxer open(Path file, String container, List<CodecParameters> streams, Map<String, String> options, FilmTags tags)
            throws MediaException;

    /**
     * Opens a muxer of fragmented MP4 in memory: an init segment, and fragments that end where the caller says. There is no edit
     * list; decoding times count from 0 and stand in 64 bits, so that whoever sends the fragments may move them.
     *
     * @param streams the streams, numbered by their place in the list
     * @param ticksPerSecond the time scale of all streams of pictures, at most 2³¹ − 1: their time stamps are whole in it
     * @return the muxer, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#UNSUPPORTED} if the container does not take a stream; this default does
     *             not have it
     */
    default FragmentMuxer openFragments(List<CodecParameters> streams, long ticksPerSecond) throws MediaException {
        throw new MediaException(MediaException.Reason.UNSUPPORTED, "", "these muxers write no fragments");
    }
}
