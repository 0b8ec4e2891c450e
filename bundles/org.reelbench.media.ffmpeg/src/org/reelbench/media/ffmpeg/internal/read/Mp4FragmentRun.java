package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;

import org.reelbench.media.ffmpeg.internal.samples.Unit;

/** One run of samples of a fragment, read one after the other; what a sample does not say itself, the defaults say. */
final class Mp4FragmentRun {

    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int DURATION = 0x100;
    private static final int SIZE = 0x200;
    private static final int FLAGS = 0x400;
    private static final int OFFSET = 0x800;
    private static final int KNOWN = 0xF05;
    private static final long MOST_TICKS = 1L << 31;
    private static final int MOST_OFFSET_TICKS = 1 << 28;
    /** That it is no sync sample, or depends on others. */
    private static final long DEPENDENT = 0x01010000;

    /**
     * What samples are that do not say it themselves.
     *
     * @param ticks how long
     * @param bytes how large
     * @param flags their flags
     */
    record Defaults(long ticks, long bytes, long flags) {
    }

    private final Mp4Window window;
    private final Defaults defaults;
    private final boolean sound;
    private final int flags;
    private final long firstFlags;
    private long at;
    private final long end;
    private long left;
    private boolean first = true;
    private long offset;
    private long decodeTicks;

    /**
     * Begins.
     *
     * @param window the file
     * @param box the run
     * @param defaults of the track's part of the fragment
     * @param sound whether it is sound
     * @param baseBytes what offsets are counted from
     * @param nextBytes where the run before ended, or −1 if this is the first
     * @param decodeTicks when the first sample is decoded
     */
    Mp4FragmentRun(Mp4Window window, Mp4Box box, Defaults defaults, boolean sound, long baseBytes, long nextBytes,
            long decodeTicks) throws IOException, OddMp4Exception {
        this.window = window;
        this.defaults = defaults;
        this.sound = sound;
        this.decodeTicks = decodeTicks;
        flags = (int) window.uint(box.body()) & 0xFFFFFF;
        left = window.uint(box.body() + 4);
        at = box.body() + 8;
        end = box.end();
        offset = nextBytes;
        if ((flags & DATA_OFFSET) != 0) {
            offset = baseBytes + (int) window.uint(at);
            at += Integer.BYTES;
        }
        if ((flags & ~KNOWN) != 0 || offset < 0) {
            throw new OddMp4Exception("a run of flags " + Integer.toHexString(flags) + " at " + offset);
        }
        firstFlags = (flags & FIRST_FLAGS) == 0 ? -1 : window.uint(at);
        at += firstFlags < 0 ? 0 : Integer.BYTES;
        if (Integer.bitCount(flags & 0xF00) * Integer.BYTES * left > end - at) {
            throw new OddMp4Exception("a run that counts more than it holds");
        }
    }

    boolean hasNext() {
        return left > 0;
    }

    /** The next sample. */
    Unit next(int pieceBytes) throws IOException, OddMp4Exception {
        if (pieceBytes > 0 && defaults.ticks() == 1 && (flags & (DURATION | SIZE | OFFSET)) == 0) {
            return piece(pieceBytes);
        }
        long ticks = field(DURATION, defaults.ticks());
        long bytes = field(SIZE, defaults.bytes());
        long own = field(FLAGS, first && firstFlags >= 0 ? firstFlags : defaults.flags());
        int later = (int) field(OFFSET, 0);
        if (ticks >= MOST_TICKS || bytes < 1 || bytes > Integer.MAX_VALUE || later > MOST_OFFSET_TICKS
                || later < -MOST_OFFSET_TICKS || offset > window.sizeBytes() - bytes
                || pieceBytes > 0 && (bytes != ticks * pieceBytes || later != 0)) {
            throw new OddMp4Exception(
                    "a sample of " + bytes + " bytes at " + offset + ", " + ticks + " ticks, " + later + " late");
        }
        int samples = pieceBytes > 0 ? (int) ticks : 1;
        Unit unit = new Unit(offset, (int) bytes, decodeTicks, later, samples, sound || (own & DEPENDENT) == 0);
        advance(1, bytes, ticks);
        return unit;
    }

    private Unit piece(int pieceBytes) throws OddMp4Exception {
        int count = (int) Math.min(Mp4Units.PIECE_SAMPLES, left);
        long bytes = (long) count * pieceBytes;
        if (defaults.bytes() != pieceBytes || offset > window.sizeBytes() - bytes) {
            throw new OddMp4Exception("raw sound of " + defaults.bytes() + " bytes a sample at " + offset);
        }
        Unit unit = new Unit(offset, (int) bytes, decodeTicks, 0, count, true);
        advance(count, bytes, count);
        return unit;
    }

    private void advance(int count, long bytes, long ticks) {
        first = false;
        left -= count;
        offset += bytes;
        decodeTicks += ticks;
    }

    private long field(int flag, long otherwise) throws IOException {
        if ((flags & flag) == 0) {
            return otherwise;
        }
        long value = window.uint(at);
        at += Integer.BYTES;
        return value;
    }

    /** Where the samples read so far end in the file. */
    long nextBytes() {
        return offset;
    }

    /** When the samples read so far end. */
    long decodeTicks() {
        return decodeTicks;
    }
}
