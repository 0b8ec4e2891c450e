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
     * Returns the encoders of pictures that need a device, such as a graphics card, and that the library was built with. Whether
     * one works on this machine shows only when frames have been encoded with it.
     *
     * @return their names, for example {@code h264_nvenc}
     */
    default List<String> hardwareNames() {
        return List.of();
    }

    /**
     * Opens an encoder of pictures.
     *
     * @param encoding how to encode
     * @return the encoder, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NO_ENCODER} if there is none of that name or it refuses the encoding
     */
    VideoEncoder openVideo(VideoEncoding encoding) throws MediaException;

    /**
     * Opens an encoder of pictures for one of two passes over the same frames.
     *
     * @param encoding how to encode, the same in both passes
     * @param pass which pass, and where its notes are; of the first pass they are whole when the encoder is closed
     * @return the encoder, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NO_ENCODER} as {@link #openVideo(VideoEncoding)}, and if the encoder makes
     *             no two passes or the notes cannot be read
     */
    default VideoEncoder openVideo(VideoEncoding encoding, EncodingPass pass) throws MediaException {
        throw new MediaException(MediaException.Reason.NO_ENCODER, "",
                "the encoder '" + encoding.encoder() + "' makes one pass only; ask for one");
    }

    /**
     * Opens an encoder of sound.
     *
     * @param encoding how to encode
     * @return the encoder, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NO_ENCODER} if there is none of that name or it refuses the encoding
     */
    AudioEncoder openAudio(AudioEncoding encoding) throws MediaException;
}
