package org.reelbench.media;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How much room a disk has.
 * <p>
 * Without state, safe for every thread; asks the operating system, so not on the UI thread.
 */
public final class DiskSpace {

    private DiskSpace() {
    }

    /**
     * Tells how much this user may still write to the disk that a folder is on. Not by
     * {@link java.nio.file.FileStore}, which does not find the disk where another root hides the mounts, as in containers.
     *
     * @param folder the folder; of one that does not exist the nearest one above it that does is meant
     * @return the bytes, 0 where the disk is full, or empty where that is not known
     */
    public static OptionalLong freeBytes(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        File disk = existing.toFile();
        return freeBytes(disk.getUsableSpace(), disk.getTotalSpace());
    }

    /** Both are 0 where the system does not tell; no disk is of no size at all. */
    static OptionalLong freeBytes(long usableBytes, long totalBytes) {
        return usableBytes == 0 && totalBytes == 0 ? OptionalLong.empty() : OptionalLong.of(usableBytes);
    }
}
