package org.reelbench.media.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fingerprints of the files used last, in memory and in a text file: one line is added for each file learned, and the file is
 * written anew when most of its lines are out of date. Read when first needed.
 * <p>
 * For every thread. Several programs may use one file: each reads what the others had added before it began, and what one loses
 * to another is computed again. A file that cannot be read or written costs time, never an error.
 */
final class FingerprintMemory {

    private static final Logger LOG = LoggerFactory.getLogger(FingerprintMemory.class);
    private static final String HEADER = "reelbench fingerprints 1";
    private static final int SPARE_LINES = 256;
    private static final int BYTES_PER_ENTRY = 8 << 10;

    private final Path file;
    private final int capacity;
    private final Map<String, Remembered> byPath;
    private boolean loaded;
    private boolean broken;
    private int lines;

    FingerprintMemory(Path file, int capacity) {
        this.file = file;
        this.capacity = capacity;
        this.byPath = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized Optional<Remembered> get(Path path) {
        load();
        return Optional.ofNullable(byPath.get(path.toString()));
    }

    synchronized void put(Remembered entry) {
        load();
        if (entry.equals(byPath.put(entry.path(), entry)) || broken) {
            return;
        }
        try {
            if (lines == 0 || lines > 2 * byPath.size() + SPARE_LINES) {
                rewrite();
            } else {
                Files.writeString(file, entry.line() + "\n", StandardOpenOption.APPEND);
                lines++;
            }
        } catch (IOException e) {
            // Most likely full or read-only: no use to try for every file.
            broken = true;
            LOG.warn("Fingerprints are not kept in {}: {}", file, e.toString());
        }
    }

    synchronized int size() {
        load();
        return byPath.size();
    }

    private void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        boolean whole = false;
        try {
            // More than this was not written by this program.
            whole = Files.size(file) <= (long) capacity * BYTES_PER_ENTRY && read();
        } catch (NoSuchFileException e) {
            LOG.debug("No fingerprints are known yet: {}", file);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The fingerprints in {} cannot be read and are computed again: {}", file, e.toString());
        }
        if (!whole) {
            lines = 0;
        }
    }

    /** Reads what can be read; false if the file must be written anew. */
    private boolean read() throws IOException {
        boolean whole = true;
        // Latin-1, in which every byte is a character: damage must not end the reading.
        try (Stream<String> text = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) text::iterator) {
                lines++;
                if (lines == 1) {
                    if (!line.equals(HEADER)) {
                        return false;
                    }
                    continue;
                }
                Optional<Remembered> entry = Remembered.parse(line);
                entry.ifPresent(known -> byPath.put(known.path(), known));
                whole &= entry.isPresent();
            }
        }
        return whole;
    }

    private void rewrite() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            List<Remembered> entries = new ArrayList<>(byPath.values());
            try (BufferedWriter writer = Files.newBufferedWriter(temporary, StandardCharsets.ISO_8859_1)) {
                writer.write(HEADER + "\n");
                for (Remembered entry : entries) {
                    writer.write(entry.line() + "\n");
                }
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            lines = entries.size() + 1;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
