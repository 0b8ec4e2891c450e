package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.Natives;

/**
 * Takes a container apart into packets. It can open nothing but its byte source: the container is one of {@link Containers}, no
 * protocol is allowed, and no name is handed on.
 */
final class Demuxer implements PacketSource {

    /** A demuxer that reports this many errors in a row has reached the end of what it can make sense of. */
    private static final int MAX_ERRORS = 100;

    private final AttendedBytes source;
    private SourceInput input;
    private @Nullable AVFormatContext context;
    private @Nullable Mp4Index index;
    private String container = "";
    private int score;
    private boolean analysed;
    private int onlyStream = -1;

    private Demuxer(AttendedBytes source, Cancellation cancellation) {
        this.source = source;
        this.input = new SourceInput(source, cancellation);
    }

    /**
     * Opens a container.
     *
     * @param source the bytes
     * @param cancellation asks to stop
     * @return the demuxer, to be closed by the caller
     * @throws MediaException if the bytes are no container that is allowed, or cannot be read
     */
    static Demuxer open(AttendedBytes source, Cancellation cancellation) throws MediaException {
        Natives.load();
        Demuxer demuxer = new Demuxer(source, cancellation);
        try {
            if (demuxer.sizeBytes(cancellation) == 0) {
                throw new MediaException(Reason.EMPTY, source.name(),
                        "the file is empty; it was probably not copied to the end, so copy it again");
            }
            demuxer.start(cancellation);
            return demuxer;
        } catch (MediaException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
    }

    /**
     * Opens an excerpt of an MP4 file, whose index is our own and need not be doubted.
     *
     * @param excerpt the bytes
     * @param cancellation asks to stop
     * @return the demuxer, to be closed by the caller
     * @throws MediaException if they cannot be read
     */
    static Demuxer openExcerpt(AttendedBytes excerpt, Cancellation cancellation) throws MediaException {
        Demuxer demuxer = new Demuxer(excerpt, cancellation);
        try {
            demuxer.container = Containers.MOV;
            demuxer.start(avformat.av_find_input_format("mov"), null, cancellation);
            return demuxer;
        } catch (MediaException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
    }

    private void start(Cancellation cancellation) throws MediaException {
        AVInputFormat format = detect();
        start(format, container.equals(Containers.MOV) ? Mp4Index.check(source, cancellation) : null, cancellation);
    }

    private void start(AVInputFormat format, @Nullable Mp4Index found, Cancellation cancellation) throws MediaException {
        boolean indexed = container.equals(Containers.MOV);
        if (found == null || !found.isFragmented()) {
            input.hasNoFragments();
        }
        index = found;
        AVFormatContext opening = Errors.allocated(avformat.avformat_alloc_context());
        opening.pb(input.context());
        opening.flags(opening.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
        opening.max_streams(indexed ? Limits.INDEXED_STREAMS : Limits.STREAMS);
        avutil.av_opt_set(opening, "codec_whitelist", Codecs.allowed(), 0);
        avutil.av_opt_set(opening, "format_whitelist", Containers.allowed(), 0);
        avutil.av_opt_set(opening, "protocol_whitelist", "none", 0);
        int result = avformat.avformat_open_input(opening, (String) null, format, (AVDictionary) null);
        if (result < 0) {
            input.rethrow();
            if (Mp4Boxes.lacksIndex(source, cancellation)) {
                throw new MediaException(Reason.DAMAGED, source.name(), "the recording was cut off before its index was written; "
                        + "rebuild the index with a repair tool, or copy it again");
            }
            throw Errors.of(result, Reason.DAMAGED, source.name(),
                    "its head is damaged or cut off; copy it again from where it came");
        }
        context = opening;
    }

    private AVInputFormat detect() throws MediaException {
        AVInputFormat format = new AVInputFormat((Pointer) null);
        score = avformat.av_probe_input_buffer2(input.context(), format, "", null, 0, 0);
        input.rethrow();
        if (score < 0 || format.isNull()) {
            throw new MediaException(Reason.NOT_MEDIA, source.name(),
                    "it is no video, sound or picture file; check that the right file was chosen");
        }
        container = format.name().getString();
        if (!Containers.isAllowed(container)) {
            throw new MediaException(Reason.NOT_MEDIA, source.name(), "it looks like " + format.long_name().getString()
                    + ", which is not opened because it may name other files; add the media files themselves, or convert it");
        }
        return format;
    }

    /**
     * Decodes as little as it takes to know all streams.
     *
     * @param cancellation asks to stop
     * @throws MediaException if the bytes cannot be read
     */
    void analyse(Cancellation cancellation) throws MediaException {
        input.under(cancellation);
        int result = findStreamInfo();
        input.rethrow();
        Errors.check(result, Reason.DAMAGED, source.name(), "its streams cannot be made out; copy it again from where it came");
        analysed = true;
        for (int i = 0; i < streams(); i++) {
            Limits.check(stream(i).codecpar(), source.name());
        }
    }

    /** FFmpeg's analysis opens decoders of its own, one for each stream, which must not draw larger pictures than ours. */
    private int findStreamInfo() {
        int count = streams();
        try (PointerPointer<AVDictionary> options = new PointerPointer<>(Math.max(1, count))) {
            for (int i = 0; i < count; i++) {
                AVDictionary limit = new AVDictionary(null);
                avutil.av_dict_set_int(limit, "max_pixels", Limits.PIXELS, 0);
                options.put(i, limit);
            }
            int result = avformat.avformat_find_stream_info(context(), options);
            for (int i = 0; i < count; i++) {
                avutil.av_dict_free(new AVDictionary(options.get(i)));
            }
            return result;
        }
    }

    /** FFmpeg's demuxer. */
    AVFormatContext context() {
        AVFormatContext open = context;
        if (open == null) {
            throw new IllegalStateException("the reader is closed");
        }
        return open;
    }

    @Override
    public String container() {
        return container;
    }

    /** How sure FFmpeg is of the container, 0 to 100. */
    int score() {
        return score;
    }

    @Override
    public boolean isGap(int stream, long ticks) {
        Mp4Index known = index;
        EditGaps gaps = known == null ? EditGaps.NONE : known.gaps(stream);
        return !gaps.isEmpty() && ticks != Ticks.UNKNOWN && gaps.contains(Ticks.of(stream(stream)).time(ticks));
    }

    @Override
    public String medium() {
        return source.name();
    }

    /**
     * When the streams end, if it is the fragments of an MP4 file that had better be asked.
     *
     * @param cancellation asks to stop
     * @return the end of each in its ticks, or none if its packets tell
     * @throws MediaException if the bytes cannot be read
     */
    long[] fragmentEnds(Cancellation cancellation) throws MediaException {
        Mp4Index known = index;
        if (known == null || !known.isFragmented()) {
            return new long[0];
        }
        try {
            return FragmentLengths.ends(source, this, cancellation);
        } catch (IOException e) {
            throw new MediaException(Reason.UNREADABLE, source.name(),
                    "its bytes cannot be read (" + e.getMessage() + "); check the disk or the connection it lies on", e);
        }
    }

    /**
     * The size of the medium now.
     *
     * @param cancellation asks to stop
     * @return the size in bytes
     * @throws MediaException {@link Reason#UNREADABLE} if the source does not say
     */
    long sizeBytes(Cancellation cancellation) throws MediaException {
        try {
            return source.sizeBytes(cancellation);
        } catch (IOException e) {
            throw new MediaException(Reason.UNREADABLE, source.name(),
                    "its size cannot be read (" + e.getMessage() + "); check the disk or the connection it lies on", e);
        }
    }

    /** How many streams are known now. */
    int streams() {
        return context().nb_streams();
    }

    @Override
    public AVStream stream(int index) {
        return context().streams(index);
    }

    @Override
    public void only(int index) {
        onlyStream = index;
        for (int i = 0; i < streams(); i++) {
            stream(i).discard(i == index ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
    }

    @Override
    public boolean read(AVPacket packet, Cancellation cancellation) throws MediaException {
        input.under(cancellation);
        int errors = 0;
        while (true) {
            cancellation.check();
            int result = avformat.av_read_frame(context(), packet);
            if (result >= 0) {
                if (onlyStream < 0 || packet.stream_index() == onlyStream) {
                    return true;
                }
                avcodec.av_packet_unref(packet);
                continue;
            }
            input.rethrow();
            // What is damaged in the middle is skipped by the demuxer; only an end is an end.
            if (result == Errors.END || ++errors > MAX_ERRORS) {
                return false;
            }
        }
    }

    @Override
    public boolean seek(int index, long ticks, Cancellation cancellation) throws MediaException {
        if (input.broken()) {
            rewind(cancellation);
        }
        input.under(cancellation);
        int result = avformat.av_seek_frame(context(), index, ticks, avformat.AVSEEK_FLAG_BACKWARD);
        input.rethrow();
        return result >= 0;
    }

    @Override
    public void rewind(Cancellation cancellation) throws MediaException {
        close();
        input = new SourceInput(source, cancellation);
        start(cancellation);
        if (analysed) {
            analyse(cancellation);
        }
        if (onlyStream >= 0) {
            only(onlyStream);
        }
    }

    @Override
    public long knownSync(int stream, long ticks) {
        AVIndexEntry entry = avformat.avformat_index_get_entry_from_timestamp(stream(stream), ticks,
                avformat.AVSEEK_FLAG_BACKWARD);
        return entry == null ? Ticks.UNKNOWN : entry.timestamp();
    }

    @Override
    public boolean isKnown(int stream, long ticks) {
        int count = avformat.avformat_index_get_entries_count(stream(stream));
        AVIndexEntry last = count == 0 ? null : avformat.avformat_index_get_entry(stream(stream), count - 1);
        return last != null && last.timestamp() >= ticks;
    }

    @Override
    public boolean broken() {
        return input.broken();
    }

    @Override
    public void close() {
        AVFormatContext open = context;
        context = null;
        if (open != null) {
            avformat.avformat_close_input(open);
        }
        input.close();
    }
}
