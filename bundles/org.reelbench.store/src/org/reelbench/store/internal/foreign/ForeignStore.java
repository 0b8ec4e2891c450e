package org.reelbench.store.internal.foreign;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreUsage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store of somebody else's, called through the guard; closed when its provider goes. For every thread. */
public final class ForeignStore implements ChunkStore {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignStore.class);

    private final ChunkStore inner;
    private final Object provider;
    private final PluginCalls calls;
    private final long quotaBytes;
    private final Consumer<ForeignStore> whenClosed;
    private volatile boolean closed;
    private volatile boolean lost;

    ForeignStore(ChunkStore inner, Object provider, PluginCalls calls, long quotaBytes, Consumer<ForeignStore> whenClosed) {
        this.inner = inner;
        this.provider = provider;
        this.calls = calls;
        this.quotaBytes = quotaBytes;
        this.whenClosed = whenClosed;
    }

    /**
     * Tells whether its provider has gone, so that it cannot be used any more and may be opened anew.
     *
     * @return true if it has
     */
    public boolean isLost() {
        return lost;
    }

    /** The provider goes. */
    void lose() {
        lost = true;
        try {
            close();
        } catch (IOException e) {
            LOG.warn("a chunk store was not closed well when its plug-in went: {}", e.getMessage());
        }
    }

    /** Calls whoever brought the store, on a thread of the guard's. */
    <T> T call(String what, PluginCalls.Call<T, IOException> call) throws IOException {
        if (closed) {
            throw lost
                    ? new ChunkStoreException(Reason.NO_PROVIDER, "the plug-in that brought the chunk store has gone")
                    : new ChunkStoreException(Reason.CLOSED, "the chunk store is closed");
        }
        return guarded(what, call);
    }

    /** Closes a reader, also one of a store that is closed. */
    void closing(ChunkReader reader) throws IOException {
        guarded("close", () -> {
            reader.close();
            return true;
        });
    }

    private <T> T guarded(String what, PluginCalls.Call<T, IOException> call) throws IOException {
        try {
            return calls.call(provider, what, call);
        } catch (PluginCallException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public boolean put(ChunkId id, ReadableByteChannel bytes, long sizeBytes, Retention retention) throws IOException {
        if (sizeBytes < 0 || sizeBytes > MAX_CHUNK_BYTES) {
            throw new IllegalArgumentException("a chunk has 0 to " + MAX_CHUNK_BYTES + " bytes, not " + sizeBytes);
        }
        if (sizeBytes > quotaBytes) {
            throw new ChunkStoreException(Reason.FULL, id + " is larger than all the store may hold");
        }
        try (LentChannel lent = new LentChannel(bytes, sizeBytes, calls)) {
            return call("put", () -> inner.put(id, lent, sizeBytes, retention));
        }
    }

    @Override
    public Optional<ChunkReader> open(ChunkId id) throws IOException {
        return call("open", () -> inner.open(id).map(reader -> new ForeignReader(reader, reader.sizeBytes(), this)));
    }

    @Override
    public Optional<ChunkHead> head(ChunkId id) throws IOException {
        return call("head", () -> inner.head(id));
    }

    @Override
    public boolean delete(ChunkId id) throws IOException {
        return call("delete", () -> inner.delete(id));
    }

    @Override
    public List<ChunkHead> list(String prefix, String after, int limit) throws IOException {
        return List.copyOf(call("list", () -> inner.list(prefix, after, limit)));
    }

    @Override
    public StoreUsage usage() throws IOException {
        return call("usage", inner::usage);
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            whenClosed.accept(this);
            guarded("close", () -> {
                inner.close();
                return true;
            });
        }
    }
}
