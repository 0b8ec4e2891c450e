package org.reelbench.encoding.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongFunction;
import java.util.zip.CRC32;

import org.reelbench.media.Cancellation;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxer;

/** Takes encoded pictures each of which is a file by itself, as those of PNG and JPEG are, and writes them as such. */
final class PictureFiles implements Muxer {

    private final LongFunction<Path> files;
    private final List<Long> checksums;

    /**
     * Creates the writer.
     *
     * @param files names the file of each picture, counted from 0
     * @param checksums takes the CRC-32 of each
     */
    PictureFiles(LongFunction<Path> files, List<Long> checksums) {
        this.files = files;
        this.checksums = checksums;
    }

    @Override
    public void write(int stream, EncodedPacket packet) throws MediaException {
        Path file = files.apply(packet.ptsTicks());
        ByteBuffer bytes = packet.data().asByteBuffer();
        CRC32 sum = new CRC32();
        sum.update(bytes.duplicate());
        checksums.add(sum.getValue());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static MediaException failure(Path file, IOException cause) {
        // The system's own words are all there is to tell a full disk by.
        String why = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(cause.getMessage());
        return why.contains("No space left") || why.contains("not enough space")
                ? new MediaException(MediaException.Reason.DISK_FULL, file.toString(),
                        "the disk is full; make room and write it again", cause)
                : new MediaException(MediaException.Reason.UNWRITABLE, file.toString(), "it cannot be written (" + why + ")",
                        cause);
    }

    @Override
    public void finish(Cancellation cancellation) {
        cancellation.check();
    }

    @Override
    public void close() {
        // each picture closed its own file
    }
}
