package org.reelbench.media.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.RemoteMedia;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes that a plug-in reads, through the guard. It reads into memory of the call: a read that is given up may still write there
 * when the memory it was asked to fill has long been given back.
 */
final class GuardedBytes implements ByteSource {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedBytes.class);
    private static final int MOST_BYTES = 1 << 16;

    private final ByteSource source;
    private final RemoteMedia remote;
    private final PluginCalls calls;
    private final String name;
    private final Optional<String> contentId;
    private final Optional<String> stamp;

    private GuardedBytes(ByteSource source, RemoteMedia remote, PluginCalls calls) {
        this.source = source;
        this.remote = remote;
        this.calls = calls;
        name = source.name();
        contentId = source.contentId();
        stamp = source.stamp();
    }

    /** Asks what never changes once. Called inside the guard. */
    static ByteSource of(ByteSource source, RemoteMedia remote, PluginCalls calls) {
        return new GuardedBytes(source, remote, calls);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> contentId() {
        return contentId;
    }

    @Override
    public Optional<String> stamp() {
        return stamp;
    }

    @Override
    public long sizeBytes() throws IOException {
        try {
            return calls.<Long, IOException>call(remote, "size", source::sizeBytes);
        } catch (PluginCallException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public int read(long positionBytes, MemorySegment target) throws IOException {
        return read(positionBytes, target, new Cancellation());
    }

    @Override
    public int read(long positionBytes, MemorySegment target, Cancellation cancellation) throws IOException {
        MemorySegment own = MemorySegment.ofArray(new byte[(int) Math.min(target.byteSize(), MOST_BYTES)]);
        Integer count;
        try {
            count = calls.<@Nullable Integer, IOException>call(remote, "read", () -> {
                try {
                    return source.read(positionBytes, own, cancellation);
                } catch (CancelledException e) {
                    return GuardedRemote.none(e, cancellation);
                }
            });
        } catch (PluginCallException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (count == null) {
            throw new CancelledException();
        }
        if (count > own.byteSize()) {
            throw new IOException(name + ": more bytes were read than there was room for");
        }
        if (count > 0) {
            MemorySegment.copy(own, 0, target, 0, count);
        }
        return count;
    }

    /** A plug-in that does not close has nothing left that anybody could wait for. */
    @Override
    public void close() throws IOException {
        try {
            calls.<Boolean, IOException>call(remote, "close", () -> {
                source.close();
                return Boolean.TRUE;
            });
        } catch (PluginCallException e) {
            LOG.warn("{} is left open: {}", name, e.getMessage(), e);
        }
    }
}
