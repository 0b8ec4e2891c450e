package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;

/** A table of an MP4 file that says a number for each sample, as runs of equal ones. */
final class Mp4Runs {

    private static final int ENTRY_BYTES = 8;

    private final Mp4Window window;
    private final String type;
    private long at;
    private final long end;
    private long left;
    private long value;

    Mp4Runs(Mp4Window window, Mp4Box box) throws IOException, OddMp4Exception {
        this.window = window;
        this.type = box.type();
        at = box.body() + ENTRY_BYTES;
        end = at + window.uint(box.body() + 4) * ENTRY_BYTES;
        if (end > box.end()) {
            throw new OddMp4Exception(type + " counts more than it holds");
        }
    }

    /** The number of the next sample. */
    long next() throws IOException, OddMp4Exception {
        while (left == 0) {
            if (at >= end) {
                throw new OddMp4Exception(type + " ends before the samples do");
            }
            left = window.uint(at);
            value = window.uint(at + Integer.BYTES);
            at += ENTRY_BYTES;
        }
        left--;
        return value;
    }
}
