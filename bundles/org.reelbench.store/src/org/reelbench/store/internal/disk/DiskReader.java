package org.reelbench.store.internal.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.internal.BlockSum;
import org.reelbench.store.internal.Ledger.Entry;

/**
 * Reads one file: whole blocks straight into the target, parts of blocks by way of a buffer, each block checked before it
 * counts.
 */
final class DiskReader implements ChunkReader {

    private final DiskChunkStore store;
    private final Entry<Path> entry;
    private final FileChannel channel;
    private final ChunkFile file;
    private @Nullable ByteBuffer part;
    private boolean closed;

    DiskReader(DiskChunkStore store, Entry<Path> entry, FileChannel channel, ChunkFile file) {
        this.store = store;
        this.entry = entry;
        this.channel = channel;
        this.file = file;
    }

    @Override
    public long sizeBytes() {
        return file.sizeBytes();
    }

    @Override
    public int read(long positionBytes, ByteBuffer target) throws IOException {
        if (positionBytes < 0) {
            throw new IllegalArgumentException("the position must be 0 or more, not " + positionBytes);
        }
        store.requireOpen();
        if (positionBytes >= file.sizeBytes()) {
            return -1;
        }
        int count = (int) Math.min(target.remaining(), file.sizeBytes() - positionBytes);
        int done = 0;
        while (done < count) {
            done += readBlock(positionBytes + done, count - done, target);
        }
        return count;
    }

    private int readBlock(long position, int most, ByteBuffer target) throws IOException {
        int block = (int) (position / BlockSum.BLOCK_BYTES);
        long start = (long) block * BlockSum.BLOCK_BYTES;
        int length = BlockSum.length(file.sizeBytes(), block);
        if (position == start && most >= length) {
            ByteBuffer whole = target.slice(target.position(), length);
            check(block, start, whole);
            target.position(target.position() + length);
            return length;
        }
        ByteBuffer bytes = part();
        bytes.clear().limit(length);
        check(block, start, bytes);
        int from = (int) (position - start);
        int count = Math.min(most, length - from);
        target.put(bytes.slice(from, count));
        return count;
    }

    /** Made when first needed: many readers only read whole blocks, or nothing. */
    private ByteBuffer part() {
        ByteBuffer made = part;
        if (made == null) {
            made = ByteBuffer.allocate(BlockSum.BLOCK_BYTES);
            part = made;
        }
        return made;
    }

    private void check(int block, long start, ByteBuffer bytes) throws IOException {
        boolean whole = ChunkFile.fill(channel, start, bytes);
        if (!whole || !file.fits(entry.id(), block, bytes.flip())) {
            throw store.corrupt(entry, "its bytes from " + start + " on are not those that were put");
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            store.unlease(entry);
            channel.close();
        }
    }
}
