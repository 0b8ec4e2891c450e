package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.time.RationalTime;

/** What the tables of one MP4 track will grow to when they are written out. */
final class Mp4Track {

    private static final int HEADER_BYTES = 8;
    /** Sound that counts its samples one by one is indexed in pieces of so many. */
    private static final int PIECE_SAMPLES = 1024;
    /** What an edit needs before its first picture, at most. */
    private static final int LEAD_IN_SAMPLES = 500;
    private static final int FEW_EDITS = 4;
    private static final int LONG_EDIT_BYTES = 20;
    private static final int MOST_GAPS = 1000;

    private boolean sound;
    private boolean sampleByTick;
    private long samples;
    private long chunks;
    private long pieces;
    private long ticksPerSecond;
    private long shortestTicks = Long.MAX_VALUE;
    private long edits;
    /** The durations of the first edits; those that show nothing are negative. */
    private final List<Long> editTicks = new ArrayList<>();
    private long editedTicks;

    /**
     * Takes note of a table.
     *
     * @param type the box's type
     * @param window the file
     * @param body where the box's body begins
     * @param end where it ends
     * @throws IOException if it cannot be read
     */
    void look(String type, Mp4Window window, long body, long end) throws IOException {
        switch (type) {
        case "hdlr" -> sound |= window.type(body + 8).equals("soun");
        case "mdhd" -> ticksPerSecond = window.uint(body + (window.uint(body) >>> 24 == 1 ? 20 : 12));
        case "stts" -> durations(window, body, end);
        case "stsz", "stz2" -> samples = Math.max(samples, window.uint(body + HEADER_BYTES));
        case "stco", "co64" -> chunks = Math.max(chunks, window.uint(body + 4));
        case "stsc" -> chunkRuns(window, body, end);
        case "elst" -> edits(window, body, end);
        default -> {
            // says nothing about samples
        }
        }
    }

    private void durations(Mp4Window window, long body, long end) throws IOException {
        long count = Math.min(window.uint(body + 4), (end - body - HEADER_BYTES) / 8);
        sampleByTick = count == 1 && window.uint(body + 12) == 1;
        for (long i = 0; i < count; i++) {
            shortestTicks = Math.min(shortestTicks, window.uint(body + HEADER_BYTES + i * 8 + 4));
        }
    }

    private void chunkRuns(Mp4Window window, long body, long end) throws IOException {
        long count = Math.min(window.uint(body + 4), (end - body - HEADER_BYTES) / 12);
        long largest = 0;
        for (long i = 0; i < count; i++) {
            largest = Math.max(largest, window.uint(body + HEADER_BYTES + i * 12 + 4));
        }
        pieces = Math.max(pieces, largest / PIECE_SAMPLES + 1);
    }

    private void edits(Mp4Window window, long body, long end) throws IOException {
        int entryBytes = window.uint(body) >>> 24 == 1 ? LONG_EDIT_BYTES : 12;
        edits = Math.min(window.uint(body + 4), (end - body - HEADER_BYTES) / entryBytes);
        for (long i = 0; i < edits; i++) {
            long at = body + HEADER_BYTES + i * entryBytes;
            long duration = entryBytes == LONG_EDIT_BYTES ? window.number(at) : window.uint(at);
            duration = duration < 0 ? Integer.MAX_VALUE : Math.min(duration, Integer.MAX_VALUE);
            editedTicks += duration;
            boolean empty = entryBytes == LONG_EDIT_BYTES
                    ? window.number(at + Long.BYTES) == -1
                    : (int) window.uint(at + Integer.BYTES) == -1;
            if (i < MOST_GAPS) {
                editTicks.add(empty ? -duration : duration);
            }
        }
    }

    /**
     * How many entries the index of the track will have.
     *
     * @param movieTicksPerSecond the clock of the edit list
     * @return at least that many, or near it
     */
    long entries(long movieTicksPerSecond) {
        if (sound && sampleByTick) {
            return Math.min(chunks, Integer.MAX_VALUE) * pieces;
        }
        if (edits <= FEW_EDITS || samples == 0) {
            return samples * Math.max(1, edits);
        }
        if (shortestTicks == 0 || movieTicksPerSecond == 0) {
            return saturated(samples, edits);
        }
        double within = (double) editedTicks * ticksPerSecond / movieTicksPerSecond / shortestTicks;
        double leadIns = (double) edits * Math.min(samples, LEAD_IN_SAMPLES);
        return (long) Math.min((double) samples * edits, samples + within + leadIns);
    }

    private static long saturated(long one, long other) {
        return (long) Math.min(Long.MAX_VALUE / 2.0, (double) one * other);
    }

    /**
     * Where the edit list shows nothing after it showed something.
     *
     * @param movieTicksPerSecond the clock of the edit list
     * @return the stretches
     */
    EditGaps gaps(long movieTicksPerSecond) {
        EditGaps gaps = new EditGaps();
        long at = 0;
        boolean shown = false;
        for (long ticks : editTicks) {
            long end = at + Math.abs(ticks);
            if (ticks < 0 && shown && movieTicksPerSecond > 0) {
                gaps.add(RationalTime.of(at, movieTicksPerSecond), RationalTime.of(end, movieTicksPerSecond));
            }
            shown |= ticks > 0;
            at = end;
        }
        return gaps.isEmpty() ? EditGaps.NONE : gaps;
    }
}
