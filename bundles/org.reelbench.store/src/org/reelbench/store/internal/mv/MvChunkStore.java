package org.reelbench.store.internal.mv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.StoreUsage;
import org.reelbench.store.internal.BlockFill;
import org.reelbench.store.internal.BlockSum;
import org.reelbench.store.internal.Ledger;
import org.reelbench.store.internal.Ledger.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store in a file of H2's MVStore: a map of heads and one of blocks with their checksums. What a put writes is noted before,
 * so that it is removed if the program ends in the middle. No thread of its own: it commits when somebody puts or deletes.
 */
public final class MvChunkStore implements ChunkStore {

    private static final Logger LOG = LoggerFactory.getLogger(MvChunkStore.class);
    private static final int SPARE_BYTES = 4 << 20;
    /** What is copied to make a file smaller when it is closed, in a second or two; the gaps of larger ones are filled by what comes. */
    private static final int COPIED_BYTES = 256 << 20;

    private final MVStore file;
    private final Durability durability;
    private final Ledger<Place> ledger;
    private final MVMap<String, String> heads;
    private final MVMap<String, Long> uses;
    private final MVMap<Long, byte[]> blocks;
    private final MVMap<Long, Integer> unfinished;
    private final ReentrantLock lock = new ReentrantLock();
    private long nextBlock;
    private long nextUse;
    private volatile boolean closed;

    private MvChunkStore(MVStore file, StoreSettings settings) throws ChunkStoreException {
        this.file = file;
        this.durability = settings.durability();
        this.ledger = new Ledger<>(settings.quotaBytes());
        heads = file.openMap("heads");
        uses = file.openMap("uses");
        blocks = file.openMap("blocks");
        unfinished = file.openMap("unfinished");
        load();
    }

    /**
     * Opens a store.
     *
     * @param path its file, made if need be
     * @param settings its quota and durability
     * @throws IOException if it is in use or cannot be used
     */
    public static MvChunkStore open(Path path, StoreSettings settings) throws IOException {
        return MvFile.open(path, file -> new MvChunkStore(file, settings));
    }

    /** Does something with the file under the lock. */
    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T locked(Work<T> work) throws IOException {
        lock.lock();
        try {
            requireOpen();
            return work.run();
        } catch (IllegalArgumentException e) {
            // What the caller asked for is wrong, not the file.
            throw e;
        } catch (RuntimeException e) {
            throw MvFile.failed(file, e);
        } finally {
            lock.unlock();
        }
    }

    private void load() throws ChunkStoreException {
        List<Long> begun = new ArrayList<>(unfinished.keyList());
        begun.forEach(this::removeUnfinished);
        List<Entry<Place>> entries = new ArrayList<>();
        for (String id : List.copyOf(heads.keyList())) {
            Optional<Entry<Place>> entry = Place.parse(id, heads.get(id));
            entry.ifPresentOrElse(entries::add, () -> heads.remove(id));
        }
        entries.sort(Comparator.comparingLong(entry -> uses.getOrDefault(entry.id().value(), 0L)));
        entries.forEach(ledger::adopt);
        nextUse = entries.isEmpty() ? 1 : uses.getOrDefault(entries.getLast().id().value(), 0L) + 1;
        Long last = blocks.lastKey();
        nextBlock = last == null ? 0 : last + 1;
        // The quota may be smaller than the last time.
        ledger.reserve("What is kept in the store", 0).forEach(this::removeStored);
        commit();
    }

    @Override
    public boolean put(ChunkId id, ReadableByteChannel bytes, long sizeBytes, Retention retention) throws IOException {
        BlockFill.requireSize(sizeBytes);
        Optional<Entry<Place>> begun = locked(() -> begin(new ChunkHead(id, sizeBytes, retention)));
        if (begun.isEmpty()) {
            return false;
        }
        Entry<Place> entry = begun.get();
        boolean settled = false;
        try {
            write(entry, bytes);
            settled = locked(() -> settle(entry));
            return settled;
        } finally {
            if (!settled) {
                abandon(entry);
            }
        }
    }

    private Optional<Entry<Place>> begin(ChunkHead head) throws ChunkStoreException {
        if (ledger.find(head.id()).isPresent()) {
            return Optional.empty();
        }
        long stored = Place.storedBytes(head.sizeBytes());
        ledger.reserve("The chunk " + head.id(), stored).forEach(this::removeStored);
        Place place = new Place(nextBlock, BlockSum.blocks(head.sizeBytes()));
        nextBlock += place.blocks();
        unfinished.put(place.first(), place.blocks());
        return Optional.of(new Entry<>(head, stored, place));
    }

    private void write(Entry<Place> entry, ReadableByteChannel bytes) throws IOException {
        for (int i = 0; i < entry.place().blocks(); i++) {
            int length = BlockSum.length(entry.head().sizeBytes(), i);
            ByteBuffer stored = ByteBuffer.allocate(length + Integer.BYTES);
            ByteBuffer block = stored.slice(0, length);
            BlockFill.fill(entry.id(), bytes, block);
            stored.putInt(length, BlockSum.of(entry.id(), i, block));
            requireOpen();
            try {
                blocks.put(entry.place().first() + i, stored.array());
            } catch (RuntimeException e) {
                throw MvFile.failed(file, e);
            }
        }
    }

    private boolean settle(Entry<Place> entry) {
        if (ledger.find(entry.id()).isPresent()) {
            return false;
        }
        heads.put(entry.id().value(), Place.text(entry));
        uses.put(entry.id().value(), nextUse++);
        unfinished.remove(entry.place().first());
        commit();
        ledger.settle(entry);
        return true;
    }

    private void abandon(Entry<Place> entry) {
        try {
            locked(() -> {
                ledger.release(entry.storedBytes());
                removeUnfinished(entry.place().first());
                return commit();
            });
        } catch (IOException e) {
            LOG.warn("What was written of the chunk {} is removed when the store is opened next", entry.id(), e);
        }
    }

    private void removeUnfinished(Long first) {
        int count = unfinished.getOrDefault(first, 0);
        removeBlocks(new Place(first, count));
        unfinished.remove(first);
    }

    private void removeStored(Entry<Place> entry) {
        heads.remove(entry.id().value());
        uses.remove(entry.id().value());
        removeBlocks(entry.place());
    }

    private void removeBlocks(Place place) {
        for (int i = 0; i < place.blocks(); i++) {
            try {
                blocks.remove(place.first() + i);
            } catch (RuntimeException e) {
                // Damage lies where the block is. It takes room in the file, and nobody will ask for it again.
                LOG.warn("A damaged block cannot be removed from the store: {}", e.toString());
            }
        }
    }

    private boolean commit() {
        file.commit();
        if (durability == Durability.POWER_CUT) {
            file.sync();
        }
        return true;
    }

    @Override
    public Optional<ChunkReader> open(ChunkId id) throws IOException {
        return locked(() -> {
            Optional<Entry<Place>> entry = ledger.find(id);
            entry.ifPresent(found -> {
                ledger.lease(found);
                // Kept with whatever is committed next: which chunk was used last is worth no writing of its own.
                uses.put(id.value(), nextUse++);
            });
            return entry.map(found -> new MvReader(this, found));
        });
    }

    /** Returns the bytes of a block of a chunk, checked. */
    ByteBuffer block(Entry<Place> entry, int number) throws IOException {
        byte[] stored;
        try {
            stored = blocks.get(entry.place().first() + number);
        } catch (RuntimeException e) {
            // Damage shows as exceptions of many types.
            LOG.debug("A block cannot be read", e);
            requireOpen();
            throw corrupt(entry, number);
        }
        int length = BlockSum.length(entry.head().sizeBytes(), number);
        if (stored == null || stored.length != length + Integer.BYTES) {
            throw corrupt(entry, number);
        }
        ByteBuffer bytes = ByteBuffer.wrap(stored, 0, length);
        if (ByteBuffer.wrap(stored).getInt(length) != BlockSum.of(entry.id(), number, bytes)) {
            throw corrupt(entry, number);
        }
        return bytes;
    }

    private IOException corrupt(Entry<Place> entry, int block) throws IOException {
        return locked(() -> {
            if (!ledger.has(entry)) {
                return new IOException("the chunk " + entry.id() + " was deleted while it was read");
            }
            LOG.warn("The chunk {} is damaged and removed", entry.id());
            ledger.remove(entry.id());
            removeStored(entry);
            commit();
            return new ChunkStoreException(Reason.CORRUPT, entry.id() + ": its bytes from "
                    + (long) block * BlockSum.BLOCK_BYTES + " on are not those that were put; put it again");
        });
    }

    void unlease(Entry<Place> entry) {
        lock.lock();
        try {
            ledger.unlease(entry);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<ChunkHead> head(ChunkId id) throws IOException {
        return locked(() -> ledger.find(id).map(Entry::head));
    }

    @Override
    public boolean delete(ChunkId id) throws IOException {
        return locked(() -> {
            Optional<Entry<Place>> entry = ledger.remove(id);
            entry.ifPresent(found -> {
                removeStored(found);
                commit();
            });
            return entry.isPresent();
        });
    }

    @Override
    public List<ChunkHead> list(String prefix, String after, int limit) throws IOException {
        return locked(() -> ledger.list(prefix, after, limit));
    }

    @Override
    public StoreUsage usage() throws IOException {
        return locked(ledger::usage);
    }

    void requireOpen() throws ChunkStoreException {
        if (closed) {
            throw new ChunkStoreException(Reason.CLOSED, "the store is closed");
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                long used = ledger.usage().usedBytes();
                if (used <= COPIED_BYTES && file.getFileStore().size() > 2 * used + SPARE_BYTES) {
                    MvFile.closeWithoutGaps(file);
                } else {
                    file.close();
                }
            }
        } catch (RuntimeException e) {
            throw MvFile.failed(file, e);
        } finally {
            lock.unlock();
        }
    }
}
