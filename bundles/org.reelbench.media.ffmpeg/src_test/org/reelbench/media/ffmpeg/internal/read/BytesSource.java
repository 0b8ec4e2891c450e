package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

import org.reelbench.media.ByteSource;

/** Bytes in memory, for tests that change them or want something to happen when they are read. */
final class BytesSource implements ByteSource {

    private final byte[] bytes;
    private final OnRead onRead;

    BytesSource(byte[] bytes) {
        this(bytes, _ -> {
            // nothing happens
        });
    }

    BytesSource(byte[] bytes, OnRead onRead) {
        this.bytes = bytes;
        this.onRead = onRead;
    }

    /** Looks at a read before it is done. */
    @FunctionalInterface
    interface OnRead {

        void at(long positionBytes) throws IOException;
    }

    static byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public String name() {
        return "bytes";
    }

    @Override
    public long sizeBytes() {
        return bytes.length;
    }

    @Override
    public int read(long positionBytes, MemorySegment target) throws IOException {
        onRead.at(positionBytes);
        return copy(bytes, positionBytes, target);
    }

    static int copy(byte[] bytes, long positionBytes, MemorySegment target) {
        if (positionBytes >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(target.byteSize(), bytes.length - positionBytes);
        MemorySegment.copy(MemorySegment.ofArray(bytes), positionBytes, target, 0, count);
        return count;
    }

    @Override
    public void close() {
        // the garbage collector's
    }
}
