package org.reelbench.media.ffmpeg.internal.read;

import java.util.Optional;

import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avformat;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/** Finds the rate of a stream of pictures, or that it has none. */
final class FrameRates {

    /** Enough to tell a rate; an hour of pictures would only cost time. */
    private static final int MAX_ENTRIES = 2000;
    /** One distance in so many may be odd before a stream counts as irregular: the last frame, or one cut by an edit list. */
    private static final int ODD_DISTANCES = 50;
    /** Average and measured rate that lie closer than this are one rate. */
    private static final Rational CLOSE = Rational.of(1, 100);
    private static final Rational TWICE = Rational.of(2);

    private FrameRates() {
    }

    /**
     * Returns the rate of a stream.
     *
     * @param stream a stream of pictures, analysed
     * @param indexed whether the container's index lists every frame
     * @return the rate, or empty if the frames have no regular distance
     */
    static Optional<FrameRate> of(AVStream stream, boolean indexed) {
        Rational average = rational(stream.avg_frame_rate());
        Rational measured = rational(stream.r_frame_rate());
        if (indexed && isIrregular(stream)) {
            return Optional.empty();
        }
        if (average.signum() <= 0 || measured.signum() <= 0) {
            return Optional.of(average.signum() > 0 ? average : measured).filter(r -> r.signum() > 0).map(FrameRate::new);
        }
        if (isClose(average, measured)) {
            return Optional.of(new FrameRate(measured));
        }
        // Interlaced streams are measured by fields.
        if (isClose(average.times(TWICE), measured)) {
            return Optional.of(new FrameRate(measured.dividedBy(TWICE)));
        }
        return indexed ? Optional.of(new FrameRate(average)) : Optional.empty();
    }

    private static boolean isIrregular(AVStream stream) {
        int entries = Math.min(MAX_ENTRIES, avformat.avformat_index_get_entries_count(stream));
        if (entries < 2) {
            return false;
        }
        long usualTicks = 0;
        int odd = 0;
        long lastTicks = ticks(stream, 0);
        for (int i = 1; i < entries; i++) {
            long ticks = ticks(stream, i);
            long distance = ticks - lastTicks;
            usualTicks = i == 1 ? distance : usualTicks;
            odd += Math.abs(distance - usualTicks) > 1 ? 1 : 0;
            lastTicks = ticks;
        }
        return odd > Math.max(2, entries / ODD_DISTANCES);
    }

    private static long ticks(AVStream stream, int entry) {
        AVIndexEntry found = avformat.avformat_index_get_entry(stream, entry);
        return found == null ? 0 : found.timestamp();
    }

    private static boolean isClose(Rational one, Rational other) {
        return one.minus(other).absolute().compareTo(other.times(CLOSE)) < 0;
    }

    private static Rational rational(AVRational rational) {
        return rational.den() == 0 ? Rational.ZERO : Rational.of(rational.num(), rational.den());
    }
}
