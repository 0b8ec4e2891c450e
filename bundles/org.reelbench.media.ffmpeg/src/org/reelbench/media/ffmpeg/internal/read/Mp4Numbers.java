package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;

/** A table of an MP4 file that is a list of numbers. */
final class Mp4Numbers {

    private final Mp4Window window;
    private final String type;
    private final int numberBytes;
    private long at;
    private final long end;

    /**
     * Begins.
     *
     * @param window a window of its own
     * @param box the table
     * @param countAt where in the table its count lies, which the numbers follow
     * @param numberBytes 4 or 8
     */
    Mp4Numbers(Mp4Window window, Mp4Box box, int countAt, int numberBytes) throws IOException, OddMp4Exception {
        this.window = window;
        this.type = box.type();
        this.numberBytes = numberBytes;
        at = box.body() + countAt + Integer.BYTES;
        end = at + window.uint(box.body() + countAt) * numberBytes;
        if (end > box.end()) {
            throw new OddMp4Exception(type + " counts more than it holds");
        }
    }

    /** The next number. */
    long next() throws IOException, OddMp4Exception {
        if (at >= end) {
            throw new OddMp4Exception(type + " ends before the samples do");
        }
        long number = numberBytes == Long.BYTES ? window.number(at) : window.uint(at);
        at += numberBytes;
        return number;
    }

    /** The next number, or another one after the last. */
    long nextOr(long other) throws IOException, OddMp4Exception {
        return at >= end ? other : next();
    }
}
