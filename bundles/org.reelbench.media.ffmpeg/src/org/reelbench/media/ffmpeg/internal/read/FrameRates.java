package org.reelbench.media.ffmpeg.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/**
 * Finds the rates of streams of pictures, or that they have none. Containers state rates their frames do not keep, so the first
 * frames are looked at as well.
 */
final class FrameRates {

    /** Enough to tell a rate; an hour of pictures would only cost time. */
    private static final int MAX_ENTRIES = 2000;
    private static final int MAX_PACKETS = 200;
    /** One distance in so many may be odd before a stream counts as irregular: a lost frame, or one cut by an edit list. */
    private static final int ODD_DISTANCES = 50;
    /** Packets come in decoding order, so the last ones read leave gaps that later ones fill. */
    private static final int REORDERED = 16;
    /** Average and measured rate that lie closer than this are one rate. */
    private static final Rational CLOSE = Rational.of(1, 100);
    /** A rate this close to a usual one is that one, written down with too few digits. */
    private static final Rational ROUNDED = Rational.of(1, 10_000);
    private static final Rational TWICE = Rational.of(2);
    private static final Rational NTSC = Rational.of(1000, 1001);
    private static final int HIGHEST_USUAL = 240;

    private final Map<Integer, List<Long>> times = new HashMap<>();

    private FrameRates() {
    }

    /**
     * Looks at the first frames of all streams.
     *
     * @param demuxer the container, analysed and not read from yet
     * @param cancellation asks to stop
     * @return what is needed to tell rates
     * @throws MediaException if the bytes cannot be read
     */
    static FrameRates look(Demuxer demuxer, Cancellation cancellation) throws MediaException {
        FrameRates rates = new FrameRates();
        for (int i = 0; i < demuxer.streams(); i++) {
            if (StreamDescriptions.isVideo(demuxer.stream(i))) {
                rates.times.put(i, new ArrayList<>());
            }
        }
        if (demuxer.container().equals(Containers.MOV)) {
            rates.times.forEach((index, ticks) -> addIndex(demuxer.stream(index), ticks));
        } else if (!rates.times.isEmpty()) {
            rates.addPackets(demuxer, cancellation);
        }
        return rates;
    }

    private static void addIndex(AVStream stream, List<Long> ticks) {
        int entries = Math.min(MAX_ENTRIES, avformat.avformat_index_get_entries_count(stream));
        for (int i = 0; i < entries; i++) {
            AVIndexEntry entry = avformat.avformat_index_get_entry(stream, i);
            if (entry != null) {
                ticks.add(entry.timestamp());
            }
        }
    }

    private void addPackets(Demuxer demuxer, Cancellation cancellation) throws MediaException {
        AVPacket packet = Errors.allocated(avcodec.av_packet_alloc());
        try {
            boolean more = true;
            for (int i = 0; i < MAX_PACKETS && more; i++) {
                more = demuxer.read(packet, cancellation);
                List<Long> ticks = times.get(packet.stream_index());
                if (more && ticks != null && packet.pts() != Ticks.UNKNOWN) {
                    ticks.add(packet.pts());
                }
                avcodec.av_packet_unref(packet);
            }
            times.values().forEach(ticks -> ticks.sort(null));
            if (more) {
                times.values().forEach(ticks -> ticks.subList(Math.max(0, ticks.size() - REORDERED), ticks.size()).clear());
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
    }

    /**
     * Returns the rate of a stream.
     *
     * @param stream a stream of pictures, analysed
     * @return the rate, or empty if the frames have no regular distance
     */
    Optional<FrameRate> of(AVStream stream) {
        List<Long> ticks = times.getOrDefault(stream.index(), List.of());
        if (isIrregular(ticks)) {
            return Optional.empty();
        }
        Rational average = rational(stream.avg_frame_rate());
        Rational measured = rational(stream.r_frame_rate());
        if (average.signum() <= 0 || measured.signum() <= 0) {
            return Optional.of(average.signum() > 0 ? average : measured).filter(r -> r.signum() > 0).map(FrameRates::usual);
        }
        if (isClose(average, measured, CLOSE)) {
            return Optional.of(usual(measured));
        }
        // Interlaced streams are measured by fields.
        if (isClose(average.times(TWICE), measured, CLOSE)) {
            return Optional.of(usual(measured.dividedBy(TWICE)));
        }
        return ticks.size() > REORDERED ? Optional.of(usual(average)) : Optional.empty();
    }

    private static boolean isIrregular(List<Long> ticks) {
        List<Long> distances = new ArrayList<>();
        for (int i = 1; i < ticks.size(); i++) {
            distances.add(ticks.get(i) - ticks.get(i - 1));
        }
        if (distances.isEmpty()) {
            return false;
        }
        List<Long> sorted = new ArrayList<>(distances);
        sorted.sort(null);
        long usual = sorted.get(sorted.size() / 2);
        long odd = distances.stream().filter(d -> Math.abs(d - usual) > 1).count();
        return odd > Math.max(2, distances.size() / ODD_DISTANCES);
    }

    private static FrameRate usual(Rational rate) {
        long whole = rate.round();
        if (whole >= 1 && whole <= HIGHEST_USUAL) {
            for (Rational usual : List.of(Rational.of(whole), Rational.of(whole).times(NTSC))) {
                if (isClose(rate, usual, ROUNDED)) {
                    return new FrameRate(usual);
                }
            }
        }
        return new FrameRate(rate);
    }

    private static boolean isClose(Rational one, Rational other, Rational limit) {
        return one.minus(other).absolute().compareTo(other.times(limit)) < 0;
    }

    private static Rational rational(AVRational rational) {
        return rational.den() == 0 ? Rational.ZERO : Rational.of(rational.num(), rational.den());
    }
}
