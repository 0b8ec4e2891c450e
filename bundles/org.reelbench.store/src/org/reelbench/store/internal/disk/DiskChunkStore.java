package org.reelbench.store.internal.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

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
import org.reelbench.store.internal.Ledger;
import org.reelbench.store.internal.Ledger.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store in a folder. The lock is held to look things up and to give files their names or take them away, never while bytes
 * are read or written.
 */
public final class DiskChunkStore implements ChunkStore {

    private static final Logger LOG = LoggerFactory.getLogger(DiskChunkStore.class);

    private final DiskCalls disk;
    private final FolderLock folderLock;
    private final ChunkFolder folder;
    private final UseOrder order;
    private final Ledger<Path> ledger;
    private final Durability durability;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;

    private DiskChunkStore(DiskCalls disk, Path root, FolderLock folderLock, StoreSettings settings) throws IOException {
        this.disk = disk;
        this.folderLock = folderLock;
        this.folder = ChunkFolder.open(disk, root);
        this.order = new UseOrder(disk, root.resolve("index.txt"));
        this.ledger = new Ledger<>(settings.quotaBytes());
        this.durability = settings.durability();
        load();
    }

    /**
     * Opens a store.
     *
     * @param root its folder, made if need be
     * @param settings its quota and durability
     * @throws IOException if it is in use or cannot be used
     */
    public static DiskChunkStore open(Path root, StoreSettings settings) throws IOException {
        return open(new DiskCalls(), root, settings);
    }

    static DiskChunkStore open(DiskCalls disk, Path root, StoreSettings settings) throws IOException {
        Path folder = root.toAbsolutePath();
        Files.createDirectories(folder);
        FolderLock taken = FolderLock.take(folder);
        try {
            return new DiskChunkStore(disk, folder, taken, settings);
        } catch (IOException | RuntimeException e) {
            try (taken) {
                throw e;
            }
        }
    }

    /** Chunks that the index does not know were put last, as far as anybody can tell: they go last. */
    private void load() throws IOException {
        Map<String, Entry<Path>> found = new HashMap<>();
        for (Entry<Path> entry : folder.chunks()) {
            Entry<Path> twin = found.put(entry.id().value(), entry);
            if (twin != null) {
                // A crash between putting a chunk and taking another away that had its id: either is right.
                disk.delete(twin.place());
            }
        }
        List<String> ids = new ArrayList<>(order.read());
        ids.retainAll(found.keySet());
        for (String id : ids) {
            ledger.adopt(found.remove(id));
        }
        found.values().stream().sorted((one, other) -> one.id().compareTo(other.id())).forEach(entry -> {
            ledger.adopt(entry);
            ids.add(entry.id().value());
        });
        // The quota may be smaller than the last time.
        for (Entry<Path> victim : ledger.reserve("What is kept in the store", 0)) {
            disk.delete(victim.place());
            ids.remove(victim.id().value());
        }
        order.begin(ids);
    }

    @Override
    public boolean put(ChunkId id, ReadableByteChannel bytes, long sizeBytes, Retention retention) throws IOException {
        BlockFill.requireSize(sizeBytes);
        long stored = ChunkFile.length(sizeBytes);
        if (!reserve(id, stored)) {
            return false;
        }
        Path temporary = folder.newTemporary();
        boolean settled = false;
        try {
            ChunkFile.write(disk, temporary, id, bytes, sizeBytes, durability);
            Entry<Path> entry = new Entry<>(new ChunkHead(id, sizeBytes, retention), stored, folder.file(id, retention));
            settled = settle(entry, temporary);
            if (settled && durability == Durability.POWER_CUT) {
                makeDurable(entry);
            }
            return settled;
        } finally {
            if (!settled) {
                abandon(temporary, stored);
            }
        }
    }

    private boolean reserve(ChunkId id, long stored) throws IOException {
        lock.lock();
        try {
            requireOpen();
            if (ledger.find(id).isPresent()) {
                return false;
            }
            List<Entry<Path>> victims = ledger.reserve("The chunk " + id, stored);
            for (int i = 0; i < victims.size(); i++) {
                try {
                    disk.delete(victims.get(i).place());
                    order.removed(victims.get(i).id().value());
                } catch (IOException e) {
                    // Still there, so still counted.
                    victims.subList(i, victims.size()).forEach(ledger::adopt);
                    ledger.release(stored);
                    throw e;
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a chunk its name; false if somebody else has put one of the same id meanwhile. */
    private boolean settle(Entry<Path> entry, Path temporary) throws IOException {
        lock.lock();
        try {
            requireOpen();
            if (ledger.find(entry.id()).isPresent()) {
                return false;
            }
            folder.makeRoom(entry.place(), durability);
            disk.move(temporary, entry.place());
            ledger.settle(entry);
            order.used(entry.id().value());
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void makeDurable(Entry<Path> entry) throws IOException {
        try {
            disk.forceFolder(entry.place().getParent());
        } catch (IOException e) {
            // Whoever put it is told that it was not stored.
            drop(entry);
            throw e;
        }
    }

    private void abandon(Path temporary, long stored) {
        try {
            disk.delete(temporary);
        } catch (IOException e) {
            // Its room stays reserved, as it is still taken.
            LOG.warn("A file that was not finished stays until the next start: {} ({})", temporary, e.toString());
            return;
        }
        lock.lock();
        try {
            ledger.release(stored);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<ChunkReader> open(ChunkId id) throws IOException {
        Optional<Entry<Path>> entry = lease(id);
        return entry.isEmpty() ? Optional.empty() : open(entry.get());
    }

    private Optional<Entry<Path>> lease(ChunkId id) throws IOException {
        lock.lock();
        try {
            requireOpen();
            Optional<Entry<Path>> entry = ledger.find(id);
            entry.ifPresent(found -> {
                ledger.lease(found);
                order.used(id.value());
            });
            return entry;
        } finally {
            lock.unlock();
        }
    }

    private Optional<ChunkReader> open(Entry<Path> entry) throws IOException {
        boolean opened = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(entry.place());
            Optional<ChunkFile> file = ChunkFile.read(channel, entry.id());
            if (file.isEmpty()) {
                throw corrupt(entry, "its file is damaged or cut short");
            }
            opened = true;
            return Optional.of(new DiskReader(this, entry, channel, file.get()));
        } catch (NoSuchFileException e) {
            LOG.warn("The file of the chunk {} was taken away by somebody else", entry.id());
            drop(entry);
            return Optional.empty();
        } finally {
            if (!opened) {
                unlease(entry);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /** Takes a damaged chunk out of the store, and says so. */
    ChunkStoreException corrupt(Entry<Path> entry, String how) {
        LOG.warn("The chunk {} is damaged and removed: {}", entry.id(), how);
        ChunkStoreException damage = new ChunkStoreException(Reason.CORRUPT, entry.id() + ": " + how + "; put it again");
        try {
            drop(entry);
        } catch (IOException e) {
            damage.addSuppressed(e);
        }
        return damage;
    }

    /** Removes a chunk, unless another of the same id is in its place already. */
    private boolean drop(Entry<Path> entry) throws IOException {
        lock.lock();
        try {
            if (closed || !ledger.has(entry)) {
                return false;
            }
            disk.delete(entry.place());
            ledger.remove(entry.id());
            order.removed(entry.id().value());
            return true;
        } finally {
            lock.unlock();
        }
    }

    void unlease(Entry<Path> entry) {
        lock.lock();
        try {
            ledger.unlease(entry);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<ChunkHead> head(ChunkId id) throws IOException {
        lock.lock();
        try {
            requireOpen();
            return ledger.find(id).map(Entry::head);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean delete(ChunkId id) throws IOException {
        lock.lock();
        try {
            requireOpen();
            Optional<Entry<Path>> entry = ledger.find(id);
            return entry.isPresent() && drop(entry.get());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<ChunkHead> list(String prefix, String after, int limit) throws IOException {
        lock.lock();
        try {
            requireOpen();
            return ledger.list(prefix, after, limit);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public StoreUsage usage() throws IOException {
        lock.lock();
        try {
            requireOpen();
            return ledger.usage();
        } finally {
            lock.unlock();
        }
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
                try (folderLock) {
                    order.close();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
