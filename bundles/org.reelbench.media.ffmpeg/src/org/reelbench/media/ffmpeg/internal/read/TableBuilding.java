package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.samples.SampleTable;
import org.reelbench.media.ffmpeg.internal.samples.SampleTableWriter;
import org.reelbench.media.ffmpeg.internal.samples.TableHead;
import org.reelbench.media.ffmpeg.internal.samples.Unit;

/**
 * Makes the table of one track: reads through its index once, writing unit by unit, and then has FFmpeg read the first packets,
 * which must be those of the table. What time stamps FFmpeg gives them counts.
 */
final class TableBuilding {

    /** Codecs whose packets are their samples, with nothing to take apart or put together. */
    private static final Set<Integer> CODECS = Set.of(avcodec.AV_CODEC_ID_H264, avcodec.AV_CODEC_ID_HEVC,
            avcodec.AV_CODEC_ID_VP8, avcodec.AV_CODEC_ID_VP9, avcodec.AV_CODEC_ID_AV1, avcodec.AV_CODEC_ID_MPEG4,
            avcodec.AV_CODEC_ID_MJPEG, avcodec.AV_CODEC_ID_PRORES, avcodec.AV_CODEC_ID_DNXHD, avcodec.AV_CODEC_ID_AAC,
            avcodec.AV_CODEC_ID_ALAC, avcodec.AV_CODEC_ID_FLAC, avcodec.AV_CODEC_ID_OPUS);

    private static final int PROBED_PACKETS = 32;
    /** A run-up of pictures that an edit list hides is no longer than this. */
    private static final int MOST_PACKETS = 20_000;
    private static final int CHECK_UNITS = 1024;
    private static final int REORDERED = 16;

    private final ByteSource medium;
    private final ReadThreads threads;
    private final int stream;
    private final String codec;
    private final Cancellation cancellation;
    private final AttendedBytes bytes;
    private final long[] shown = new long[REORDERED];

    private int firstUnit;
    private int endUnit;
    private int leastOffset = Integer.MAX_VALUE;
    private int delay;

    /**
     * Prepares.
     *
     * @param medium the medium
     * @param threads run what may hang
     * @param stream the track's place among the tracks
     * @param codec the codec that probing found there
     * @param cancellation asks to stop
     */
    TableBuilding(ByteSource medium, ReadThreads threads, int stream, String codec, Cancellation cancellation) {
        this.medium = medium;
        this.threads = threads;
        this.stream = stream;
        this.codec = codec;
        this.cancellation = cancellation;
        bytes = new AttendedBytes(medium, threads, Deadline.NEVER);
    }

    /**
     * Writes the table.
     *
     * @param file the file to write
     * @param key what it is about
     * @throws IOException if the medium cannot be read or the file not be written
     * @throws MediaException if FFmpeg cannot read the medium
     * @throws OddMp4Exception if the track cannot be read by a table
     */
    void write(Path file, String key) throws IOException, MediaException, OddMp4Exception {
        Mp4Window window = new Mp4Window(bytes, cancellation);
        Mp4Layout layout = Mp4Layout.of(window, stream);
        if (layout.fragmented() && medium.contentId().isPresent()) {
            throw new OddMp4Exception("fragments on a server, each of which would be a request");
        }
        int pieceBytes = pieceBytes(layout, window);
        Edit edit = Edit.of(layout);
        Mp4Units units = layout.fragmented()
                ? new Mp4FragmentUnits(Mp4Window.ofHeads(bytes, cancellation), Mp4Window.ofHeads(bytes, cancellation), layout,
                        pieceBytes)
                : new Mp4Samples(() -> new Mp4Window(bytes, cancellation), layout, pieceBytes);
        try (SampleTableWriter writer = new SampleTableWriter(file)) {
            copy(units, writer, layout, edit, pieceBytes);
            boolean edited = edit.shows() && !layout.fragmented();
            // As FFmpeg does: other decoders find it in the pictures, and fragments do not tell.
            int known = layout.fragmented() || !codec.equals("h264") ? 0 : delay;
            TableHead head = new TableHead("", window.sizeBytes(), pieceBytes, firstUnit, endUnit, 0, edited, edit.begin(),
                    edit.end(), leastOffset,
                    known, layout.fragmented() ? List.of() : layout.edits(), layout.boxes());
            writer.finish(key, head, units.endTicks());
            long shift;
            try (SampleTable table = SampleTable.open(file, key)) {
                shift = layout.fragmented() ? shiftOfFragments(table) : shiftAtStart(table);
            }
            writer.finish(key, head.shifted(shift), units.endTicks());
        }
    }

    /** How long one sample of raw sound is; 0 for anything else. */
    private int pieceBytes(Mp4Layout layout, Mp4Window window) throws IOException, MediaException, OddMp4Exception {
        AttendedBytes described = new AttendedBytes(medium, threads, Deadline.NEVER);
        described.putInFront(Mp4Excerpt.describing(layout.boxes(), window.sizeBytes()), window.sizeBytes());
        try (Demuxer demuxer = Demuxer.openExcerpt(described, cancellation)) {
            if (demuxer.streams() != 1) {
                throw new OddMp4Exception("a track that is " + demuxer.streams() + " streams");
            }
            AVCodecParameters parameters = demuxer.stream(0).codecpar();
            if (!Decoder.name(parameters).equals(codec)) {
                throw new OddMp4Exception("a track of " + Decoder.name(parameters) + ", not of " + codec);
            }
            int id = parameters.codec_id();
            boolean raw = FragmentLengths.isRaw(parameters);
            if (!raw && !CODECS.contains(id)) {
                throw new OddMp4Exception("a track of " + codec);
            }
            if (raw && !layout.fragmented() && !Mp4Samples.areTicks(window, layout)) {
                throw new OddMp4Exception("raw sound that does not count its samples");
            }
            int sampleBytes = FragmentLengths.sampleBytes(parameters);
            if (raw && sampleBytes == 0) {
                throw new OddMp4Exception("raw sound whose samples are no whole bytes");
            }
            return raw ? sampleBytes : 0;
        }
    }

    private void copy(Mp4Units units, SampleTableWriter writer, Mp4Layout layout, Edit edit, int pieceBytes)
            throws IOException, OddMp4Exception {
        Arrays.fill(shown, Long.MIN_VALUE);
        boolean edited = edit.shows() && !layout.fragmented();
        // Decoders of sound need some packets before the first one heard; FFmpeg gives them a second.
        long search = edit.begin() - (layout.sound() ? layout.ticksPerSecond() : 0);
        for (Unit unit = units.next(); unit != null; unit = units.next()) {
            int number = writer.units();
            if (number % CHECK_UNITS == 0) {
                cancellation.check();
            }
            if (number >= Limits.INDEX_SAMPLES) {
                throw new OddMp4Exception("more samples than any film has");
            }
            if (edited && unit.sync() && unit.shownTicks() <= search) {
                firstUnit = number;
            }
            if (!edited || unit.shownTicks() < edit.end()) {
                endUnit = number + 1;
            }
            leastOffset = Math.min(leastOffset, unit.offsetTicks());
            order(number, unit.shownTicks());
            writer.add(unit, pieceBytes > 0);
        }
        if (endUnit <= firstUnit) {
            throw new OddMp4Exception("no samples, or none in the edit");
        }
    }

    /** A picture waits for as many as were coded before it and are shown after it. */
    private void order(int number, long ticks) {
        int later = 0;
        for (long other : shown) {
            later += other > ticks ? 1 : 0;
        }
        delay = Math.max(delay, later);
        shown[number % REORDERED] = ticks;
    }

    private long shiftAtStart(SampleTable table) throws IOException, MediaException, OddMp4Exception {
        int to = Math.min(endUnit, firstUnit + MOST_PACKETS);
        long mediumBytes = table.head().mediumBytes();
        byte[] index = Mp4Excerpt.of(table, firstUnit, to, true, mediumBytes);
        AttendedBytes start = new AttendedBytes(medium, threads, Deadline.NEVER);
        start.putInFront(index, mediumBytes);
        try (Demuxer demuxer = Demuxer.openExcerpt(start, cancellation)) {
            return shift(demuxer, table, index.length);
        }
    }

    private long shiftOfFragments(SampleTable table) throws IOException, MediaException, OddMp4Exception {
        try (Demuxer demuxer = Demuxer.open(new AttendedBytes(medium, threads, Deadline.NEVER), cancellation)) {
            if (stream >= demuxer.streams()) {
                throw new OddMp4Exception("no stream " + stream);
            }
            demuxer.only(stream);
            return shift(demuxer, table, 0);
        }
    }

    /** How FFmpeg's time stamps differ from the table, which must be the same for all packets. */
    private long shift(Demuxer demuxer, SampleTable table, long distanceBytes)
            throws IOException, MediaException, OddMp4Exception {
        AVPacket packet = Errors.allocated(avcodec.av_packet_alloc());
        long shift = Ticks.UNKNOWN;
        int shownPackets = 0;
        try {
            for (int count = 0; shownPackets < PROBED_PACKETS && count < MOST_PACKETS; count++) {
                if (!demuxer.read(packet, cancellation)) {
                    break;
                }
                long own = ownTicks(packet, table, count, distanceBytes);
                if ((packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0) {
                    if (packet.pts() == Ticks.UNKNOWN || shift != Ticks.UNKNOWN && packet.pts() - own != shift) {
                        throw new OddMp4Exception("FFmpeg's time stamps go another way at packet " + count);
                    }
                    shift = packet.pts() - own;
                    shownPackets++;
                }
                avcodec.av_packet_unref(packet);
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
        if (shift == Ticks.UNKNOWN) {
            throw new OddMp4Exception("FFmpeg reads nothing of it");
        }
        return shift;
    }

    /** When the table says that a packet is shown; the packet must be where the table says it is. */
    private long ownTicks(AVPacket packet, SampleTable table, int count, long distanceBytes)
            throws IOException, OddMp4Exception {
        int pieceBytes = table.head().pieceBytes();
        long lies = packet.pos() - distanceBytes;
        if (pieceBytes == 0) {
            Unit unit = table.unit(Math.min(firstUnit + count, table.units() - 1));
            if (unit.offsetBytes() != lies || unit.sizeBytes() != packet.size()) {
                throw new OddMp4Exception("FFmpeg finds another packet at " + lies);
            }
            return unit.shownTicks();
        }
        for (int number = firstUnit; number < table.units(); number++) {
            Unit unit = table.unit(number);
            if (lies >= unit.offsetBytes() && lies < unit.offsetBytes() + unit.sizeBytes()) {
                return unit.decodeTicks() + (lies - unit.offsetBytes()) / pieceBytes;
            }
        }
        throw new OddMp4Exception("FFmpeg finds sound at " + lies);
    }

    /**
     * The one edit of a track.
     *
     * @param shows whether there is one
     * @param begin when it begins, by the clock of the media
     * @param end when it ends
     */
    private record Edit(boolean shows, long begin, long end) {

        static Edit of(Mp4Layout layout) throws OddMp4Exception {
            List<Long> edits = layout.edits();
            @Nullable
            Edit found = null;
            for (int i = 0; i < edits.size(); i += 2) {
                long length = edits.get(i);
                long begin = edits.get(i + 1);
                if (found != null || length < 0 || begin < -1 || layout.fragmented() && i > 2) {
                    throw new OddMp4Exception("more than one edit");
                }
                if (begin >= 0) {
                    if (length == 0 && !layout.fragmented()) {
                        throw new OddMp4Exception("an edit of nothing");
                    }
                    long ticks = avutil.av_rescale(length, layout.ticksPerSecond(), layout.movieTicksPerSecond());
                    found = new Edit(true, begin, Math.addExact(begin, ticks));
                }
            }
            if (found == null && !edits.isEmpty()) {
                throw new OddMp4Exception("only edits that show nothing");
            }
            return found == null ? new Edit(false, 0, 0) : found;
        }
    }
}
