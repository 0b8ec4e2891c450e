package org.reelbench.media.ffmpeg.internal.write;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PacketSink;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.time.Rational;

/** An encoder of sound by FFmpeg: cuts the samples into the encoder's blocks and converts them to its sample format. */
final class FfmpegAudioEncoder implements AudioEncoder {

    /** The encoders' own name for how many bits of a sample there are; those that take 16 and more take 16 unless it is given. */
    private static final String DEPTH_OPTION = "bits_per_raw_sample";
    /** Block length where the codec has none. */
    private static final int FREE_BLOCK_SAMPLES = 1024;
    /** What is at byte 4 of the library's note on samples to be dropped. */
    private static final ValueLayout.OfInt DISCARD = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final AudioEncoding encoding;
    private final OpenEncoder encoder;
    private final SampleFormat format;
    private final CodecParameters parameters;
    private final boolean padsLastBlock;
    private final AVFrame frame;
    private final float[][] block;
    private int blockFill;
    private long sentSamples;
    private boolean finished;
    private boolean closed;

    private FfmpegAudioEncoder(AudioEncoding encoding, OpenEncoder encoder, SampleFormat format) {
        this.encoding = encoding;
        this.encoder = encoder;
        this.format = format;
        AVCodecContext context = encoder.context();
        this.parameters = new CodecParameters(encoder.codecName(), Rational.of(1, encoding.sampleRateHz()), encoder.extraData(),
                null, encoding, context.frame_size(), context.initial_padding());
        this.block = new float[encoding.channels()][context.frame_size() > 0 ? context.frame_size() : FREE_BLOCK_SAMPLES];
        this.padsLastBlock = isLossy(context.codec_id());
        this.frame = Errors.allocated(avutil.av_frame_alloc());
    }

    /**
     * Opens an encoder.
     *
     * @param encoding how to encode
     * @return the encoder
     * @throws MediaException {@link Reason#NO_ENCODER}
     */
    static FfmpegAudioEncoder open(AudioEncoding encoding) throws MediaException {
        AVCodec codec = OpenEncoder.find(encoding.encoder(), avutil.AVMEDIA_TYPE_AUDIO);
        SampleFormat format = format(codec, encoding);
        String what = encoding.channels() + " channels at " + encoding.sampleRateHz() + " Hz, " + encoding.bitRate() + " bit/s";
        return new FfmpegAudioEncoder(encoding,
                OpenEncoder.open(codec, c -> setUp(c, encoding, format), encoding.options(), what), format);
    }

    private static void setUp(AVCodecContext context, AudioEncoding encoding, SampleFormat format) {
        context.sample_rate(encoding.sampleRateHz());
        avutil.av_channel_layout_default(context.ch_layout(), encoding.channels());
        context.sample_fmt(format.number());
        OpenEncoder.set(context.time_base(), Rational.of(1, encoding.sampleRateHz()));
        if (encoding.bitRate() > 0) {
            context.bit_rate(encoding.bitRate());
        }
    }

    private static SampleFormat format(AVCodec codec, AudioEncoding encoding) throws MediaException {
        Set<Integer> taken = new HashSet<>();
        try (PointerPointer<IntPointer> list = new PointerPointer<>(1); IntPointer count = new IntPointer(1)) {
            avcodec.avcodec_get_supported_config(null, codec, avcodec.AV_CODEC_CONFIG_SAMPLE_FORMAT, 0, list, count);
            IntPointer formats = list.get(IntPointer.class, 0);
            for (int i = 0; formats != null && i < count.get(); i++) {
                taken.add(formats.get(i));
            }
        }
        if (encoding.options().containsKey(DEPTH_OPTION) && taken.contains(SampleFormat.S32.number())) {
            return SampleFormat.S32;
        }
        for (SampleFormat format : SampleFormat.values()) {
            if (taken.contains(format.number())) {
                return format;
            }
        }
        throw new MediaException(Reason.NO_ENCODER, "",
                "the encoder '" + codec.name().getString() + "' takes no sample format of this version; choose another encoder");
    }

    private static boolean isLossy(int codecId) {
        AVCodecDescriptor descriptor = avcodec.avcodec_descriptor_get(codecId);
        return descriptor != null && (descriptor.props() & avcodec.AV_CODEC_PROP_LOSSLESS) == 0;
    }

    @Override
    public CodecParameters parameters() {
        return parameters;
    }

    @Override
    public void encode(float[][] channels, int offset, int count, PacketSink sink) throws MediaException {
        requireOpen();
        if (channels.length != block.length) {
            throw new IllegalArgumentException(
                    "the encoder was opened for " + block.length + " channels, not " + channels.length);
        }
        int taken = 0;
        while (taken < count) {
            int part = Math.min(count - taken, block[0].length - blockFill);
            for (int i = 0; i < channels.length; i++) {
                System.arraycopy(channels[i], offset + taken, block[i], blockFill, part);
            }
            taken += part;
            blockFill += part;
            if (blockFill == block[0].length) {
                sendBlock(sink);
            }
        }
    }

    @Override
    public void finish(PacketSink sink) throws MediaException {
        requireOpen();
        if (blockFill > 0) {
            sendBlock(sink);
        }
        finished = true;
        encoder.encode(null, packet -> deliver(packet, sink));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avutil.av_frame_free(frame);
            encoder.close();
        }
    }

    private void sendBlock(PacketSink sink) throws MediaException {
        frame.nb_samples(blockFill);
        frame.format(format.number());
        frame.sample_rate(encoding.sampleRateHz());
        avutil.av_channel_layout_default(frame.ch_layout(), encoding.channels());
        frame.pts(sentSamples);
        try {
            Errors.check(avutil.av_frame_get_buffer(frame, 0), Reason.NO_ENCODER, "", "there is no memory for a block of sound");
            format.write(block, 0, blockFill, frame);
            sentSamples += blockFill;
            blockFill = 0;
            encoder.encode(frame, packet -> deliver(packet, sink));
        } finally {
            avutil.av_frame_unref(frame);
        }
    }

    private void deliver(AVPacket packet, PacketSink sink) throws MediaException {
        sink.accept(new EncodedPacket(packet.pts(), packet.dts(), packet.duration(), true, trimEndSamples(packet),
                OpenEncoder.bytes(packet)));
    }

    /** Returns how much of a packet's end is padding: what the encoder says, else what its duration lacks of a whole block. */
    private int trimEndSamples(AVPacket packet) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer note = avcodec.av_packet_get_side_data(packet, avcodec.AV_PKT_DATA_SKIP_SAMPLES, size);
            if (note != null && !note.isNull() && size.get() >= 2 * Integer.BYTES) {
                return MemorySegment.ofAddress(note.address()).reinterpret(size.get()).get(DISCARD, Integer.BYTES);
            }
        }
        int whole = parameters.frameSamples();
        return padsLastBlock && whole > 0 && packet.duration() > 0 && packet.duration() < whole
                ? whole - (int) packet.duration()
                : 0;
    }

    private void requireOpen() {
        if (finished || closed) {
            throw new IllegalStateException("the encoder '" + encoding.encoder() + "' has been finished");
        }
    }
}
