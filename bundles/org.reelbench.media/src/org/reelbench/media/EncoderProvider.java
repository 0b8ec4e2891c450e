package org.reelbench.media;

import java.util.Set;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that brings encoders. They stand beside those of {@link Encoders}: presets for exports and commands name them alike.
 * <p>
 * For every thread. What it opens is used by one thread at a time; the packets of a call are handed on when it has returned.
 */
@ConsumerType
public interface EncoderProvider {

    /**
     * Returns the encoders' names, which begin with a domain so that they are nobody else's.
     *
     * @return always the same names, for example {@code org.example.raw}; those that do not work on this machine are left out
     */
    Set<String> names();

    /**
     * Opens an encoder of pictures.
     *
     * @param encoding how to encode; its encoder is one of {@link #names}
     * @return the encoder, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NO_ENCODER} if it makes no pictures, not of that kind or not with these
     *             options
     */
    VideoEncoder openVideo(VideoEncoding encoding) throws MediaException;

    /**
     * Opens an encoder of sound.
     *
     * @param encoding how to encode; its encoder is one of {@link #names}
     * @return the encoder, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NO_ENCODER} if it makes no sound, not of that kind or not with these
     *             options
     */
    AudioEncoder openAudio(AudioEncoding encoding) throws MediaException;
}
