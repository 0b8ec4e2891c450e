package org.reelbench.remote.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.store.CacheStore;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chunks of remote media: from the store if it has them, else from their server, once however many ask for them at a time. A
 * store that fails makes reading slower and nothing worse. For every thread.
 */
final class ChunkCache {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkCache.class);
    private static final long STEP_MS = 50;

    private final CacheStore store;
    private final RemoteTraffic traffic;
    private final Map<ChunkId, CompletableFuture<byte[]>> underWay = new ConcurrentHashMap<>();
    private final AtomicBoolean complained = new AtomicBoolean();

    ChunkCache(CacheStore store, RemoteTraffic traffic) {
        this.store = store;
        this.traffic = traffic;
    }

    /** Reads out of the store; returns false if it does not have the chunk. */
    boolean read(RemoteFile file, long chunk, int within, MemorySegment target) {
        Optional<ChunkStore> open = store.get();
        if (open.isEmpty()) {
            return false;
        }
        try (ChunkReader reader = open.get().open(id(file, chunk)).orElse(null)) {
            if (reader == null || reader.sizeBytes() != file.sizeOfChunkBytes(chunk)
                    || reader.read(within, target.asByteBuffer()) != target.byteSize()) {
                return false;
            }
            traffic.hit();
            return true;
        } catch (ChunkStoreException e) {
            // Damage costs asking again.
            LOG.debug("A chunk of {} is not taken from the cache", file.name(), e);
            return false;
        } catch (IOException e) {
            complain(e);
            return false;
        }
    }

    /**
     * Returns a whole chunk that the store does not have, and puts it there.
     *
     * @throws IOException if its server does not give it
     * @throws CancelledException if somebody asked to stop
     */
    byte[] fetch(RemoteFile file, long chunk, Cancellation cancellation) throws IOException {
        ChunkId id = id(file, chunk);
        while (true) {
            CompletableFuture<byte[]> mine = new CompletableFuture<>();
            CompletableFuture<byte[]> others = underWay.putIfAbsent(id, mine);
            if (others == null) {
                return fetch(file, chunk, id, mine, cancellation);
            }
            Optional<byte[]> found = await(others, cancellation);
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    private byte[] fetch(RemoteFile file, long chunk, ChunkId id, CompletableFuture<byte[]> result, Cancellation cancellation)
            throws IOException {
        try {
            byte[] bytes = file.fetch(chunk, cancellation);
            traffic.miss();
            keep(id, bytes);
            result.complete(bytes);
            return bytes;
        } finally {
            underWay.remove(id, result);
            // Whoever waits for an answer that did not come asks for himself: the failure may have been this caller's own.
            result.cancel(false);
        }
    }

    private static Optional<byte[]> await(CompletableFuture<byte[]> others, Cancellation cancellation) throws RemoteFailure {
        try {
            while (true) {
                cancellation.check();
                try {
                    return Optional.of(others.get(STEP_MS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    // looked at the token's next turn
                    continue;
                }
            }
        } catch (ExecutionException | CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RemoteFailure.lasting(Reason.UNREADABLE, "reading it was interrupted");
        }
    }

    private void keep(ChunkId id, byte[] bytes) {
        Optional<ChunkStore> open = store.get();
        if (open.isPresent()) {
            try {
                open.get().put(id, Channels.newChannel(new ByteArrayInputStream(bytes)), bytes.length, Retention.EVICTABLE);
            } catch (IOException e) {
                complain(e);
            }
        }
    }

    private void complain(IOException e) {
        if (complained.compareAndSet(false, true)) {
            LOG.warn("Remote media are read without their cache: {}", e.getMessage());
        }
    }

    private static ChunkId id(RemoteFile file, long chunk) {
        return new ChunkId(String.format("%s-%011x", file.key(), chunk));
    }
}
