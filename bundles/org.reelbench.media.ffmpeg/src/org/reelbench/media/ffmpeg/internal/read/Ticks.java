package org.reelbench.media.ffmpeg.internal.read;

import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * The clock of one stream: its time stamps are whole ticks of this length.
 *
 * @param seconds the length of a tick in seconds
 */
record Ticks(Rational seconds) {

    /** The mark of a time stamp that is not known ({@code AV_NOPTS_VALUE}). */
    static final long UNKNOWN = Long.MIN_VALUE;

    static Ticks of(AVStream stream) {
        AVRational base = stream.time_base();
        return new Ticks(Rational.of(base.num(), base.den()));
    }

    RationalTime time(long ticks) {
        return new RationalTime(seconds.times(ticks));
    }

    /** The last tick that does not lie after a time. */
    long floor(RationalTime time) {
        return time.seconds().dividedBy(seconds).floor();
    }

    /** The first tick that does not lie before a time. */
    long ceil(RationalTime time) {
        return time.seconds().dividedBy(seconds).ceil();
    }

    /** The tick nearest to a time. */
    long round(RationalTime time) {
        return time.seconds().dividedBy(seconds).round();
    }
}
