package org.reelbench.media.ffmpeg.internal.write;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.function.Consumer;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.Natives;
import org.reelbench.time.Rational;

/** One of FFmpeg's encoders, opened: frames in, packets out. What pictures and sound have in common. */
final class OpenEncoder implements AutoCloseable {

    private final String name;
    private final AVCodecContext context;
    private final AVPacket packet;
    private boolean closed;

    private OpenEncoder(String name, AVCodecContext context, AVPacket packet) {
        this.name = name;
        this.context = context;
        this.packet = packet;
    }

    /** Takes one packet, which goes when the call returns. */
    @FunctionalInterface
    interface Taker {
        void take(AVPacket packet) throws MediaException;
    }

    /**
     * Finds an encoder.
     *
     * @param name its name
     * @param mediaType {@code AVMEDIA_TYPE_VIDEO} or {@code AVMEDIA_TYPE_AUDIO}
     * @return the encoder
     * @throws MediaException {@link Reason#NO_ENCODER} if there is none
     */
    static AVCodec find(String name, int mediaType) throws MediaException {
        Natives.load();
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(name);
        if (codec == null || codec.isNull() || codec.type() != mediaType) {
            throw new MediaException(Reason.NO_ENCODER, "",
                    "there is no encoder '" + name + "' for " + (mediaType == avutil.AVMEDIA_TYPE_VIDEO ? "pictures" : "sound")
                            + "; choose another, or install natives that have it");
        }
        return codec;
    }

    /**
     * Opens an encoder.
     *
     * @param codec the encoder
     * @param setup sets the parameters before opening
     * @param options the encoder's own options
     * @param what what is to be encoded, for messages
     * @return the encoder
     * @throws MediaException {@link Reason#NO_ENCODER} if it refuses a parameter or does not know an option
     */
    static OpenEncoder open(AVCodec codec, Consumer<AVCodecContext> setup, Map<String, String> options, String what)
            throws MediaException {
        String name = codec.name().getString();
        AVCodecContext context = Errors.allocated(avcodec.avcodec_alloc_context3(codec));
        boolean opened = false;
        setup.accept(context);
        try (Options given = new Options(options)) {
            // The codec's header belongs to the container, and preview segments share one.
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
            int result = avcodec.avcodec_open2(context, codec, given.dictionary());
            Errors.check(result, Reason.NO_ENCODER, "", "the encoder '" + name + "' refuses " + what + " with the options "
                    + options + "; choose other values or another encoder");
            String unknown = given.unknown();
            if (unknown != null) {
                throw new MediaException(Reason.NO_ENCODER, "",
                        "the encoder '" + name + "' has no option '" + unknown + "'; leave it out");
            }
            OpenEncoder encoder = new OpenEncoder(name, context, Errors.allocated(avcodec.av_packet_alloc()));
            opened = true;
            return encoder;
        } finally {
            if (!opened) {
                freeNotes(context);
                avcodec.avcodec_free_context(context);
            }
        }
    }

    /** Returns FFmpeg's context: to be read, never freed. */
    AVCodecContext context() {
        if (closed) {
            throw new IllegalStateException("the encoder '" + name + "' is closed");
        }
        return context;
    }

    /** Returns the codec's short name. */
    String codecName() {
        return avcodec.avcodec_get_name(context().codec_id()).getString();
    }

    /** Returns the codec's header. */
    byte[] extraData() {
        int size = context().extradata_size();
        return size <= 0 ? new byte[0] : segment(context.extradata().address(), size).toArray(ValueLayout.JAVA_BYTE);
    }

    /**
     * Encodes.
     *
     * @param frame the frame, or null to get what is still inside
     * @param taker takes the packets that are ready
     * @throws MediaException {@link Reason#NO_ENCODER} if the encoder fails, or what the taker threw
     */
    void encode(@Nullable AVFrame frame, Taker taker) throws MediaException {
        encode(frame, taker, _ -> {
            // this encoder notes nothing for a second pass
        });
    }

    /**
     * Encodes.
     *
     * @param frame the frame, or null to get what is still inside
     * @param taker takes the packets that are ready
     * @param observer looks at the context after each packet and at the end
     * @throws MediaException {@link Reason#NO_ENCODER} if the encoder fails, or what the taker threw
     */
    void encode(@Nullable AVFrame frame, Taker taker, Consumer<AVCodecContext> observer) throws MediaException {
        Errors.check(avcodec.avcodec_send_frame(context(), frame), Reason.NO_ENCODER, "",
                "the encoder '" + name + "' refuses a frame");
        while (true) {
            int result = avcodec.avcodec_receive_packet(context, packet);
            if (result == Errors.AGAIN) {
                return;
            }
            if (result == Errors.END) {
                observer.accept(context);
                return;
            }
            Errors.check(result, Reason.NO_ENCODER, "", "the encoder '" + name + "' failed");
            try {
                observer.accept(context);
                // Some encoders end with a packet that only carries a newer header.
                if (packet.size() > 0) {
                    taker.take(packet);
                }
            } finally {
                avcodec.av_packet_unref(packet);
            }
        }
    }

    /** Returns a packet's bytes, valid until the packet goes. */
    static MemorySegment bytes(AVPacket packet) {
        return segment(packet.data().address(), packet.size()).asReadOnly();
    }

    /** Writes a rational number into one of FFmpeg's. */
    static void set(AVRational target, Rational value) {
        target.num(Math.toIntExact(value.numerator()));
        target.den(Math.toIntExact(value.denominator()));
    }

    private static MemorySegment segment(long address, long sizeBytes) {
        return MemorySegment.ofAddress(address).reinterpret(sizeBytes);
    }

    /** The library frees all of a context but what a second pass reads. */
    private static void freeNotes(AVCodecContext context) {
        BytePointer notes = context.stats_in();
        if (notes != null && !notes.isNull()) {
            avutil.av_free(notes);
            context.stats_in(new BytePointer((BytePointer) null));
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            freeNotes(context);
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(context);
        }
    }
}
