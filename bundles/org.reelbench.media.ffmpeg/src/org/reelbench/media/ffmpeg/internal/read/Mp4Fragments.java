package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Watches the bytes of a fragmented MP4 file on their way to FFmpeg for runs of samples that say nothing but how many they are:
 * twenty bytes can ask for an index of gigabytes.
 */
final class Mp4Fragments {

    private static final int TRUN = 0x7472756E;
    private static final int BOX_BYTES = 12;
    /** Flags that a run of samples may carry; anything else is no run. */
    private static final int KNOWN_FLAGS = 0xF05;
    private static final int TOLD_BY_SAMPLE = 0xF00;
    private static final ValueLayout.OfInt BIG = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final byte[] seam = new byte[2 * BOX_BYTES];
    private long lookedTo = -1;
    private long countedTo = -1;
    private long samples;

    /** Runs that ask for too much. */
    static final class TooMany extends IOException {

        private static final long serialVersionUID = 1L;

        TooMany() {
            super("its fragments tell of more samples than any film has");
        }
    }

    /**
     * Looks at bytes that were read.
     *
     * @param atBytes where they lie in the file
     * @param bytes the bytes
     * @param count how many
     * @throws TooMany if the runs so far ask for too much
     */
    void look(long atBytes, MemorySegment bytes, int count) throws TooMany {
        MemorySegment joined = MemorySegment.ofArray(seam);
        int head = Math.min(BOX_BYTES, count);
        if (atBytes == lookedTo) {
            MemorySegment.copy(bytes, 0, joined, BOX_BYTES, head);
            scan(atBytes - BOX_BYTES, joined, BOX_BYTES + head);
        }
        scan(atBytes, bytes, count);
        if (count >= BOX_BYTES) {
            MemorySegment.copy(bytes, count - BOX_BYTES, joined, 0, BOX_BYTES);
            lookedTo = atBytes + count;
        } else {
            lookedTo = -1;
        }
    }

    private void scan(long atBytes, MemorySegment bytes, int count) throws TooMany {
        for (int i = 0; i + BOX_BYTES <= count; i++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, i) == 't' && bytes.get(BIG, i) == TRUN && atBytes + i > countedTo) {
                int flags = bytes.get(BIG, i + 4L);
                if ((flags & 0xFFFFFF & ~KNOWN_FLAGS) == 0 && flags >>> 24 <= 1 && (flags & TOLD_BY_SAMPLE) == 0) {
                    countedTo = atBytes + i;
                    samples += Integer.toUnsignedLong(bytes.get(BIG, i + 8L));
                }
                if (samples > Limits.INDEX_SAMPLES) {
                    throw new TooMany();
                }
            }
        }
    }
}
