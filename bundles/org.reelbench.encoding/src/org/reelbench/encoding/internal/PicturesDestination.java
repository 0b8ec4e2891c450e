package org.reelbench.encoding.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
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
 * Numbered pictures. They are made in a folder beside their place and move out when all are whole; a killed process leaves that
 * folder behind, and the next export of the same name uses it.
 */
final class PicturesDestination implements Destination {

    private final Path folder;
    private final NumberPattern pattern;
    private final long firstNumber;
    private final long count;
    private final Path hiding;
    private final List<Long> checksums = new ArrayList<>();

    PicturesDestination(Path target, NumberPattern pattern, long firstNumber, long count) {
        this.folder = target.resolveSibling("").toAbsolutePath();
        this.pattern = pattern;
        this.firstNumber = firstNumber;
        this.count = count;
        this.hiding = folder.resolve(pattern.text().replace("%", "#") + ".part");
    }

    @Override
    public Path target() {
        return folder.resolve(pattern.text());
    }

    @Override
    public Muxer open(List<CodecParameters> streams) throws MediaException {
        try {
            Files.createDirectories(hiding);
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNWRITABLE, hiding.toString(),
                    "the folder cannot be made (" + e.getMessage() + ")", e);
        }
        return new PictureFiles(this::hidden, checksums);
    }

    @Override
    public boolean exists() {
        for (long i = 0; i < count; i++) {
            if (Files.exists(folder.resolve(pattern.name(firstNumber + i)), LinkOption.NOFOLLOW_LINKS)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void takeName() throws IOException {
        for (long i = 0; i < count; i++) {
            Files.move(hidden(i), folder.resolve(pattern.name(firstNumber + i)), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public long sizeBytes() throws IOException {
        long size = 0;
        for (long i = 0; i < count; i++) {
            size += Files.size(folder.resolve(pattern.name(firstNumber + i)));
        }
        return size;
    }

    @Override
    public Path hidden(long frame) {
        return hiding.resolve(pattern.name(firstNumber + frame));
    }

    @Override
    public List<Long> checksums() {
        return checksums;
    }

    @Override
    public void discard() throws IOException {
        if (!Files.isDirectory(hiding, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(hiding)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        Files.delete(hiding);
    }
}
