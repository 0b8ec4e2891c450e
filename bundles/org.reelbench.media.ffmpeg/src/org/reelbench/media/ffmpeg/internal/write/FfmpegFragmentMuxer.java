package org.reelbench.media.ffmpeg.internal.write;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.FragmentMuxer;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;

/** Fragments by FFmpeg's MP4 muxer, which writes into a buffer of the library's own: no call from native code into Java. */
final class FfmpegFragmentMuxer implements FragmentMuxer {

    private static final String NAME = "a fragment";

    private final List<CodecParameters> streams;
    private final AVFormatContext context;
    private final AVPacket packet = Errors.allocated(avcodec.av_packet_alloc());
    private @Nullable AVIOContext output;
    private byte[] init = new byte[0];
    private int taken;
    private boolean pending;
    private boolean closed;

    private FfmpegFragmentMuxer(List<CodecParameters> streams, AVFormatContext context) {
        this.streams = streams;
        this.context = context;
    }

    /**
     * Opens a muxer and writes the init segment.
     *
     * @param format MP4
     * @param streams the streams
     * @param ticksPerSecond the time scale of pictures
     * @throws MediaException {@link Reason#UNSUPPORTED}
     */
    static FfmpegFragmentMuxer open(AVOutputFormat format, List<CodecParameters> streams, long ticksPerSecond)
            throws MediaException {
        AVFormatContext context = new AVFormatContext(null);
        Errors.check(avformat.avformat_alloc_output_context2(context, format, null, (String) null), Reason.UNSUPPORTED, NAME,
                "fragments cannot be written");
        FfmpegFragmentMuxer muxer = new FfmpegFragmentMuxer(List.copyOf(streams), context);
        boolean opened = false;
        try {
            muxer.begin(ticksPerSecond);
            opened = true;
            return muxer;
        } finally {
            if (!opened) {
                muxer.close();
            }
        }
    }

    private void begin(long ticksPerSecond) throws MediaException {
        for (CodecParameters parameters : streams) {
            StreamParameters.fill(parameters, Errors.allocated(avformat.avformat_new_stream(context, null)), NAME);
        }
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        // Older rules of the library call FLAC in MP4 an experiment.
        context.strict_std_compliance(avcodec.FF_COMPLIANCE_EXPERIMENTAL);
        AVIOContext opened = new AVIOContext(null);
        Errors.check(avformat.avio_open_dyn_buf(opened), Reason.UNWRITABLE, NAME, "there is no memory for it");
        output = opened;
        context.pb(opened);
        String scale = Long.toString(ticksPerSecond);
        try (Options given = new Options(Map.of("movflags", "frag_custom+empty_moov+default_base_moof+skip_trailer",
                "use_editlist", "0", "video_track_timescale", scale, "movie_timescale", scale))) {
            Errors.check(avformat.avformat_init_output(context, given.dictionary()), Reason.UNSUPPORTED, NAME,
                    "MP4 refuses these streams");
        }
        Errors.check(avformat.avformat_write_header(context, (AVDictionary) null), Reason.UNSUPPORTED, NAME,
                "its head cannot be written");
        init = take();
        if (init.length == 0) {
            throw new MediaException(Reason.UNSUPPORTED, NAME, "its head is not known before the first packet");
        }
    }

    @Override
    public byte[] init() {
        return init.clone();
    }

    @Override
    public void write(int stream, EncodedPacket from) throws MediaException {
        requireOpen();
        try {
            PacketCopy.copy(from, streams.get(stream).timeBase(), stream, context.streams(stream), packet, NAME);
            Errors.check(avformat.av_write_frame(context, packet), Reason.UNWRITABLE, NAME, "a packet cannot be written");
            pending = true;
        } finally {
            avcodec.av_packet_unref(packet);
        }
    }

    @Override
    public byte[] flush() throws MediaException {
        requireOpen();
        if (!pending) {
            return new byte[0];
        }
        pending = false;
        Errors.check(avformat.av_write_frame(context, (AVPacket) null), Reason.UNWRITABLE, NAME, "it cannot be ended");
        return take();
    }

    /** What was written since the last call. */
    private byte[] take() {
        avformat.avio_flush(output);
        try (PointerPointer<BytePointer> buffer = new PointerPointer<>(1)) {
            int size = avformat.avio_get_dyn_buf(output, buffer);
            if (size <= taken) {
                return new byte[0];
            }
            byte[] bytes = MemorySegment.ofAddress(buffer.get(BytePointer.class, 0).address()).reinterpret(size)
                    .asSlice(taken).toArray(ValueLayout.JAVA_BYTE);
            taken = size;
            return bytes;
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        AVIOContext open = output;
        output = null;
        if (open != null) {
            try (PointerPointer<BytePointer> buffer = new PointerPointer<>(1)) {
                avformat.avio_close_dyn_buf(open, buffer);
                avutil.av_free(buffer.get(BytePointer.class, 0));
            }
            context.pb(new AVIOContext(null));
        }
        avformat.avformat_free_context(context);
        avcodec.av_packet_free(packet);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the muxer is closed");
        }
    }
}
