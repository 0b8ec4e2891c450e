package org.reelbench.remote.internal;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.store.CacheStore;

/** What reading remote media takes: connections, their threads and the cache, all made when first needed. For every thread. */
final class RemoteReading implements AutoCloseable {

    private final Limits limits;
    private final CacheStore store;
    private final RemoteTraffic traffic = new RemoteTraffic();
    private final ChunkCache cache;
    private @Nullable ExecutorService threads;
    private @Nullable RangeClient client;
    private boolean closed;

    RemoteReading(CacheStore store, Limits limits) {
        this.store = store;
        this.limits = limits;
        this.cache = new ChunkCache(store, traffic);
    }

    RemoteTraffic traffic() {
        return traffic;
    }

    ByteSource open(URI address, AllowedHosts allowed, Cancellation cancellation) throws IOException {
        // Refused before anything is made for it.
        RemoteAddress.check(address, allowed);
        return new RemoteByteSource(RemoteFile.open(client(), address, allowed, cancellation), cache);
    }

    private synchronized RangeClient client() throws IOException {
        if (closed) {
            throw new IOException("the part that reads remote media was stopped");
        }
        RangeClient known = client;
        if (known == null) {
            ExecutorService executor = Executors
                    .newCachedThreadPool(task -> Thread.ofPlatform().daemon().name("reelbench-remote").unstarted(task));
            known = new RangeClient(executor, limits, traffic);
            threads = executor;
            client = known;
        }
        return known;
    }

    /** Ends all requests and closes the cache; sources that are still open cannot be read any more. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (client != null) {
            client.close();
        }
        if (threads != null) {
            threads.shutdown();
        }
        store.close();
    }
}
