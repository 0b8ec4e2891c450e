package org.reelbench.media.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.LongConsumer;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.DiskSpace;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;

/** Copies one file: a name of its own, bytes to the disk, fingerprint compared, then the real name. */
public final class VerifiedCopy {

    private static final long STEP_BYTES = 4 << 20;
    private static final String PREFIX = ".reelbench-";
    private static final String SUFFIX = ".part";

    private VerifiedCopy() {
    }

    /**
     * Copies a file.
     *
     * @param source the file
     * @param target its copy, which does not exist yet
     * @param fingerprint what both must have
     * @param cancellation asks to stop
     * @param progress is told how many bytes are copied
     * @throws MediaException if it cannot be read or written, or the source is not what it was any more
     */
    public static void of(Path source, Path target, String fingerprint, Cancellation cancellation, LongConsumer progress)
            throws MediaException {
        Path part = target.resolveSibling(PREFIX + UUID.randomUUID() + SUFFIX);
        try {
            try {
                copy(source, part, cancellation, progress);
                verify(source, part, fingerprint);
                Files.setLastModifiedTime(part, Files.getLastModifiedTime(source));
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /**
     * Removes what copies left that a crash or a power cut ended.
     *
     * @param folder where they were made
     * @throws IOException if the folder cannot be read or changed
     */
    public static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void copy(Path source, Path part, Cancellation cancellation, LongConsumer progress)
            throws IOException, MediaException {
        try (FileChannel in = open(source);
                FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = in.size();
            for (long position = 0; position < size;) {
                cancellation.check();
                long count = in.transferTo(position, Math.min(STEP_BYTES, size - position), out);
                if (count <= 0) {
                    throw changed(source);
                }
                position += count;
                progress.accept(position);
            }
            out.force(true);
        }
    }

    private static FileChannel open(Path source) throws MediaException {
        try {
            return FileChannel.open(source, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, source.toString(),
                    "it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static void verify(Path source, Path part, String fingerprint) throws IOException, MediaException {
        try (ByteSource copied = FileByteSource.open(part)) {
            if (!MediaFingerprint.of(copied).equals(fingerprint)) {
                throw changed(source);
            }
        }
    }

    private static MediaException changed(Path source) {
        return new MediaException(MediaException.Reason.UNREADABLE, source.toString(),
                "it changed while it was copied; try again when it is whole");
    }

    private static MediaException failure(Path target, IOException e) {
        Path folder = target.toAbsolutePath().getParent();
        boolean full = DiskSpace.freeBytes(folder).orElse(Long.MAX_VALUE) < STEP_BYTES;
        return full
                ? new MediaException(MediaException.Reason.DISK_FULL, target.toString(), "the disk is full; make room", e)
                : new MediaException(MediaException.Reason.UNWRITABLE, target.toString(),
                        "it cannot be written (" + e.getMessage() + ")", e);
    }
}
