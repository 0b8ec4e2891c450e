package org.reelbench.media.ffmpeg.internal.write;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.FilmTags;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.Muxer;
import org.reelbench.media.ffmpeg.internal.Errors;

/** A muxer by FFmpeg that writes one local file through the library's file protocol. */
final class FfmpegMuxer implements Muxer {

    /** The library's own clock. */
    private static final long COARSEST_CLOCK_HZ = 1000;
    /** Finer ones make the lengths of long films too large for players that read 32 bits. */
    private static final long FINEST_CLOCK_HZ = 240_000;

    private final Path file;
    private final List<CodecParameters> streams;
    private final AVFormatContext context;
    private @Nullable AVIOContext output;
    private final WriteInterruption interruption = new WriteInterruption();
    private final AVPacket packet = Errors.allocated(avcodec.av_packet_alloc());
    private boolean finished;
    private boolean closed;

    private FfmpegMuxer(Path file, List<CodecParameters> streams, AVFormatContext context) {
        this.file = file;
        this.streams = streams;
        this.context = context;
    }

    /**
     * Opens a muxer and writes the container's head.
     *
     * @param file the file
     * @param format the container
     * @param streams the streams
     * @param options the container's own options
     * @param tags what is said of the film
     * @return the muxer
     * @throws MediaException {@link Reason#UNSUPPORTED}, {@link Reason#DISK_FULL} or {@link Reason#UNWRITABLE}
     */
    static FfmpegMuxer open(Path file, AVOutputFormat format, List<CodecParameters> streams, Map<String, String> options,
            FilmTags tags) throws MediaException {
        String container = format.name().getString();
        for (CodecParameters stream : streams) {
            if (avformat.avformat_query_codec(format, StreamParameters.codecId(stream.codec(), file.toString()),
                    avcodec.FF_COMPLIANCE_NORMAL) == 0) {
                throw new MediaException(Reason.UNSUPPORTED, file.toString(),
                        container + " does not take a stream of " + stream.codec() + "; choose another container or encoder");
            }
        }
        String url = "file:" + file;
        AVFormatContext context = new AVFormatContext(null);
        Errors.check(avformat.avformat_alloc_output_context2(context, format, null, url), Reason.UNSUPPORTED, file.toString(),
                container + " cannot be written");
        FfmpegMuxer muxer = new FfmpegMuxer(file, List.copyOf(streams), context);
        boolean opened = false;
        try {
            muxer.begin(url, container, options, tags);
            opened = true;
            return muxer;
        } finally {
            if (!opened) {
                muxer.close();
            }
        }
    }

    private void begin(String url, String container, Map<String, String> options, FilmTags tags) throws MediaException {
        try (BytePointer protocols = new BytePointer("file")) {
            context.protocol_whitelist(avutil.av_strdup(protocols));
        }
        for (CodecParameters parameters : streams) {
            StreamParameters.fill(parameters, Errors.allocated(avformat.avformat_new_stream(context, null)), file.toString());
        }
        // No random numbers and no name of the library: equal films are equal files.
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        TagWriter.write(tags, context);
        interruption.into(context.interrupt_callback());
        AVIOContext opened = new AVIOContext(null);
        check(avformat.avio_open2(opened, url, avformat.AVIO_FLAG_WRITE, context.interrupt_callback(), (AVDictionary) null),
                "it cannot be written; check that its folder exists and may be written to");
        output = opened;
        context.pb(opened);
        try (Options given = new Options(withClock(container, options))) {
            check(avformat.avformat_init_output(context, given.dictionary()),
                    container + " refuses these streams, or one of the options " + options);
            String unknown = given.unknown();
            if (unknown != null) {
                throw new MediaException(Reason.UNSUPPORTED, file.toString(),
                        container + " has no option '" + unknown + "'; leave it out");
            }
        }
        check(avformat.avformat_write_header(context, (AVDictionary) null), "its head cannot be written");
    }

    /** MP4 states lengths in a clock of the whole film, in milliseconds if nobody says otherwise: too coarse for samples. */
    private Map<String, String> withClock(String container, Map<String, String> options) {
        Map<String, String> all = new TreeMap<>(options);
        if (container.equals("mp4") || container.equals("mov") || container.equals("ipod")) {
            long common = 1;
            for (CodecParameters stream : streams) {
                long ticks = stream.timeBase().denominator();
                long both = common / BigInteger.valueOf(common).gcd(BigInteger.valueOf(ticks)).longValueExact() * ticks;
                common = both <= FINEST_CLOCK_HZ ? both : Math.max(common, Math.min(ticks, FINEST_CLOCK_HZ));
            }
            all.putIfAbsent("movie_timescale", Long.toString(Math.max(common, COARSEST_CLOCK_HZ)));
        }
        return all;
    }

    @Override
    public void write(int stream, EncodedPacket from) throws MediaException {
        requireOpen();
        try {
            PacketCopy.copy(from, streams.get(stream).timeBase(), stream, context.streams(stream), packet, file.toString());
            check(avformat.av_interleaved_write_frame(context, packet), "a packet cannot be written");
        } finally {
            avcodec.av_packet_unref(packet);
        }
    }

    @Override
    public void finish(Cancellation cancellation) throws MediaException {
        requireOpen();
        cancellation.check();
        finished = true;
        interruption.under(cancellation);
        int ended = avformat.av_write_trailer(context);
        cancellation.check();
        check(ended, "its end cannot be written");
        int closedOutput = closeOutput();
        cancellation.check();
        check(closedOutput, "its last bytes cannot be written");
        if (Files.isRegularFile(file)) {
            Durability.await(file, cancellation);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            closeOutput();
            avformat.avformat_free_context(context);
            interruption.close();
            avcodec.av_packet_free(packet);
        }
    }

    /** Closes the file; what its buffer could not deliver is the result. */
    private int closeOutput() {
        AVIOContext open = output;
        output = null;
        if (open == null) {
            return 0;
        }
        avformat.avio_flush(open);
        int failed = open.error();
        int result = avformat.avio_closep(open);
        context.pb(new AVIOContext(null));
        return failed < 0 ? failed : result;
    }

    private void check(int result, String doing) throws MediaException {
        AVIOContext open = output;
        // Muxers say "invalid" where the disk said why: the file's own error comes first.
        int worse = result < 0 && open != null && open.error() < 0 ? open.error() : result;
        if (worse < 0) {
            MediaException failed = Errors.of(worse, Reason.UNWRITABLE, file.toString(), doing);
            throw failed.reason() == Reason.DISK_FULL
                    ? new MediaException(Reason.DISK_FULL, file.toString(), "the disk is full; make room and write it again",
                            failed)
                    : failed;
        }
    }

    private void requireOpen() {
        if (finished || closed) {
            throw new IllegalStateException(file + " has been finished");
        }
    }
}
