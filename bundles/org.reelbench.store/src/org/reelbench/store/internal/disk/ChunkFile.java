package org.reelbench.store.internal.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

import org.reelbench.store.ChunkId;
import org.reelbench.store.Durability;
import org.reelbench.store.internal.BlockFill;
import org.reelbench.store.internal.BlockSum;

/**
 * The file of a chunk: its bytes, the checksum of each block, and at the end a footer that says what the file is. The bytes come
 * first and unchanged, so that they can be sent or mapped from the file as they are; the footer comes last, so that a file that
 * was not written to its end has none.
 *
 * @param sizeBytes how many bytes the chunk has
 * @param sums the checksum of each block
 */
record ChunkFile(long sizeBytes, ByteBuffer sums) {

    private static final long MAGIC = 0x52424348554e4b31L;
    private static final int FOOTER_BYTES = Long.BYTES + Long.BYTES + Integer.BYTES + Integer.BYTES;

    /** Returns how long the file of a chunk is. */
    static long length(long sizeBytes) {
        return sizeBytes + (long) BlockSum.blocks(sizeBytes) * Integer.BYTES + FOOTER_BYTES;
    }

    /** Returns how many bytes a chunk has by the length of its file, or a negative number if no chunk has a file so long. */
    static long sizeOf(long length) {
        long rest = length - FOOTER_BYTES;
        long blocks = (rest + BlockSum.BLOCK_BYTES + Integer.BYTES - 1) / (BlockSum.BLOCK_BYTES + Integer.BYTES);
        long size = rest - blocks * Integer.BYTES;
        return rest >= 0 && size >= 0 && length(size) == length ? size : -1;
    }

    /** Writes a new file. */
    static void write(DiskCalls disk, Path file, ChunkId id, ReadableByteChannel bytes, long sizeBytes,
            Durability durability) throws IOException {
        int blocks = BlockSum.blocks(sizeBytes);
        ByteBuffer block = ByteBuffer.allocate(BlockSum.BLOCK_BYTES);
        ByteBuffer sums = ByteBuffer.allocate(blocks * Integer.BYTES + FOOTER_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < blocks; i++) {
                block.clear().limit(BlockSum.length(sizeBytes, i));
                BlockFill.fill(id, bytes, block);
                sums.putInt(BlockSum.of(id, i, block));
                disk.write(channel, block);
            }
            sums.putLong(MAGIC).putLong(sizeBytes).putInt(BlockSum.BLOCK_BYTES);
            sums.putInt(sum(id, sums.duplicate().flip())).flip();
            disk.write(channel, sums);
            if (durability == Durability.POWER_CUT) {
                disk.force(channel);
            }
        }
    }

    /** Reads what a file says of itself; empty if it is not the whole file of this chunk. */
    static Optional<ChunkFile> read(FileChannel channel, ChunkId id) throws IOException {
        long length = channel.size();
        long size = sizeOf(length);
        if (size < 0 || length - size > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        ByteBuffer tail = ByteBuffer.allocate((int) (length - size));
        if (!fill(channel, size, tail)) {
            return Optional.empty();
        }
        tail.flip();
        int sum = tail.getInt(tail.limit() - Integer.BYTES);
        int footer = tail.limit() - FOOTER_BYTES;
        tail.limit(tail.limit() - Integer.BYTES);
        boolean whole = sum == sum(id, tail) && tail.getLong(footer) == MAGIC && tail.getLong(footer + Long.BYTES) == size
                && tail.getInt(footer + 2 * Long.BYTES) == BlockSum.BLOCK_BYTES;
        return whole ? Optional.of(new ChunkFile(size, tail.slice(0, footer))) : Optional.empty();
    }

    /** Tells whether the bytes are those of a block. */
    boolean fits(ChunkId id, int block, ByteBuffer bytes) {
        return sums.getInt(block * Integer.BYTES) == BlockSum.of(id, block, bytes);
    }

    /** Fills a buffer from a position on; false if the file ends before. */
    static boolean fill(FileChannel channel, long position, ByteBuffer target) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int count = channel.read(target, at);
            if (count < 0) {
                return false;
            }
            at += count;
        }
        return true;
    }

    private static int sum(ChunkId id, ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(id.value().getBytes(StandardCharsets.US_ASCII));
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }
}
