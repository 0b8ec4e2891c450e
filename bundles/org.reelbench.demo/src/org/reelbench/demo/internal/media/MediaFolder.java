package org.reelbench.demo.internal.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.reelbench.cli.CommandException;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxers;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/**
 * A folder of generated media. A medium is made under another name and takes its own when it is whole; one that lies there whole
 * is not made again.
 */
public final class MediaFolder {

    private final Path folder;
    private final MovieWriter movies;

    /**
     * Creates the view of a folder; nothing is touched.
     *
     * @param folder the folder, which need not exist
     * @param encoders encode pictures and sound
     * @param muxers write files
     */
    public MediaFolder(Path folder, Encoders encoders, Muxers muxers) {
        this.folder = folder;
        this.movies = new MovieWriter(encoders, muxers);
    }

    /**
     * Sees to it that a medium is there.
     *
     * @param spec the medium
     * @param progress is told if it must be made
     * @param cancellation asks to stop
     * @return its file
     * @throws CommandException if it cannot be made
     */
    public Path provide(MediaSpec spec, Progress progress, Cancellation cancellation) throws CommandException {
        Path file = folder.resolve(spec.file());
        try {
            if (!ContentStamp.fits(spec, file)) {
                Files.createDirectories(folder);
                progress.begin("making " + spec.file() + " (" + spec.describe() + ")");
                make(spec, file, progress, cancellation);
                progress.done();
            }
            return file;
        } catch (MediaException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw Failures.of(file, e);
        } finally {
            progress.abandon();
        }
    }

    private void make(MediaSpec spec, Path file, Progress progress, Cancellation cancellation)
            throws MediaException, IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            switch (spec) {
            case MovieSpec movie -> movies.write(movie, partial, progress::at, cancellation);
            case StillSpec still -> write(still, partial);
            }
            ContentStamp.forget(file);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            ContentStamp.write(spec, file);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void write(StillSpec still, Path file) throws IOException {
        PictureFormat format = PictureFormat.of(still.widthPx(), still.heightPx(), PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED);
        try (MemoryFrame card = MemoryFrame.allocate(format, RationalTime.ZERO);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            TestCard.draw(card, still.source(), 0);
            PngWriter.write(card, out);
        }
    }
}
