package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where the samples of one track lie: chunk after chunk, each holding some of them without gaps. */
final class Mp4Chunks {

    private static final int RUN_BYTES = 12;

    private final Mp4Window window;
    private final Mp4Numbers offsets;
    private final long sizeBytes;
    private final long end;
    private long at;
    private long chunk;
    private long nextRun;
    private long perChunk;
    private long samples;
    private long left;
    private long offset;

    /**
     * Begins.
     *
     * @param windows opens windows on the file
     * @param table what the tables lie in
     * @param tables the tables
     * @param samples how many samples there are
     */
    Mp4Chunks(Mp4Samples.Windows windows, Mp4Box table, List<Mp4Box> tables, long samples) throws IOException, OddMp4Exception {
        this.samples = samples;
        window = windows.open();
        sizeBytes = window.sizeBytes();
        Optional<Mp4Box> wide = Mp4Box.only(tables, "co64");
        offsets = wide.isPresent()
                ? new Mp4Numbers(windows.open(), wide.get(), 4, Long.BYTES)
                : new Mp4Numbers(windows.open(), table.need(window, "stco"), 4, Integer.BYTES);
        Mp4Box runs = table.need(window, "stsc");
        at = runs.body() + 8;
        end = at + window.uint(runs.body() + 4) * RUN_BYTES;
        if (end > runs.end() || at < end && window.uint(at) != 1) {
            throw new OddMp4Exception("runs of chunks that do not begin with the first, or end beyond their table");
        }
        nextRun = 1;
    }

    /** How many samples of the present chunk are left, at least 1. */
    long left() throws IOException, OddMp4Exception {
        while (left == 0) {
            chunk++;
            if (chunk == nextRun) {
                perChunk = window.uint(at + 4);
                if (window.uint(at + 8) != 1) {
                    throw new OddMp4Exception("samples of another description");
                }
                at += RUN_BYTES;
                nextRun = at < end ? window.uint(at) : Long.MAX_VALUE;
                if (nextRun <= chunk) {
                    throw new OddMp4Exception("runs of chunks out of order");
                }
            }
            offset = offsets.next();
            left = Math.min(perChunk, samples);
        }
        return left;
    }

    /** Takes samples of the present chunk, at most as many as are left; returns where they lie. */
    long take(int count, long bytes) throws IOException, OddMp4Exception {
        left();
        long lies = offset;
        if (lies < 0 || lies > sizeBytes - bytes) {
            throw new OddMp4Exception("samples beyond the end of the file");
        }
        left -= count;
        samples -= count;
        offset += bytes;
        return lies;
    }
}
