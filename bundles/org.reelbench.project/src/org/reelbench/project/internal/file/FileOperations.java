package org.reelbench.project.internal.file;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * What saving and journaling ask of the disk, one method per step that can fail; tests make the steps fail and forget what was
 * not forced. Reading is done directly: what is read is checked.
 */
public class FileOperations {

    /** Writes a text. */
    interface Text {
        void writeTo(Writer out) throws IOException;
    }

    /** A file being written, from its beginning or at its end. */
    public interface Output extends Closeable {

        /** Writes all bytes; after a failure some of them may be there. */
        void write(ByteBuffer bytes) throws IOException;

        /** Waits until the bytes written are on the disk. */
        void force() throws IOException;
    }

    /** A lock; the system frees it when the process ends, however it ends. */
    public interface Held extends Closeable {
    }

    /** Creates a file that is not there. */
    public Output create(Path file) throws IOException {
        return open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Opens a file to write at its end. */
    public Output append(Path file) throws IOException {
        return open(file, StandardOpenOption.APPEND);
    }

    private static Output open(Path file, OpenOption... options) throws IOException {
        FileChannel channel = FileChannel.open(file, options);
        return new Output() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(true);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /** Writes a new file, waits until its bytes are on the disk and tells what they are. */
    FileStamp write(Path file, Text text) throws IOException {
        MessageDigest digest = FileStamp.digest();
        try (Output output = create(file);
                Bytes bytes = new Bytes(output);
                DigestOutputStream digesting = new DigestOutputStream(bytes, digest);
                Writer encoder = new OutputStreamWriter(digesting, StandardCharsets.UTF_8);
                Writer writer = new BufferedWriter(encoder, 1 << 16)) {
            text.writeTo(writer);
            writer.flush();
            output.force();
            return FileStamp.of(bytes.count, digest);
        }
    }

    /** Gives a new file the permissions of the one it will replace. */
    public void copyPermissions(Path from, Path to) throws IOException {
        if (hasPosixPermissions(from)) {
            Set<PosixFilePermission> wanted = Files.getPosixFilePermissions(from);
            // Disks without permissions of their own (FAT) refuse even a change to what is.
            if (!wanted.equals(Files.getPosixFilePermissions(to))) {
                Files.setPosixFilePermissions(to, wanted);
            }
        }
    }

    /** Puts a file in the place of another, or under a name that is free, in one step. */
    public void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until a folder's names are on the disk; where folders cannot be opened (Windows) renaming is durable by itself. */
    public void forceFolder(Path folder) throws IOException {
        if (hasPosixPermissions(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Removes a file, or an empty folder, if it is there. */
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Creates a folder in one that is there. */
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    /**
     * Locks a file, which is created if need be, against other processes, and puts a text into it that tells them who has it.
     * Not to be called for a file this process has locked.
     *
     * @return the lock, or empty if somebody holds it
     * @throws IOException if the file cannot be made, or the disk knows no locks
     */
    public Optional<Held> lock(Path file, String holder) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isHeld = false;
        try {
            // Far behind the text, which others must be able to read where locks are mandatory (Windows).
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            isHeld = true;
            return Optional.of(channel::close);
        } finally {
            if (!isHeld) {
                channel.close();
            }
        }
    }

    private static boolean hasPosixPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Counts what goes into an output. */
    private static final class Bytes extends OutputStream {
        private final Output output;
        private long count;

        Bytes(Output output) {
            this.output = output;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] { (byte) value }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            output.write(ByteBuffer.wrap(bytes, from, length));
            count += length;
        }
    }
}
