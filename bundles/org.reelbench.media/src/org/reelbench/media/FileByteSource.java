package org.reelbench.media;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

import org.reelbench.media.internal.FileStamp;

/**
 * The bytes of a local file.
 * <p>
 * For every thread, except that a thread must not be interrupted while it reads: the JDK closes the channel then, and reading
 * fails from there on. Cancel work with a {@link Cancellation} instead.
 * <p>
 * Holds one file handle until closed by whoever opened it.
 */
public final class FileByteSource implements ByteSource {

    private final Path file;
    private final FileChannel channel;
    private final long openedBytes;
    private final Optional<FileStamp> opened;

    private FileByteSource(Path file, FileChannel channel, long openedBytes, Optional<FileStamp> opened) {
        this.file = file;
        this.channel = channel;
        this.openedBytes = openedBytes;
        this.opened = opened;
    }

    /**
     * Opens a regular file for reading.
     *
     * @param file the file
     * @return its bytes
     * @throws MediaException {@link MediaException.Reason#MISSING} if there is no such file,
     *             {@link MediaException.Reason#UNREADABLE} if it is a folder, a pipe, a socket or a device, or may not be read
     */
    public static FileByteSource open(Path file) throws MediaException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new MediaException(MediaException.Reason.UNREADABLE, file.toString(),
                        "it is a folder; name a media file in it");
            }
            // Opening a pipe waits until somebody writes to it, and a device may never end.
            if (!attributes.isRegularFile()) {
                throw new MediaException(MediaException.Reason.UNREADABLE, file.toString(),
                        "it is a pipe, socket or device; copy what it delivers to a file and use that");
            }
            Optional<FileStamp> before = FileStamp.find(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            // Where another file took the place meanwhile, the stamp of the place says nothing of the file that is open.
            return new FileByteSource(file, channel, channel.size(), before.filter(_ -> FileStamp.find(file).equals(before)));
        } catch (NoSuchFileException e) {
            throw new MediaException(MediaException.Reason.MISSING, file.toString(),
                    "no such file; check the path, or relink the clip to where the file is now", e);
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, file.toString(),
                    "it cannot be read (" + e.getMessage() + "); check its permissions", e);
        }
    }

    /**
     * Returns the file.
     *
     * @return the path it was opened by
     */
    public Path path() {
        return file;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public long sizeBytes() throws IOException {
        return channel.size();
    }

    @Override
    public int read(long positionBytes, MemorySegment target) throws IOException {
        int count = channel.read(target.asByteBuffer(), positionBytes);
        if (count < 0) {
            checkEnd(positionBytes);
        }
        return count;
    }

    /** What ends where it did not, or was written anew, would look like a film whose last picture stays. A file may grow. */
    private void checkEnd(long positionBytes) throws MediaChangedException {
        if (positionBytes < openedBytes) {
            throw new MediaChangedException("it was cut short while it was read");
        }
        FileStamp before = opened.orElse(null);
        FileStamp now = before == null ? null : FileStamp.find(file).orElse(null);
        if (before != null && now != null && now.key().equals(before.key()) && now.sizeBytes() == before.sizeBytes()
                && now.modifiedNs() != before.modifiedNs()) {
            throw new MediaChangedException("it was written anew while it was read");
        }
    }

    @Override
    public Optional<String> stamp() {
        return opened.filter(stamp -> FileStamp.find(file).equals(opened) && !stamp.tooFresh(Instant.now()))
                .map(stamp -> file.toAbsolutePath().normalize() + "\n" + stamp.key() + "\n" + stamp.sizeBytes() + "\n"
                        + stamp.modifiedNs());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
