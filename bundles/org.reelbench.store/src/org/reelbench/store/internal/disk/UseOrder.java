package org.reelbench.store.internal.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of the store: the order in which chunks were used, as a text file to which a line is added for every use and every
 * removal, written anew when most of its lines are out of date. All else is in the names and lengths of the chunks' files, so
 * that what this file lacks, or says of chunks that are gone, does no harm. Not for several threads: its store holds a lock.
 */
final class UseOrder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UseOrder.class);
    private static final int SUM_CHARS = 8;
    private static final int ID_AT = SUM_CHARS + 3;
    private static final int SPARE_LINES = 1024;

    private final DiskCalls disk;
    private final Path file;
    private final SequencedSet<String> ids = new LinkedHashSet<>();
    private @Nullable FileChannel channel;
    private long lines;
    private boolean broken;

    UseOrder(DiskCalls disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    /** Reads the chunks there were, the one used last last. Lines that are not whole are passed over. */
    List<String> read() {
        // Latin-1, in which every byte is a character: damage must not end the reading.
        try (Stream<String> text = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            text.forEach(this::readLine);
        } catch (NoSuchFileException e) {
            LOG.debug("No index in {} yet", file);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The index {} cannot be read; in which order chunks were used is forgotten: {}", file, e.toString());
        }
        return List.copyOf(ids);
    }

    private void readLine(String line) {
        lines++;
        if (line.length() <= ID_AT || !sum(line.substring(SUM_CHARS + 1)).equals(line.substring(0, SUM_CHARS))) {
            return;
        }
        String id = line.substring(ID_AT);
        ids.remove(id);
        if (line.charAt(SUM_CHARS + 1) == 'U') {
            ids.addLast(id);
        }
    }

    /** Begins to write: these are the chunks, the one used last last. */
    void begin(List<String> known) {
        boolean same = known.equals(List.copyOf(ids));
        ids.clear();
        ids.addAll(known);
        if (!same || wordy()) {
            rewrite();
        }
    }

    void used(String id) {
        if (ids.isEmpty() || !ids.getLast().equals(id)) {
            ids.addLast(id);
            append("U " + id);
        }
    }

    void removed(String id) {
        ids.remove(id);
        append("D " + id);
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }

    private boolean wordy() {
        return lines > 4L * ids.size() + SPARE_LINES;
    }

    private void append(String change) {
        if (broken) {
            return;
        }
        if (wordy()) {
            rewrite();
            return;
        }
        try {
            FileChannel open = channel;
            if (open == null) {
                open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                channel = open;
            }
            disk.write(open, StandardCharsets.US_ASCII.encode(line(change)));
            lines++;
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private void rewrite() {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            close();
            disk.delete(temporary);
            try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                StringBuilder text = new StringBuilder();
                ids.forEach(id -> text.append(line("U " + id)));
                disk.write(out, StandardCharsets.US_ASCII.encode(text.toString()));
            }
            disk.move(temporary, file);
            lines = ids.size();
        } catch (IOException e) {
            giveUp(e);
        }
    }

    /** A full disk must not keep anybody from reading or deleting: the order is forgotten instead. */
    private void giveUp(IOException reason) {
        broken = true;
        LOG.warn("The index {} cannot be written; in which order chunks are used is forgotten at the end: {}", file,
                reason.toString());
        try {
            close();
        } catch (IOException e) {
            LOG.warn("The index {} cannot be closed: {}", file, e.toString());
        }
    }

    private static String line(String change) {
        return sum(change) + " " + change + "\n";
    }

    private static String sum(String change) {
        CRC32C crc = new CRC32C();
        crc.update(change.getBytes(StandardCharsets.ISO_8859_1));
        return String.format("%08x", crc.getValue());
    }
}
