package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.reelbench.media.Cancellation;

/** Reads numbers anywhere in a medium, a block at a time; what lies beyond its end is zero. */
final class Mp4Window {

    private static final int BLOCK_BYTES = 32 * 1024;
    private static final int SMALL_BLOCK_BYTES = 4 * 1024;

    private final AttendedBytes source;
    private final Cancellation cancellation;
    private final long sizeBytes;
    private final ByteBuffer block;
    private long blockAt;
    private int blockBytes;

    Mp4Window(AttendedBytes source, Cancellation cancellation) throws IOException {
        this(source, BLOCK_BYTES, cancellation);
    }

    private Mp4Window(AttendedBytes source, int blockBytes, Cancellation cancellation) throws IOException {
        block = ByteBuffer.allocate(blockBytes);
        this.source = source;
        this.cancellation = cancellation;
        this.sizeBytes = source.sizeBytes(cancellation);
    }

    /** A window for boxes that lie far apart, of which only the heads are read. */
    static Mp4Window ofHeads(AttendedBytes source, Cancellation cancellation) throws IOException {
        return new Mp4Window(source, SMALL_BLOCK_BYTES, cancellation);
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /** A number of 32 bits without sign. */
    long uint(long atBytes) throws IOException {
        return Integer.toUnsignedLong(block.getInt(need(atBytes, Integer.BYTES)));
    }

    /** A number of 64 bits. */
    long number(long atBytes) throws IOException {
        return block.getLong(need(atBytes, Long.BYTES));
    }

    /** Four letters. */
    String type(long atBytes) throws IOException {
        return new String(block.array(), need(atBytes, Integer.BYTES), Integer.BYTES, StandardCharsets.ISO_8859_1);
    }

    private int need(long atBytes, int countBytes) throws IOException {
        if (atBytes < blockAt || atBytes + countBytes > blockAt + blockBytes) {
            Arrays.fill(block.array(), (byte) 0);
            blockAt = atBytes;
            int filled = 0;
            while (filled < block.capacity() && atBytes >= 0) {
                int count = source.read(atBytes + filled, MemorySegment.ofBuffer(block).asSlice(filled), cancellation);
                if (count <= 0) {
                    break;
                }
                filled += count;
            }
            blockBytes = block.capacity();
        }
        return (int) (atBytes - blockAt);
    }
}
