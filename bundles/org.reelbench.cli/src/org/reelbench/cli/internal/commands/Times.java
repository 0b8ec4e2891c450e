package org.reelbench.cli.internal.commands;

import java.util.Optional;

import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.time.Timecode;

/** Reads times as people write them on the command line: {@code 2s}, {@code 1.5s} or the timecode {@code 00:00:02:00}. */
final class Times {

    private Times() {
    }

    /** The frame nearest to the time, or empty if the text is no time. */
    static Optional<Long> frame(String text, FrameRate rate) {
        try {
            if (text.endsWith("s")) {
                RationalTime time = RationalTime.parse(text);
                return time.signum() < 0 ? Optional.empty() : Optional.of(rate.nearestFrame(time));
            }
            return Optional.of(Timecode.parse(text, rate).frame());
        } catch (IllegalArgumentException e) {
            // Not a time: for the caller, who knows what else the text may be.
            return Optional.empty();
        }
    }
}
