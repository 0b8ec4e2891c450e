package org.reelbench.cli.internal.commands;

import java.util.Optional;

import org.reelbench.time.FrameRate;

/** Reads times as people write them behind the name of a file: {@code 2s}, {@code 1.5s} or the timecode {@code 00:00:02:00}. */
public final class Times {

    private Times() {
    }

    /** The frame nearest to the time, or empty if the text is no time; a mere number may be the end of a name. */
    public static Optional<Long> frame(String text, FrameRate rate) {
        if (text.startsWith("-") || !text.endsWith("s") && !text.contains(":")) {
            return Optional.empty();
        }
        try {
            return Optional.of(rate.parseFrame(text));
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Not a time: for the caller, who knows what else the text may be.
            return Optional.empty();
        }
    }
}
