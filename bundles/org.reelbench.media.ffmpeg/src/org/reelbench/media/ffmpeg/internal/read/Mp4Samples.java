package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ffmpeg.internal.samples.Unit;

/**
 * The samples that the tables of one track tell of, read through once: a block of each table is held, never what they stand for.
 */
final class Mp4Samples implements Mp4Units {

    private static final Set<String> KNOWN = Set.of("stsd", "stts", "ctts", "stss", "stsc", "stsz", "stco", "co64", "sgpd",
            "sbgp",
            "sdtp", "cslg", "subs", "free", "padb", "stdp");
    /** Longer ones are nonsense, or numbers below zero. */
    private static final long MOST_TICKS = 1L << 31;
    /** FFmpeg takes larger distances for damage and leaves all of them aside. */
    private static final int MOST_OFFSET_TICKS = 1 << 28;

    private final Mp4Chunks chunks;
    private final Mp4Runs durations;
    private final @Nullable Mp4Runs offsets;
    private final @Nullable Mp4Numbers syncs;
    private final @Nullable Mp4Numbers sizes;
    private final boolean sound;
    private final long samples;
    private final int pieceBytes;
    private final long sameBytes;

    private long sample;
    private long nextSync;
    private long decodeTicks;

    /**
     * Begins.
     *
     * @param windows opens windows on the file, one for each table
     * @param layout where the tables lie
     * @param pieceBytes how long one sample of raw sound is; 0 for anything else
     */
    Mp4Samples(Windows windows, Mp4Layout layout, int pieceBytes) throws IOException, OddMp4Exception {
        this.pieceBytes = pieceBytes;
        sound = layout.sound();
        Mp4Window first = windows.open();
        List<Mp4Box> tables = layout.table().children(first);
        for (Mp4Box table : tables) {
            if (!KNOWN.contains(table.type())) {
                throw new OddMp4Exception("a table " + table.type());
            }
        }
        Mp4Box lengths = layout.table().need(first, "stsz");
        sameBytes = first.uint(lengths.body() + 4);
        samples = first.uint(lengths.body() + 8);
        sizes = sameBytes == 0 ? new Mp4Numbers(windows.open(), lengths, 8, Integer.BYTES) : null;
        durations = new Mp4Runs(windows.open(), layout.table().need(first, "stts"));
        Optional<Mp4Box> shown = Mp4Box.only(tables, "ctts");
        offsets = shown.isPresent() ? new Mp4Runs(windows.open(), shown.get()) : null;
        Optional<Mp4Box> marked = Mp4Box.only(tables, "stss");
        syncs = marked.isPresent() && !sound ? new Mp4Numbers(windows.open(), marked.get(), 4, Integer.BYTES) : null;
        nextSync = syncs == null ? 0 : syncs.nextOr(Long.MAX_VALUE);
        if (nextSync == Long.MAX_VALUE || pieceBytes > 0 && (offsets != null || sameBytes == 0)) {
            throw new OddMp4Exception("no sync samples, or raw sound with tables for pictures");
        }
        chunks = new Mp4Chunks(windows, layout.table(), tables, samples);
    }

    /** Opens windows on one file. */
    @FunctionalInterface
    interface Windows {

        Mp4Window open() throws IOException;
    }

    /** Whether every sample is one tick long, as those of raw sound are. */
    static boolean areTicks(Mp4Window window, Mp4Layout layout) throws IOException, OddMp4Exception {
        Mp4Box box = layout.table().need(window, "stts");
        return window.uint(box.body() + 4) == 1 && window.uint(box.body() + 12) == 1;
    }

    @Override
    public @Nullable Unit next() throws IOException, OddMp4Exception {
        if (sample == samples) {
            return null;
        }
        return pieceBytes > 0 ? piece() : whole();
    }

    private Unit piece() throws IOException, OddMp4Exception {
        int count = (int) Math.min(PIECE_SAMPLES, chunks.left());
        long offset = chunks.take(count, (long) count * pieceBytes);
        Unit unit = new Unit(offset, count * pieceBytes, decodeTicks, 0, count, true);
        sample += count;
        decodeTicks += count;
        return unit;
    }

    private Unit whole() throws IOException, OddMp4Exception {
        sample++;
        Mp4Numbers table = sizes;
        long size = table == null ? sameBytes : table.next();
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new OddMp4Exception("a sample of " + size + " bytes");
        }
        long duration = durations.next();
        Mp4Runs later = offsets;
        int offset = later == null ? 0 : (int) later.next();
        if (duration >= MOST_TICKS || offset > MOST_OFFSET_TICKS || offset < -MOST_OFFSET_TICKS) {
            throw new OddMp4Exception("a sample of " + duration + " ticks, " + offset + " late");
        }
        Unit unit = new Unit(chunks.take(1, size), (int) size, decodeTicks, offset, 1, isSync());
        decodeTicks += duration;
        return unit;
    }

    private boolean isSync() throws IOException, OddMp4Exception {
        Mp4Numbers marks = syncs;
        if (marks == null) {
            return true;
        }
        if (sample != nextSync) {
            return false;
        }
        nextSync = marks.nextOr(Long.MAX_VALUE);
        if (nextSync <= sample) {
            throw new OddMp4Exception("sync samples out of order");
        }
        return true;
    }

    @Override
    public long endTicks() {
        return decodeTicks;
    }
}
