package org.reelbench.media.ffmpeg.internal.read;

import java.util.Optional;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * When the pictures of one stream are shown, exactly. Some containers (Matroska with its milliseconds above all) round time
 * stamps to ticks that frames do not fall on; where the rate is known and a stamp lies within its rounding of a frame of that
 * rate, the frame's own time counts. Taken at its word, a rounded stamp would show one frame in three too late.
 */
final class PictureClock {

    private final Ticks ticks;
    private final RationalTime first;
    private final Optional<FrameRate> rate;

    /**
     * Makes the clock of a stream.
     *
     * @param ticks the container's ticks
     * @param firstTicks when the first picture is shown
     * @param rate the stream's rate, if its pictures have a regular distance
     */
    PictureClock(Ticks ticks, long firstTicks, Optional<FrameRate> rate) {
        this.ticks = ticks;
        this.first = ticks.time(firstTicks);
        this.rate = rate.filter(r -> !r.frameDuration().seconds().dividedBy(ticks.seconds()).isWhole());
    }

    /** When a picture with a time stamp is shown. */
    RationalTime time(long stamp) {
        RationalTime stamped = ticks.time(stamp);
        if (rate.isEmpty()) {
            return stamped;
        }
        RationalTime sinceFirst = stamped.minus(first);
        RationalTime regular = rate.get().timeOf(rate.get().nearestFrame(sinceFirst));
        Rational off = sinceFirst.minus(regular).seconds().absolute();
        // A whole tick, because some muxers cut the rest off instead of rounding, and the first stamp may be rounded as well.
        return off.compareTo(ticks.seconds()) <= 0 ? first.plus(regular) : stamped;
    }

    /** The latest time stamp that a picture shown at or before a time may carry. */
    long latestStamp(RationalTime time) {
        return rate.isEmpty() ? ticks.floor(time) : ticks.ceil(time);
    }
}
