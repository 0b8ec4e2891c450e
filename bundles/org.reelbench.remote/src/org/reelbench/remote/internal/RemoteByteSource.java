package org.reelbench.remote.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;

/** The bytes of a remote medium, by way of the cache. Holds one chunk, so that reading on needs no cache. */
final class RemoteByteSource implements ByteSource {

    private final RemoteFile file;
    private final ChunkCache cache;
    private volatile @Nullable Held held;
    private volatile boolean closed;

    private record Held(long chunk, byte[] bytes) {
    }

    RemoteByteSource(RemoteFile file, ChunkCache cache) {
        this.file = file;
        this.cache = cache;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long sizeBytes() throws IOException {
        checkOpen();
        return file.sizeBytes();
    }

    @Override
    public Optional<String> contentId() {
        return Optional.of("url-" + file.sizeBytes() + "-" + file.key());
    }

    @Override
    public int read(long positionBytes, MemorySegment target) throws IOException {
        return read(positionBytes, target, new Cancellation());
    }

    @Override
    public int read(long positionBytes, MemorySegment target, Cancellation cancellation) throws IOException {
        cancellation.check();
        checkOpen();
        if (positionBytes < 0) {
            throw new IllegalArgumentException("the position must be 0 or more, not " + positionBytes);
        }
        if (positionBytes >= file.sizeBytes()) {
            return -1;
        }
        long chunk = positionBytes / RemoteFile.CHUNK_BYTES;
        int within = (int) (positionBytes % RemoteFile.CHUNK_BYTES);
        int count = (int) Math.min(target.byteSize(), file.sizeOfChunkBytes(chunk) - within);
        MemorySegment part = target.asSlice(0, count);
        Held last = held;
        if (last != null && last.chunk() == chunk) {
            copy(last.bytes(), within, part);
        } else if (!cache.read(file, chunk, within, part)) {
            byte[] bytes = cache.fetch(file, chunk, cancellation);
            held = new Held(chunk, bytes);
            copy(bytes, within, part);
        }
        return count;
    }

    private static void copy(byte[] bytes, int from, MemorySegment target) {
        MemorySegment.copy(MemorySegment.ofArray(bytes), from, target, 0, target.byteSize());
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public void close() {
        closed = true;
        held = null;
    }
}
