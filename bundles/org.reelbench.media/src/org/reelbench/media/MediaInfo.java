package org.reelbench.media;

import java.util.List;
import java.util.Optional;

import org.reelbench.time.RationalTime;

/**
 * What probing found out about a medium.
 *
 * @param container the container's short name, for example {@code mp4} or {@code matroska}
 * @param origin the container's own time stamp that counts as the start of the medium; every other time of this API is counted
 *            from it
 * @param duration how long the longest stream is; zero for a still
 * @param streams the streams by index
 * @param notes what people should know of the medium, each a sentence: for example which files of a numbered series are missing
 */
public record MediaInfo(String container, RationalTime origin, RationalTime duration, List<StreamInfo> streams,
        List<String> notes) {

    /** Creates the information with lists of its own. */
    public MediaInfo {
        streams = List.copyOf(streams);
        notes = List.copyOf(notes);
    }

    /**
     * Creates the information on a medium that there is nothing more to say of.
     *
     * @param container the container's short name
     * @param origin the time stamp that counts as the start
     * @param duration how long the longest stream is
     * @param streams the streams by index
     */
    public MediaInfo(String container, RationalTime origin, RationalTime duration, List<StreamInfo> streams) {
        this(container, origin, duration, streams, List.of());
    }

    /**
     * Returns the first stream of pictures that is not an attached cover.
     *
     * @return the stream, or empty
     */
    public Optional<VideoStreamInfo> video() {
        return streams.stream().filter(VideoStreamInfo.class::isInstance).map(VideoStreamInfo.class::cast).findFirst();
    }

    /**
     * Returns the first stream of sound.
     *
     * @return the stream, or empty
     */
    public Optional<AudioStreamInfo> audio() {
        return streams.stream().filter(AudioStreamInfo.class::isInstance).map(AudioStreamInfo.class::cast).findFirst();
    }

    /**
     * Returns a stream of pictures by index.
     *
     * @param index the stream's number
     * @return the stream, or empty if the number names none or another kind
     */
    public Optional<VideoStreamInfo> video(int index) {
        return streams.stream().filter(s -> s.index() == index).filter(VideoStreamInfo.class::isInstance)
                .map(VideoStreamInfo.class::cast).findFirst();
    }

    /**
     * Returns a stream of sound by index.
     *
     * @param index the stream's number
     * @return the stream, or empty if the number names none or another kind
     */
    public Optional<AudioStreamInfo> audio(int index) {
        return streams.stream().filter(s -> s.index() == index).filter(AudioStreamInfo.class::isInstance)
                .map(AudioStreamInfo.class::cast).findFirst();
    }
}
