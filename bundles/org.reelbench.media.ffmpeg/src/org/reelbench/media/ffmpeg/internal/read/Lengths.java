package org.reelbench.media.ffmpeg.internal.read;

import java.util.Arrays;
import java.util.List;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.time.RationalTime;

/** Measures how long streams are by looking at their last packets, for containers that do not say it themselves. */
final class Lengths {

    /** A medium up to this size is read through, a larger one from shortly before its estimated end. */
    private static final long SCAN_BYTES = 64L << 20;
    private static final long TAIL_US = 5L * 1000 * 1000;
    /** A disk or server too slow for that leaves the estimate standing. */
    private static final long SCAN_LIMIT_MS = 5000;

    private Lengths() {
    }

    /** Whether the container leaves its length to be guessed. */
    static boolean areGuessed(Demuxer demuxer) {
        return !Containers.isStill(demuxer.container()) && (demuxer.context().duration() <= 0
                || demuxer.context().duration_estimation_method() != avformat.AVFMT_DURATION_FROM_STREAM);
    }

    /**
     * Returns the streams with their measured durations; those that cannot be measured keep their estimates.
     *
     * @param demuxer the analysed container
     * @param streams its streams as described so far
     * @param origin the container's time that counts as the start
     * @param cancellation asks to stop
     * @return the streams
     * @throws MediaException if the bytes cannot be read
     */
    static List<StreamInfo> measured(Demuxer demuxer, List<StreamInfo> streams, RationalTime origin, Cancellation cancellation)
            throws MediaException {
        long[] ends = demuxer.fragmentEnds(cancellation);
        if (ends.length == 0 && goToScan(demuxer, cancellation)) {
            ends = ends(demuxer, streams.size(), cancellation);
        }
        return ends.length < streams.size() ? streams : ended(demuxer, streams, ends, origin);
    }

    private static List<StreamInfo> ended(Demuxer demuxer, List<StreamInfo> streams, long[] ends, RationalTime origin) {
        return streams.stream().map(s -> ends[s.index()] == Ticks.UNKNOWN
                ? s
                : until(s, Ticks.of(demuxer.stream(s.index())).time(ends[s.index()]).minus(origin))).toList();
    }

    private static boolean goToScan(Demuxer demuxer, Cancellation cancellation) throws MediaException {
        if (demuxer.sizeBytes(cancellation) <= SCAN_BYTES) {
            demuxer.rewind(cancellation);
            return true;
        }
        boolean fromTimeStamps = demuxer.context().duration_estimation_method() == avformat.AVFMT_DURATION_FROM_PTS;
        long endUs = Math.max(0, demuxer.context().start_time()) + demuxer.context().duration();
        return fromTimeStamps && demuxer.seek(-1, endUs - TAIL_US, cancellation);
    }

    private static StreamInfo until(StreamInfo stream, RationalTime end) {
        return switch (stream) {
        case VideoStreamInfo v when !v.still() && end.isAfter(v.start()) -> new VideoStreamInfo(v.index(), v.codec(), v.picture(),
                v.frameRate(), v.start(), end.minus(v.start()), false, v.rotationDegrees(), v.pixelAspect());
        case AudioStreamInfo a when end.isAfter(a.start()) ->
            new AudioStreamInfo(a.index(), a.codec(), a.sampleRateHz(), a.channels(), a.start(), end.minus(a.start()));
        default -> stream;
        };
    }

    /** When the last packet of each stream ends; empty if it takes too long to find out. */
    private static long[] ends(Demuxer demuxer, int streams, Cancellation cancellation) throws MediaException {
        Deadline deadline = Deadline.in(SCAN_LIMIT_MS);
        long[] ends = new long[streams];
        Arrays.fill(ends, Ticks.UNKNOWN);
        AVPacket packet = Errors.allocated(avcodec.av_packet_alloc());
        try {
            while (demuxer.read(packet, cancellation)) {
                int index = packet.stream_index();
                if (index < streams) {
                    ends[index] = Math.max(ends[index], end(packet, ends[index]));
                }
                avcodec.av_packet_unref(packet);
                if (deadline.isOver()) {
                    return new long[0];
                }
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
        return ends;
    }

    private static long end(AVPacket packet, long lastEnd) {
        long ticks = packet.pts() == Ticks.UNKNOWN ? packet.dts() : packet.pts();
        if (ticks == Ticks.UNKNOWN) {
            // Bare streams without a clock: what counts is how much there is.
            ticks = lastEnd == Ticks.UNKNOWN ? 0 : lastEnd;
        }
        return avutil.av_sat_add64_c(ticks, Math.max(0, packet.duration()));
    }
}
