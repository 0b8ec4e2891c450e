package org.reelbench.project.internal.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Replaces a text file whole or not at all: new file beside it, bytes to the disk, rename, folder to the disk.
 * <p>
 * After a failure, a crash or a power cut the file is the old one or the new one, never a part of either.
 */
public final class AtomicSave {

    private final FileOperations operations;

    /** Creates the saver for a disk. */
    public AtomicSave(FileOperations operations) {
        this.operations = operations;
    }

    /** Creates the saver for the real disk. */
    public AtomicSave() {
        this(new FileOperations());
    }

    /** What is to be written. */
    public interface Content {

        /** Writes the text that the target is to hold; neither flushes nor closes. */
        void writeTo(Path target, Writer out) throws IOException;

        /** Is told what was written, when it is on the disk and has not taken the place of the old file yet. */
        default void written(Path target, FileStamp stamp) throws IOException {
            // Most only want to have written it.
        }
    }

    /**
     * Saves.
     *
     * @return what the file is now
     * @throws IOException if nothing was saved, with a message for a person; what the content threw otherwise is passed on
     */
    public FileStamp save(Path file, Content content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new FileSystemException(file.toString(), null, "this is a folder: choose a file name for the project");
        }
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(file.toString(), null, "the folder does not exist: create it, or choose another");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(file.toString(), null, "the file is write-protected: save under another name");
        }
        // The name is short and says nothing of the project's, which may be as long as the file system allows.
        Path temporary = folder.resolve(".reelbench-" + UUID.randomUUID() + ".tmp");
        FileStamp stamp;
        try {
            stamp = replace(target, temporary, content);
        } catch (IOException e) {
            throw failed(file, "was not saved; the file is as it was before", e);
        }
        try {
            operations.forceFolder(folder);
        } catch (IOException e) {
            throw failed(file, "was saved, but may be lost in a power cut; save it again", e);
        }
        return stamp;
    }

    private FileStamp replace(Path target, Path temporary, Content content) throws IOException {
        boolean replaced = false;
        try {
            FileStamp stamp = operations.write(temporary, out -> content.writeTo(target, out));
            if (Files.exists(target)) {
                operations.copyPermissions(target, temporary);
            }
            content.written(target, stamp);
            operations.replace(temporary, target);
            replaced = true;
            return stamp;
        } finally {
            if (!replaced) {
                operations.delete(temporary);
            }
        }
    }

    private static IOException failed(Path file, String what, IOException cause) {
        String reason = cause instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : cause.getMessage();
        FileSystemException failure = new FileSystemException(file.toString(), null, what + ": " + reason);
        failure.initCause(cause);
        return failure;
    }
}
