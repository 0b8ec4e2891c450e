package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.UUID;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;

/** Bytes with a stamp, by default one that no other bytes have, so that something can be remembered of them. */
final class StampedSource implements ByteSource {

    private final ByteSource bytes;
    private final Optional<String> stamp;

    StampedSource(ByteSource bytes) {
        this(bytes, UUID.randomUUID().toString());
    }

    StampedSource(ByteSource bytes, String stamp) {
        this.bytes = bytes;
        this.stamp = Optional.of(stamp);
    }

    @Override
    public String name() {
        return bytes.name();
    }

    @Override
    public long sizeBytes() throws IOException {
        return bytes.sizeBytes();
    }

    @Override
    public int read(long positionBytes, MemorySegment target) throws IOException {
        return bytes.read(positionBytes, target);
    }

    @Override
    public int read(long positionBytes, MemorySegment target, Cancellation cancellation) throws IOException {
        return bytes.read(positionBytes, target, cancellation);
    }

    @Override
    public Optional<String> stamp() {
        return stamp;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
