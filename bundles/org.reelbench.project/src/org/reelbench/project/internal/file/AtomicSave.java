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

    AtomicSave(FileOperations operations) {
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
    }

    /**
     * Saves.
     *
     * @throws IOException if nothing was saved, with a message for a person; what the content threw otherwise is passed on
     */
    public void save(Path file, Content content) throws IOException {
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
        try {
            replace(target, temporary, content);
        } catch (IOException e) {
            throw failed(file, "was not saved; the file is as it was before", e);
        }
        try {
            operations.forceFolder(folder);
        } catch (IOException e) {
            throw failed(file, "was saved, but may be lost in a power cut; save it again", e);
        }
    }

    private void replace(Path target, Path temporary, Content content) throws IOException {
        boolean replaced = false;
        try {
            operations.write(temporary, out -> content.writeTo(target, out));
            if (Files.exists(target)) {
                operations.copyPermissions(target, temporary);
            }
            operations.replace(temporary, target);
            replaced = true;
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
