package org.reelbench.capture.internal.mp4;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.reelbench.media.Cancellation;

/** Puts the tables of a finished recording in front of its media, as some players want them: by a copy that takes its place. */
public final class TablesInFront {

    private static final long PIECE_BYTES = 4L << 20;

    private TablesInFront() {
    }

    /**
     * Replaces a file by a copy with its tables in front. Whoever reads the file goes on with the old one.
     *
     * @param file a finished recording; one whose tables are in front already is left as it is
     * @param cancellation the wish to stop; the file is as it was then
     * @throws IOException if the copy cannot be made; the file is as it was
     */
    public static void of(Path file, Cancellation cancellation) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            copy(file, part, cancellation);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(Path file, Path part, Cancellation cancellation) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            if (!LayoutReader.isFinished(from)) {
                throw new IOException(file + " is not finished");
            }
            long media = LayoutReader.reservedAt(from);
            long end = media + LayoutReader.read(from, media, GrowingFilm.RESERVED_BYTES).getLong(FragmentHead.HEAD_BYTES);
            ByteBuffer tables = ByteBuffer.wrap(FilmRecovery.walked(from, cancellation).tablesInFront());
            transfer(from, 0, media, to, cancellation);
            while (tables.hasRemaining()) {
                to.write(tables);
            }
            transfer(from, media, end, to, cancellation);
            to.force(true);
        }
    }

    private static void transfer(FileChannel from, long begin, long end, FileChannel to, Cancellation cancellation)
            throws IOException {
        for (long at = begin; at < end;) {
            cancellation.check();
            long moved = from.transferTo(at, Math.min(PIECE_BYTES, end - at), to);
            if (moved <= 0) {
                throw new EOFException("the file was cut short while it was copied");
            }
            at += moved;
        }
    }
}
