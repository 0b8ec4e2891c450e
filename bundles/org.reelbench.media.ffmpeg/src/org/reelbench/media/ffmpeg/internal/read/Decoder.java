package org.reelbench.media.ffmpeg.internal.read;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;

/** One open decoder, which may be given back for a while. */
final class Decoder implements AutoCloseable {

    private static final int MANY_REFERENCES = 7;
    private static final int USUAL_REFERENCES = 4;

    private final AVCodec codec;
    private final AVCodecParameters parameters;
    private final int timeBaseNumerator;
    private final int timeBaseDenominator;
    private final int threads;
    private final String medium;
    private @Nullable AVCodecContext context;
    private boolean closed;

    /** Copies what describes the stream: it may be gone when the decoder wakes. */
    private Decoder(AVCodec codec, AVStream stream, int threads, String medium) {
        this.codec = codec;
        this.parameters = Errors.allocated(avcodec.avcodec_parameters_alloc());
        avcodec.avcodec_parameters_copy(parameters, stream.codecpar());
        this.timeBaseNumerator = stream.time_base().num();
        this.timeBaseDenominator = stream.time_base().den();
        this.threads = threads;
        this.medium = medium;
    }

    /**
     * Opens the decoder of a stream.
     *
     * @param stream the stream
     * @param threads how many threads may decode
     * @param medium the name of the medium
     * @return the decoder, to be closed by the caller
     * @throws MediaException {@link Reason#NO_DECODER} if none is installed or allowed, or it refuses the stream;
     *             {@link Reason#UNSUPPORTED} if its pictures are too large
     */
    static Decoder open(AVStream stream, int threads, String medium) throws MediaException {
        AVCodecParameters parameters = stream.codecpar();
        AVCodec codec = find(stream);
        Limits.check(parameters, medium);
        if (codec != null && !Codecs.isAllowed(codec.name().getString())) {
            throw new MediaException(Reason.NO_DECODER, medium, "its codec " + name(parameters)
                    + " is rare and not opened; convert the file to a common codec such as H.264 with AAC");
        }
        if (codec == null) {
            throw new MediaException(Reason.NO_DECODER, medium, "no decoder for " + name(parameters)
                    + " is installed; convert the file to a common codec such as H.264 with AAC");
        }
        Decoder decoder = new Decoder(codec, stream, threads, medium);
        try {
            decoder.wake();
        } catch (MediaException | RuntimeException | Error e) {
            decoder.close();
            throw e;
        }
        return decoder;
    }

    /** Opens the decoder if it rests; then it has seen nothing. */
    void wake() throws MediaException {
        if (context != null) {
            return;
        }
        AVCodecContext opening = Errors.allocated(avcodec.avcodec_alloc_context3(codec));
        int result = avcodec.avcodec_parameters_to_context(opening, parameters);
        if (result >= 0) {
            opening.pkt_timebase().num(timeBaseNumerator).den(timeBaseDenominator);
            opening.thread_count(threads);
            opening.max_pixels(Limits.PIXELS);
            // Priming and padding are cut by sample number, which does not depend on where decoding began.
            opening.flags2(opening.flags2() | avcodec.AV_CODEC_FLAG2_SKIP_MANUAL);
            result = avcodec.avcodec_open2(opening, codec, (AVDictionary) null);
        }
        if (result < 0) {
            avcodec.avcodec_free_context(opening);
            throw Errors.of(result, Reason.NO_DECODER, medium, "the decoder for " + name(parameters)
                    + " refuses the stream; convert the file to a common codec such as H.264 with AAC");
        }
        context = opening;
    }

    /** Gives back what it holds, until {@link #wake}. */
    void rest() {
        AVCodecContext open = context;
        context = null;
        if (open != null) {
            avcodec.avcodec_free_context(open);
        }
    }

    /**
     * About how many pictures it holds: those it refers to, those it holds back to bring them in order, one a thread, and the one
     * its reader looks at beside. Within a quarter of what the memory of the process grew by, for the common codecs.
     */
    int pictures() {
        AVCodecContext open = context;
        return open == null ? 0 : references(open) + open.has_b_frames() + threads + 1;
    }

    /** Decoders with several threads, and those of newer codecs, do not say how many pictures they refer to. */
    private static int references(AVCodecContext open) {
        return switch (open.codec_id()) {
        case avcodec.AV_CODEC_ID_HEVC, avcodec.AV_CODEC_ID_VP9, avcodec.AV_CODEC_ID_AV1 -> MANY_REFERENCES;
        default -> Math.max(open.refs(), open.has_b_frames() > 0 ? USUAL_REFERENCES : 1);
        };
    }

    private AVCodecContext context() {
        AVCodecContext open = context;
        if (open == null) {
            throw new IllegalStateException("the decoder is closed or rests");
        }
        return open;
    }

    /** The codec's short name, or its four-letter tag where FFmpeg does not know it. */
    static String name(AVCodecParameters parameters) {
        if (parameters.codec_id() != avcodec.AV_CODEC_ID_NONE) {
            return avcodec.avcodec_get_name(parameters.codec_id()).getString();
        }
        StringBuilder tag = new StringBuilder();
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            char letter = (char) (parameters.codec_tag() >>> shift & 0xFF);
            tag.append(letter > ' ' && letter < 127 ? letter : '?');
        }
        return parameters.codec_tag() == 0 ? "unknown" : tag.toString();
    }

    private static @Nullable AVCodec find(AVStream stream) {
        int id = stream.codecpar().codec_id();
        // FFmpeg's own VP8 and VP9 decoders leave the second, transparent picture of a packet aside.
        if (id == avcodec.AV_CODEC_ID_VP8 && hasAlpha(stream)) {
            return avcodec.avcodec_find_decoder_by_name("libvpx");
        }
        if (id == avcodec.AV_CODEC_ID_VP9 && hasAlpha(stream)) {
            return avcodec.avcodec_find_decoder_by_name("libvpx-vp9");
        }
        return avcodec.avcodec_find_decoder(id);
    }

    private static boolean hasAlpha(AVStream stream) {
        AVDictionaryEntry entry = org.bytedeco.ffmpeg.global.avutil.av_dict_get(stream.metadata(), "alpha_mode", null, 0);
        return entry != null && entry.value().getString().equals("1");
    }

    /**
     * Feeds a packet.
     *
     * @param packet the packet, or null to ask for what is still inside
     * @return FFmpeg's answer
     */
    int send(@Nullable AVPacket packet) {
        return avcodec.avcodec_send_packet(context(), packet);
    }

    /**
     * Takes a frame.
     *
     * @param frame takes the frame
     * @return FFmpeg's answer
     */
    int receive(AVFrame frame) {
        return avcodec.avcodec_receive_frame(context(), frame);
    }

    /** Forgets what was fed; decoding may begin anywhere. */
    void flush() {
        avcodec.avcodec_flush_buffers(context());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            rest();
            avcodec.avcodec_parameters_free(parameters);
        }
    }
}
