package org.reelbench.store.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreUsage;

/**
 * Which chunks there are, what they take, and which go first. Room is reserved before anything is written, so that what is
 * stored and what is being written never exceed the quota together. Not for several threads: its store holds a lock.
 *
 * @param <P> where the store finds a chunk
 */
public final class Ledger<P> {

    /**
     * A chunk in the store.
     *
     * @param <P> where the store finds it
     */
    public static final class Entry<P> {

        private final ChunkHead head;
        private final long storedBytes;
        private final P place;
        private int readers;

        /**
         * Creates an entry.
         *
         * @param head the chunk
         * @param storedBytes what it takes, with all that belongs to it
         * @param place where it is
         */
        public Entry(ChunkHead head, long storedBytes, P place) {
            this.head = head;
            this.storedBytes = storedBytes;
            this.place = place;
        }

        /** Returns the chunk. */
        public ChunkHead head() {
            return head;
        }

        /** Returns its id. */
        public ChunkId id() {
            return head.id();
        }

        /** Returns where it is. */
        public P place() {
            return place;
        }

        /** Returns what it takes. */
        public long storedBytes() {
            return storedBytes;
        }
    }

    private final long quotaBytes;
    private final NavigableMap<String, Entry<P>> byId = new TreeMap<>();
    private final Map<ChunkId, Entry<P>> evictable = new LinkedHashMap<>(16, 0.75f, true);
    private long storedBytes;
    private long reservedBytes;

    /**
     * Creates an empty ledger.
     *
     * @param quotaBytes what all chunks may take
     */
    public Ledger(long quotaBytes) {
        this.quotaBytes = quotaBytes;
    }

    /** Finds a chunk. */
    public Optional<Entry<P>> find(ChunkId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    /** Tells whether an entry is still the one of its id. */
    public boolean has(Entry<P> entry) {
        return byId.get(entry.id().value()) == entry;
    }

    /** Adds a chunk that was stored before this ledger was made; it counts as used last. */
    public void adopt(Entry<P> entry) {
        remove(entry.id());
        byId.put(entry.id().value(), entry);
        storedBytes += entry.storedBytes;
        if (entry.head.retention() == Retention.EVICTABLE) {
            evictable.put(entry.id(), entry);
        }
    }

    /**
     * Reserves room, and takes out what must go for it.
     *
     * @return the chunks that are not in the ledger any more; the caller removes their bytes before it writes
     * @throws ChunkStoreException if there is not so much room; nothing was taken out
     */
    public List<Entry<P>> reserve(String what, long bytes) throws ChunkStoreException {
        List<Entry<P>> victims = new ArrayList<>();
        // Compared without adding, because a hostile size would overflow.
        long free = quotaBytes - storedBytes - reservedBytes;
        for (Entry<P> entry : evictable.values()) {
            if (free >= bytes) {
                break;
            }
            if (entry.readers == 0) {
                victims.add(entry);
                free += entry.storedBytes;
            }
        }
        if (free < bytes) {
            throw new ChunkStoreException(Reason.FULL, what + " needs " + bytes + " bytes, and the quota of " + quotaBytes
                    + " leaves " + free + "; delete something, or give the store more room");
        }
        victims.forEach(victim -> remove(victim.id()));
        reservedBytes += bytes;
        return victims;
    }

    /** Gives reserved room back. */
    public void release(long bytes) {
        reservedBytes -= bytes;
    }

    /** Adds a chunk that was written into room reserved for it. */
    public void settle(Entry<P> entry) {
        release(entry.storedBytes);
        adopt(entry);
    }

    /** Takes a chunk out. */
    public Optional<Entry<P>> remove(ChunkId id) {
        Entry<P> entry = byId.remove(id.value());
        if (entry == null) {
            return Optional.empty();
        }
        storedBytes -= entry.storedBytes;
        evictable.remove(id);
        return Optional.of(entry);
    }

    /** Notes that somebody reads a chunk: it is used last, and stays until {@link #unlease}. */
    public void lease(Entry<P> entry) {
        entry.readers++;
        evictable.get(entry.id());
    }

    /** Notes that a reader of a chunk is closed. */
    public void unlease(Entry<P> entry) {
        entry.readers--;
    }

    /** Returns the chunks that may be evicted, the one to go first first. */
    public List<Entry<P>> evictable() {
        return List.copyOf(evictable.values());
    }

    /** Returns all chunks in the order of their ids. */
    public List<Entry<P>> all() {
        return List.copyOf(byId.values());
    }

    /** Lists chunks as {@link org.reelbench.store.ChunkStore#list} does. */
    public List<ChunkHead> list(String prefix, String after, int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("the limit must be above 0, not " + limit);
        }
        NavigableMap<String, Entry<P>> rest = after.compareTo(prefix) < 0
                ? byId.tailMap(prefix, true)
                : byId.tailMap(after, false);
        return rest.values().stream().takeWhile(entry -> entry.id().value().startsWith(prefix)).limit(limit).map(Entry::head)
                .toList();
    }

    /** Tells how full the store is. */
    public StoreUsage usage() {
        return new StoreUsage(byId.size(), storedBytes + reservedBytes, quotaBytes);
    }
}
