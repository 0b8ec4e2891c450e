package org.reelbench.store.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import org.reelbench.store.ChunkId;

/**
 * The checksum of a block of a chunk. It covers the chunk's id and the block's number, so that right bytes in a wrong place are
 * damage, too.
 */
public final class BlockSum {

    /** How many bytes a block has; the last one of a chunk may be shorter. */
    public static final int BLOCK_BYTES = 64 << 10;

    private BlockSum() {
    }

    /** Returns how many blocks a chunk has. */
    public static int blocks(long sizeBytes) {
        return Math.toIntExact((sizeBytes + BLOCK_BYTES - 1) / BLOCK_BYTES);
    }

    /** Returns how many bytes a block of a chunk has. */
    public static int length(long sizeBytes, int block) {
        return (int) Math.min(BLOCK_BYTES, sizeBytes - (long) block * BLOCK_BYTES);
    }

    /** Returns the checksum of what remains in a buffer, which stays as it is. */
    public static int of(ChunkId id, int block, ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(id.value().getBytes(StandardCharsets.US_ASCII));
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(block).flip());
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }
}
