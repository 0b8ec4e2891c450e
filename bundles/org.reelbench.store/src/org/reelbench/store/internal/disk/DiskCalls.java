package org.reelbench.store.internal.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What the store asks of the disk to change it, one method per step that can fail; tests make the steps fail. */
class DiskCalls {

    /** Writes all of a buffer at the channel's end. */
    void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Waits until the bytes of a file are on the disk. */
    void force(FileChannel channel) throws IOException {
        channel.force(true);
    }

    /** Waits until the names in a folder are on the disk; where folders cannot be opened (Windows) they are without asking. */
    void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    /** Gives a file another name in one step. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes a file if it is there. */
    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
