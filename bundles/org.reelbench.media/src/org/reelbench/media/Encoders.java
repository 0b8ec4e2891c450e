package org.reelbench.media;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that opens encoders.
 * <p>
 * For every thread.
 *
 * <pre>{@code
 * try (VideoEncoder encoder = encoders.openVideo(encoding)) {
 *     encoder.encode(frame, 0, true, packet -> muxer.write(0, packet));
 *     encoder.finish(packet -> muxer.write(0, packet));
 * }
 * }</pre>
 */
@ProviderType
public interface Encoders {

    /**
     * Returns the encoders that are installed and open on this machine's processor; encoders that need a device are not listed.
     *
     * @return their names, for example {@code aac} and {@code libopenh264}
     */
    List<String> names();

    /**
     * Opens an encoder of pictures.
     *
     * @param encoding how to encode
     * @return the encoder, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NO_ENCODER} if there is none of that name or it refuses the encoding
     */
    VideoEncoder openVideo(VideoEncoding encoding) throws MediaException;

    /**
     * Opens an encoder of sound.
     *
     * @param encoding how to encode
     * @return the encoder, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NO_ENCODER} if there is none of that name or it refuses the encoding
     */
    AudioEncoder openAudio(AudioEncoding encoding) throws MediaException;
}
