package org.reelbench.encoding.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.CodecParameters;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxer;

/**
 * One file. The partial file lies beside it; a killed process leaves it behind, and the next export to the same target replaces
 * it.
 */
final class FileDestination implements Destination {

    private final Path target;
    private final Path partial;
    private final Writing writing;
    private final List<Long> checksums;

    /** Opens the partial file. */
    @FunctionalInterface
    interface Writing {
        Muxer open(Path file, List<CodecParameters> streams) throws MediaException;
    }

    /** A file that holds one picture, as its encoder makes it. */
    static FileDestination still(Path target) {
        List<Long> sums = new ArrayList<>();
        return new FileDestination(target, (file, _) -> new PictureFiles(_ -> file, sums), sums);
    }

    FileDestination(Path target, Writing writing) {
        this(target, writing, List.of());
    }

    private FileDestination(Path target, Writing writing, List<Long> checksums) {
        this.checksums = checksums;
        this.target = target;
        this.partial = target.resolveSibling(target.getFileName() + ".part");
        this.writing = writing;
    }

    @Override
    public Path target() {
        return target;
    }

    @Override
    public Muxer open(List<CodecParameters> streams) throws MediaException {
        return writing.open(partial, streams);
    }

    @Override
    public boolean exists() {
        return Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void takeName() throws IOException {
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public long sizeBytes() throws IOException {
        return Files.size(target);
    }

    @Override
    public Path hidden(long frame) {
        return partial;
    }

    @Override
    public List<Long> checksums() {
        return checksums;
    }

    @Override
    public void discard() throws IOException {
        Files.deleteIfExists(partial);
    }
}
