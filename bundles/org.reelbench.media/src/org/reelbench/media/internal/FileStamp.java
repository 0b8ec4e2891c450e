package org.reelbench.media.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file without opening it. Two equal stamps of one path mean the same bytes, unless the file was
 * written again within the clock tick of the disk.
 *
 * @param key the file system's own identity of the file, empty where it has none
 * @param sizeBytes the size
 * @param modifiedNs when it was last written, in nanoseconds since 1970
 */
public record FileStamp(String key, long sizeBytes, long modifiedNs) {

    /** The coarsest clock of a common disk (FAT). */
    private static final Duration TICK = Duration.ofSeconds(2);

    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(Objects.toString(attributes.fileKey(), ""), attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    /** Returns the stamp of a file, or empty if it cannot be looked at. */
    public static Optional<FileStamp> find(Path file) {
        try {
            return Optional.of(of(file));
        } catch (IOException e) {
            // Whoever reads the file is told why.
            return Optional.empty();
        }
    }

    /** Tells whether another write may still leave this stamp as it is: such a stamp proves nothing later. */
    public boolean tooFresh(Instant now) {
        long nowNs = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        return modifiedNs > nowNs - TICK.toNanos();
    }
}
