package org.example.reelbench;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.Retention;

/** The chunks of one store, the one used last at the end; they stay while the store is closed. Every method holds the lock. */
final class Shelf {

    private final LinkedHashMap<ChunkId, Kept> chunks = new LinkedHashMap<>();
    private final LongConsumer changed;
    private long usedBytes;
    private boolean taken;

    Shelf(LongConsumer changed) {
        this.changed = changed;
    }

    /** A chunk, and how many read it now: so long it is not evicted. */
    static final class Kept {

        private final byte[] bytes;
        private final long sum;
        private final Retention retention;
        private int readers;

        Kept(byte[] bytes, Retention retention) {
            this.bytes = bytes;
            this.sum = sum(bytes);
            this.retention = retention;
        }

        byte[] bytes() {
            return bytes;
        }

        private static long sum(byte[] bytes) {
            CRC32C sum = new CRC32C();
            sum.update(bytes);
            return sum.getValue();
        }
    }

    /** Takes the shelf for one store; what does not fit its quota goes. */
    synchronized void take(long quotaBytes) throws ChunkStoreException {
        if (taken) {
            throw new ChunkStoreException(Reason.IN_USE, "the store in memory is open already");
        }
        taken = true;
        evict(quotaBytes);
    }

    synchronized void leave() {
        taken = false;
    }

    private void use(long moreBytes) {
        usedBytes += moreBytes;
        changed.accept(moreBytes);
    }

    private void evict(long leftBytes) {
        Iterator<Kept> oldest = chunks.values().iterator();
        while (usedBytes > leftBytes && oldest.hasNext()) {
            Kept kept = oldest.next();
            if (kept.retention == Retention.EVICTABLE && kept.readers == 0) {
                oldest.remove();
                use(-kept.bytes.length);
            }
        }
    }

    /** Makes room before a byte is read, and takes it; nothing goes for what does not fit all the same. */
    synchronized void reserve(ChunkId id, long bytes, long quotaBytes) throws ChunkStoreException {
        long stays = usedBytes;
        for (Kept kept : chunks.values()) {
            stays -= kept.retention == Retention.EVICTABLE && kept.readers == 0 ? kept.bytes.length : 0;
        }
        if (stays + bytes > quotaBytes) {
            throw new ChunkStoreException(Reason.FULL, id + " does not fit into the store in memory; delete something");
        }
        evict(quotaBytes - bytes);
        use(bytes);
    }

    synchronized void giveBack(long bytes) {
        use(-bytes);
    }

    /** Puts what room was reserved for, if nobody else has meanwhile. */
    synchronized boolean put(ChunkId id, byte[] bytes, Retention retention) {
        return chunks.putIfAbsent(id, new Kept(bytes, retention)) == null;
    }

    /** A chunk to be read, which counts as used. */
    synchronized @Nullable Kept open(ChunkId id) throws ChunkStoreException {
        Kept kept = chunks.get(id);
        if (kept != null && Kept.sum(kept.bytes) != kept.sum) {
            delete(id);
            throw new ChunkStoreException(Reason.CORRUPT, id + " is damaged; it is gone now and can be put again");
        }
        if (kept != null) {
            kept.readers++;
            chunks.remove(id);
            chunks.put(id, kept);
        }
        return kept;
    }

    synchronized void close(Kept kept) {
        kept.readers--;
    }

    /** What is known of one, which does not count as using it. */
    synchronized @Nullable ChunkHead head(ChunkId id) {
        Kept kept = chunks.get(id);
        return kept == null ? null : new ChunkHead(id, kept.bytes.length, kept.retention);
    }

    synchronized List<ChunkId> ids() {
        return List.copyOf(chunks.keySet());
    }

    synchronized int size() {
        return chunks.size();
    }

    synchronized boolean delete(ChunkId id) {
        Kept kept = chunks.remove(id);
        if (kept != null) {
            use(-kept.bytes.length);
        }
        return kept != null;
    }

    synchronized long usedBytes() {
        return usedBytes;
    }

    synchronized void spoil(ChunkId id, int position) {
        Kept kept = chunks.get(id);
        if (kept != null) {
            kept.bytes[position] ^= 4;
        }
    }
}
