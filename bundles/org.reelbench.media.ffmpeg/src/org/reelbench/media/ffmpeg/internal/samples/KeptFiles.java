package org.reelbench.media.ffmpeg.internal.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of files that can be made again, with a limit on their bytes: the ones not used for longest go first. Files appear
 * whole, by renaming, so that any number of programs may share the folder.
 * <p>
 * For every thread.
 */
public final class KeptFiles {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);
    private static final String UNFINISHED = ".tmp";
    /** Nobody needs this long to write one. */
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final int NAME_BYTES = 16;
    /** How often the folder is looked through while as much is added as may lie there. */
    private static final int LOOKS = 64;

    private final Path folder;
    private final long quotaBytes;
    /** Added since the folder was last looked through; at first it has not been. */
    private final AtomicLong addedBytes;
    private volatile boolean refused;

    /**
     * Names the folder.
     *
     * @param folder the folder, which need not exist yet
     * @param quotaBytes how much may lie there
     */
    public KeptFiles(Path folder, long quotaBytes) {
        this.folder = folder;
        this.quotaBytes = quotaBytes;
        this.addedBytes = new AtomicLong(quotaBytes);
    }

    /**
     * Returns where the file of a key lies, whether it is there or not.
     *
     * @param key what the file is about, in full
     * @param ending the ending of its name, with a dot
     * @return the file
     */
    public Path file(String key, String ending) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES) + ending);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Returns a name for a file to be written.
     *
     * @param file what it shall be called when it is whole
     * @return its name until then
     * @throws IOException if there can be no such file
     */
    public Path unfinished(Path file) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(file.getFileName() + "." + UUID.randomUUID() + UNFINISHED);
    }

    /**
     * Makes a written file the one of its name, and room for it.
     *
     * @param unfinished the file written
     * @param file its name from now on
     * @throws IOException if it cannot be renamed
     */
    public void finish(Path unfinished, Path file) throws IOException {
        long sizeBytes = Files.size(unfinished);
        if (sizeBytes > quotaBytes) {
            throw new IOException("it is larger than all that may be kept");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (addedBytes.addAndGet(sizeBytes) > quotaBytes / LOOKS) {
            addedBytes.set(0);
            tidy(file);
        }
    }

    /**
     * Tells that a file was used, so that it stays longest.
     *
     * @param file the file
     */
    public void used(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // Deleted by another program, or a folder that is only to be read.
            LOG.debug("{} is not marked as used: {}", file, e.toString());
        }
    }

    /**
     * Deletes a file, if it is there.
     *
     * @param file the file
     */
    public void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} is left where it is: {}", file, e.toString());
        }
    }

    /**
     * Says once that nothing can be kept here, most likely because the disk is full or only to be read.
     *
     * @param why what the system said
     */
    public void refused(IOException why) {
        if (!refused) {
            refused = true;
            LOG.warn("Nothing is kept in {}, so long media open more slowly: {}", folder, why.toString());
        }
    }

    private record Kept(Path file, long sizeBytes, Instant used) {
    }

    private void tidy(Path newest) throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                look(file, kept);
            }
        }
        kept.sort(Comparator.comparing(Kept::used));
        long bytes = kept.stream().mapToLong(Kept::sizeBytes).sum();
        for (Kept old : kept) {
            boolean abandoned = old.file().toString().endsWith(UNFINISHED)
                    && old.used().isBefore(Instant.now().minus(ABANDONED));
            if (abandoned || bytes > quotaBytes && !old.file().equals(newest) && !old.file().toString().endsWith(UNFINISHED)) {
                delete(old.file());
                bytes -= old.sizeBytes();
            }
        }
    }

    private static void look(Path file, List<Kept> kept) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                kept.add(new Kept(file, attributes.size(), attributes.lastModifiedTime().toInstant()));
            }
        } catch (NoSuchFileException e) {
            // Another program was quicker.
            LOG.trace("{} is gone", file, e);
        }
    }
}
