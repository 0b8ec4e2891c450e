package org.reelbench.store.internal.mv;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the file of a store, and says what its exceptions mean. */
final class MvFile {

    private static final Logger LOG = LoggerFactory.getLogger(MvFile.class);
    private static final int CACHE_MB = 8;
    private static final int COPY_BYTES = 4 << 20;

    private MvFile() {
    }

    /** Makes something of an open file. */
    interface Use<T> {
        T of(MVStore file) throws IOException;
    }

    /** Opens a file and reads in it. If it is or was found to be damaged, it is kept aside and a new one takes its place. */
    static <T> T open(Path path, Use<T> use) throws IOException {
        Path file = path.toAbsolutePath();
        Files.createDirectories(file.getParent());
        try {
            if (Files.exists(condemned(file))) {
                if (Files.exists(file)) {
                    setAside(file, "it was found to be damaged when it was used last");
                }
                Files.delete(condemned(file));
            }
            return use(file, use);
        } catch (RuntimeException | AssertionError e) {
            switch (code(e)) {
            case DataUtils.ERROR_FILE_LOCKED -> throw new ChunkStoreException(Reason.IN_USE,
                    file + ": another program, or another part of this one, has this store open", e);
            case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED -> throw new IOException(
                    "the store " + file + " cannot be used (" + e.getMessage() + "); check the disk it lies on", e);
            default -> {
                setAside(file, e.toString());
                return use(file, use);
            }
            }
        }
    }

    private static void setAside(Path file, String why) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + UUID.randomUUID());
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        LOG.error("The store {} is damaged. It begins empty; the damaged file is kept as {}: {}", file, aside, why);
    }

    /** The mark that a file is to be set aside: who has it open cannot move it. */
    private static Path condemned(Path file) {
        return file.resolveSibling(file.getFileName() + ".condemned");
    }

    /** Damage shows as exceptions of many types, or as the library's assertions; a file that is too short as one of reading. */
    private static int code(Throwable e) {
        return e instanceof MVStoreException named && !(e.getCause() instanceof EOFException)
                ? named.getErrorCode()
                : DataUtils.ERROR_FILE_CORRUPT;
    }

    private static <T> T use(Path file, Use<T> use) throws IOException {
        MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().cacheSize(CACHE_MB).open();
        boolean used = false;
        try {
            T result = use.of(store);
            used = true;
            return result;
        } finally {
            if (!used) {
                store.closeImmediately();
            }
        }
    }

    /**
     * Closes a file after a copy without gaps took its place. The library's own clean-up moves chunks about in the file instead, which
     * is known to go wrong after a crash (h2database 4086).
     */
    static void closeWithoutGaps(MVStore file) {
        Path path = Path.of(file.getFileStore().getFileName());
        Path copied = path.resolveSibling(path.getFileName() + ".copied");
        try {
            Files.deleteIfExists(copied);
            copy(file, copied);
            // While this program holds the lock: nobody else may have opened the file in between.
            Files.move(copied, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            file.closeImmediately();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The store {} keeps the room of what was deleted from it: {}", path, e.toString());
            drop(copied);
            file.close();
        }
    }

    private static void drop(Path copied) {
        try {
            Files.deleteIfExists(copied);
        } catch (IOException e) {
            LOG.warn("{} is of no use and can be deleted", copied, e);
        }
    }

    private static void copy(MVStore from, Path path) {
        try (MVStore to = new MVStore.Builder().fileName(path.toString()).autoCommitDisabled().open()) {
            for (String name : from.getMapNames()) {
                MVMap<Object, Object> target = to.openMap(name);
                long bytes = 0;
                for (Map.Entry<Object, Object> entry : from.openMap(name).entrySet()) {
                    target.append(entry.getKey(), entry.getValue());
                    bytes += entry.getValue() instanceof byte[] block ? block.length : 0;
                    if (bytes > COPY_BYTES) {
                        to.commit();
                        bytes = 0;
                    }
                }
            }
        }
    }

    /** Says why an open file failed; if it is damaged, it will be set aside when it is opened next. */
    static IOException failed(MVStore file, RuntimeException e) {
        Path path = Path.of(file.getFileStore().getFileName());
        String remedy = "close the store and open it again";
        IOException failure = new IOException("the store " + path + " cannot be used (" + e.getMessage() + "); " + remedy, e);
        int code = code(e);
        if (code != DataUtils.ERROR_READING_FAILED && code != DataUtils.ERROR_WRITING_FAILED && code != DataUtils.ERROR_CLOSED) {
            try {
                Files.writeString(condemned(path), "");
            } catch (IOException notMarked) {
                failure.addSuppressed(notMarked);
            }
        }
        return failure;
    }
}
