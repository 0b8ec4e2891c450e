package org.reelbench.media.ffmpeg.internal.write;

import java.util.Map;
import java.util.TreeMap;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.EncodingPass;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PacketSink;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.media.ffmpeg.internal.PixelFormats;
import org.reelbench.time.Rational;

/** An encoder of pictures by FFmpeg. */
final class FfmpegVideoEncoder implements VideoEncoder {

    private final VideoEncoding encoding;
    private final OpenEncoder encoder;
    private final PictureIntake intake;
    private final @Nullable PassNotes notes;
    private final CodecParameters parameters;
    private final long frameTicks;
    private long lastPtsTicks = Long.MIN_VALUE;
    private boolean finished;
    private boolean closed;

    private FfmpegVideoEncoder(VideoEncoding encoding, OpenEncoder encoder, PictureIntake intake, @Nullable PassNotes notes) {
        this.encoding = encoding;
        this.encoder = encoder;
        this.intake = intake;
        this.notes = notes;
        this.parameters = new CodecParameters(encoder.codecName(), encoding.timeBase(), encoder.extraData(),
                encoded(encoding, intake.encoded()), null, 0, 0, encoder.context().profile(), encoder.context().codec_tag());
        Rational rate = encoding.frameRate();
        this.frameTicks = rate.signum() <= 0 ? 0 : Math.max(1, Rational.ONE.dividedBy(rate.times(encoding.timeBase())).round());
    }

    /** The encoding as a muxer must know it: with the pixels that are in the stream. */
    private static VideoEncoding encoded(VideoEncoding encoding, EncoderPixels pixels) {
        return new VideoEncoding(encoding.encoder(), encoding.widthPx(), encoding.heightPx(),
                PixelFormats.of(pixels.pixelFormat()), pixels.color(), encoding.timeBase(), encoding.frameRate(),
                encoding.gopFrames(), encoding.bitRate(), encoding.threads(), encoding.options());
    }

    /**
     * Opens an encoder.
     *
     * @param encoding how to encode
     * @param pass which of two passes it makes, or null for the only one
     * @return the encoder
     * @throws MediaException {@link Reason#NO_ENCODER}
     */
    static FfmpegVideoEncoder open(VideoEncoding encoding, @Nullable EncodingPass pass) throws MediaException {
        AVCodec codec = OpenEncoder.find(encoding.encoder(), avutil.AVMEDIA_TYPE_VIDEO);
        Map<String, String> options = new TreeMap<>(encoding.options());
        if (encoding.encoder().startsWith("libx26")) {
            // Without it a forced I picture is no sync sample: pictures after it may refer to ones before.
            options.putIfAbsent("forced-idr", "1");
        }
        String what = encoding.widthPx() + "x" + encoding.heightPx() + " " + encoding.pixelFormat() + ", time base "
                + encoding.timeBase();
        if (encoding.encoder().equals("libsvtav1")) {
            QuietSvt.ensure();
        }
        PassNotes notes = PassNotes.of(pass, encoding.encoder());
        PictureIntake intake = PictureIntake.open(codec, encoding);
        boolean opened = false;
        try {
            OpenEncoder encoder = OpenEncoder.open(codec, c -> setUp(c, encoding, intake, notes, options), options, what);
            opened = true;
            return new FfmpegVideoEncoder(encoding, encoder, intake, notes);
        } finally {
            if (!opened) {
                intake.close();
            }
        }
    }

    private static void setUp(AVCodecContext context, VideoEncoding encoding, PictureIntake intake, @Nullable PassNotes notes,
            Map<String, String> options) {
        context.width(encoding.widthPx());
        context.height(encoding.heightPx());
        intake.into(context);
        OpenEncoder.set(context.time_base(), encoding.timeBase());
        if (encoding.frameRate().signum() > 0) {
            OpenEncoder.set(context.framerate(), encoding.frameRate());
        }
        OpenEncoder.set(context.sample_aspect_ratio(), Rational.ONE);
        context.gop_size(encoding.gopFrames());
        context.max_b_frames(0);
        if (encoding.bitRate() > 0) {
            context.bit_rate(encoding.bitRate());
        }
        context.thread_count(encoding.threads());
        ColorDescription color = intake.encoded().color();
        CodecColors colors = CodecColors.of(color.matrix());
        context.colorspace(PixelFormats.colorSpace(color.matrix()));
        context.color_range(PixelFormats.colorRange(color.range()));
        context.color_primaries(colors.primaries());
        context.color_trc(colors.transfer());
        if (notes != null) {
            notes.into(context, options);
        }
    }

    @Override
    public CodecParameters parameters() {
        return parameters;
    }

    @Override
    public void encode(VideoFrame frame, long ptsTicks, boolean sync, PacketSink sink) throws MediaException {
        requireOpen();
        PictureFormat format = frame.format();
        if (format.widthPx() != encoding.widthPx() || format.heightPx() != encoding.heightPx()
                || format.pixelFormat() != encoding.pixelFormat()) {
            throw new MediaException(Reason.NO_ENCODER, "",
                    "the encoder '" + encoding.encoder() + "' was opened for " + encoding.widthPx() + "x" + encoding.heightPx()
                            + " " + encoding.pixelFormat() + " and got a frame of " + format);
        }
        if (ptsTicks <= lastPtsTicks) {
            throw new IllegalArgumentException("time stamps rise from frame to frame: " + ptsTicks + " after " + lastPtsTicks);
        }
        AVFrame picture = FfmpegFrame.view(frame);
        prepare(picture, ptsTicks, sync);
        lastPtsTicks = ptsTicks;
        AVFrame taken = intake.take(picture);
        try {
            encoder.encode(taken, packet -> deliver(packet, sink), this::takeNotes);
        } finally {
            avutil.av_frame_free(taken);
        }
    }

    @Override
    public void finish(PacketSink sink) throws MediaException {
        requireOpen();
        finished = true;
        encoder.encode(null, packet -> deliver(packet, sink), this::takeNotes);
        PassNotes kept = notes;
        if (kept != null) {
            kept.keep();
        }
    }

    private void takeNotes(AVCodecContext context) {
        PassNotes kept = notes;
        if (kept != null) {
            kept.take(context);
        }
    }

    @Override
    public void close() {
        encoder.close();
        if (!closed) {
            closed = true;
            intake.close();
        }
    }

    private void prepare(AVFrame picture, long ptsTicks, boolean sync) {
        picture.pts(ptsTicks);
        // Frames without a regular distance: the last distance is the best guess for what comes.
        picture.duration(frameTicks > 0 || lastPtsTicks == Long.MIN_VALUE ? Math.max(1, frameTicks) : ptsTicks - lastPtsTicks);
        picture.pict_type(sync ? avutil.AV_PICTURE_TYPE_I : avutil.AV_PICTURE_TYPE_NONE);
        picture.format(PixelFormats.number(encoding.pixelFormat()));
        picture.colorspace(PixelFormats.colorSpace(encoding.color().matrix()));
        picture.color_range(PixelFormats.colorRange(encoding.color().range()));
        picture.flags(0);
        picture.quality(0);
        // Captions and the like of the source would be written into the stream.
        while (picture.nb_side_data() > 0) {
            avutil.av_frame_remove_side_data(picture, picture.side_data(0).type());
        }
    }

    private void deliver(AVPacket packet, PacketSink sink) throws MediaException {
        long duration = packet.duration() > 0 ? packet.duration() : Math.max(1, frameTicks);
        sink.accept(new EncodedPacket(packet.pts(), packet.dts(), duration, (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0, 0,
                OpenEncoder.bytes(packet)));
    }

    private void requireOpen() {
        if (finished) {
            throw new IllegalStateException("the encoder '" + encoding.encoder() + "' has been finished");
        }
    }
}
