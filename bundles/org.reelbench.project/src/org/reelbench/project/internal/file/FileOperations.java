package org.reelbench.project.internal.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * What a save asks of the disk, one method per step that can fail; tests make the steps fail.
 */
class FileOperations {

    /** Writes a text. */
    interface Text {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes a new file and waits until its bytes are on the disk. */
    void write(Path file, Text text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Writer encoder = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
                Writer writer = new BufferedWriter(encoder, 1 << 16)) {
            text.writeTo(writer);
            writer.flush();
            channel.force(true);
        }
    }

    /** Gives a new file the permissions of the one it will replace. */
    void copyPermissions(Path from, Path to) throws IOException {
        if (hasPosixPermissions(from)) {
            Set<PosixFilePermission> wanted = Files.getPosixFilePermissions(from);
            // Disks without permissions of their own (FAT) refuse even a change to what is.
            if (!wanted.equals(Files.getPosixFilePermissions(to))) {
                Files.setPosixFilePermissions(to, wanted);
            }
        }
    }

    /** Puts a file in the place of another in one step. */
    void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until a folder's names are on the disk; where folders cannot be opened (Windows) renaming is durable by itself. */
    void forceFolder(Path folder) throws IOException {
        if (hasPosixPermissions(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Removes a file if it is there. */
    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean hasPosixPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
