package org.reelbench.capture.ffmpeg.internal.device;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;

/**
 * Decodes what a device delivers; raw samples merely get a shape.
 * <p>
 * One thread at a time. Whoever opened it closes it.
 */
public final class PacketDecoder implements AutoCloseable {

    private final AVCodecContext context;
    private final AVFrame frame = avutil.av_frame_alloc();
    private boolean closed;

    private PacketDecoder(AVCodecContext context) {
        this.context = context;
    }

    /**
     * Opens a decoder.
     *
     * @param parameters what the device delivers
     * @param label the device's name for people
     * @return the decoder
     * @throws CaptureException {@link Reason#UNSUPPORTED} if there is none for it
     */
    public static PacketDecoder open(AVCodecParameters parameters, String label) throws CaptureException {
        AVCodec codec = avcodec.avcodec_find_decoder(parameters.codec_id());
        AVCodecContext context = codec == null || codec.isNull() ? null : avcodec.avcodec_alloc_context3(codec);
        if (context == null || avcodec.avcodec_parameters_to_context(context, parameters) < 0
                || avcodec.avcodec_open2(context, codec, (PointerPointer<?>) null) < 0) {
            if (context != null) {
                avcodec.avcodec_free_context(context);
            }
            throw new CaptureException(Reason.UNSUPPORTED,
                    "what '" + label + "' delivers cannot be decoded; choose another format");
        }
        return new PacketDecoder(context);
    }

    /**
     * Decodes.
     *
     * @param packet what the device delivered
     * @return what is in it, valid until the next call, or null if it is damaged or incomplete
     */
    public @Nullable AVFrame decode(AVPacket packet) {
        // A camera's broken picture is left out: the next one is on its way.
        if (avcodec.avcodec_send_packet(context, packet) < 0 || avcodec.avcodec_receive_frame(context, frame) < 0) {
            return null;
        }
        return frame;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avutil.av_frame_free(frame);
            avcodec.avcodec_free_context(context);
        }
    }
}
