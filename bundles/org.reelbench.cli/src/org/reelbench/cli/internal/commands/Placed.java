package org.reelbench.cli.internal.commands;

import org.reelbench.time.FrameRate;

/**
 * A file and where it starts on its track: {@code FILE[@START]}. Only a trailing part that reads as a time counts, so a file's
 * name may hold an {@code @}.
 *
 * @param file the file as written
 * @param startFrame where it starts
 */
record Placed(String file, long startFrame) {

    static Placed parse(String text, FrameRate rate) {
        int at = text.lastIndexOf('@');
        if (at > 0) {
            Long frame = Times.frame(text.substring(at + 1), rate).orElse(null);
            if (frame != null) {
                return new Placed(text.substring(0, at), frame);
            }
        }
        return new Placed(text, 0);
    }

    /** The file alone, for when the rate is not known yet. */
    static String file(String text) {
        return parse(text, FrameRate.of(30, 1)).file();
    }
}
