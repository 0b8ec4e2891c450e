package org.reelbench.store.internal.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.internal.Ledger.Entry;

/**
 * Where the files of chunks lie: in up to 256 folders, because a folder of very many files is slow, under names that say id and
 * retention. The prefix keeps ids apart from names that a system claims for itself, such as {@code con}.
 */
final class ChunkFolder {

    private static final String PREFIX = "c-";
    private static final String KEPT = ".kept";
    private static final String EVICTABLE = ".chunk";
    private static final int FOLDERS = 256;

    private final DiskCalls disk;
    private final Path root;
    private final Path temporary;

    private ChunkFolder(DiskCalls disk, Path root) {
        this.disk = disk;
        this.root = root;
        this.temporary = root.resolve("tmp");
    }

    /** Opens the folder, and removes what a crash left half-written. */
    static ChunkFolder open(DiskCalls disk, Path root) throws IOException {
        ChunkFolder folder = new ChunkFolder(disk, root);
        Files.createDirectories(folder.temporary);
        for (Path left : list(folder.temporary)) {
            disk.delete(left);
        }
        return folder;
    }

    /** Finds all chunks; a file that is no chunk is removed if its name says that it ought to be one. */
    List<Entry<Path>> chunks() throws IOException {
        List<Entry<Path>> chunks = new ArrayList<>();
        for (int i = 0; i < FOLDERS; i++) {
            if (!Files.isDirectory(part(i))) {
                continue;
            }
            for (Path file : list(part(i))) {
                Optional<ChunkHead> head = head(file);
                if (head.isPresent()) {
                    chunks.add(new Entry<>(head.get(), ChunkFile.length(head.get().sizeBytes()), file));
                } else if (file.getFileName().toString().startsWith(PREFIX)) {
                    disk.delete(file);
                }
            }
        }
        return chunks;
    }

    /** Returns where a chunk belongs. */
    Path file(ChunkId id, Retention retention) {
        return part(Math.floorMod(id.value().hashCode(), FOLDERS))
                .resolve(PREFIX + id + (retention == Retention.KEPT ? KEPT : EVICTABLE));
    }

    /** Makes the folder of a chunk if it is the first one in it. */
    void makeRoom(Path file, Durability durability) throws IOException {
        Path part = file.getParent();
        if (!Files.isDirectory(part)) {
            Files.createDirectory(part);
            if (durability == Durability.POWER_CUT) {
                forceNew(part);
            }
        }
    }

    private void forceNew(Path part) throws IOException {
        boolean forced = false;
        try {
            disk.forceFolder(root);
            forced = true;
        } finally {
            if (!forced) {
                // The next one to come must try again.
                Files.deleteIfExists(part);
            }
        }
    }

    /** Returns a file that nobody else writes. */
    Path newTemporary() {
        return temporary.resolve(UUID.randomUUID().toString());
    }

    private Path part(int number) {
        return root.resolve(String.format("%02x", number));
    }

    private Optional<ChunkHead> head(Path file) throws IOException {
        String name = file.getFileName().toString();
        boolean kept = name.endsWith(KEPT);
        if (!name.startsWith(PREFIX) || !kept && !name.endsWith(EVICTABLE)) {
            return Optional.empty();
        }
        long size = ChunkFile.sizeOf(Files.size(file));
        try {
            ChunkId id = new ChunkId(name.substring(PREFIX.length(), name.length() - (kept ? KEPT : EVICTABLE).length()));
            Retention retention = kept ? Retention.KEPT : Retention.EVICTABLE;
            return size >= 0 && file.equals(file(id, retention))
                    ? Optional.of(new ChunkHead(id, size, retention))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // A name that this store never gives.
            return Optional.empty();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
        }
        return files;
    }
}
