package org.reelbench.project.internal.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.internal.file.FileStamp;
import org.reelbench.project.internal.json.Json;
import org.reelbench.project.internal.json.JsonLimits;

/**
 * Reads the records of one journal as far as they are what was written.
 */
final class JournalReader {

    /**
     * What a journal holds.
     *
     * @param file the journal
     * @param version its format; beyond {@link RecordWriter#VERSION} nothing else was read
     * @param revision the revision of its base
     * @param projectFile the version of the project file it goes with
     * @param snapshot the file its base is in, if that is not the project file
     * @param records what follows
     * @param damage what is wrong with it, if something is that a crash does not explain
     */
    record Content(Path file, long version, long revision, Optional<FileStamp> projectFile, Optional<Base.Snapshot> snapshot,
            List<Members> records, Optional<String> damage) {
    }

    private JournalReader() {
    }

    /** Reads a journal; returns null if not even its header can be read. */
    static @Nullable Content read(Path file) throws IOException {
        if (Files.size(file) > JsonLimits.MAX_FILE_BYTES) {
            return null;
        }
        byte[] bytes = Files.readAllBytes(file);
        int end = endOfLine(bytes, 0);
        Json first = end < 0 ? null : Lines.read(bytes, 0, end);
        if (!(first instanceof Json.ObjectValue)) {
            return null;
        }
        Members header = Members.of(first);
        long version = header.whole(RecordWriter.VERSION_MEMBER);
        if (version > RecordWriter.VERSION) {
            return new Content(file, version, 0, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }
        Optional<FileStamp> projectFile = header.get("file") == null
                ? Optional.empty()
                : Optional.of(header.inner("file").stamp());
        Optional<Base.Snapshot> snapshot = Optional.empty();
        if (header.get("snapshot") != null) {
            Members named = header.inner("snapshot");
            snapshot = Optional.of(new Base.Snapshot(named.text("name"), named.stamp()));
        }
        List<Members> records = new ArrayList<>();
        Optional<String> damage = records(bytes, end + 1, records);
        return new Content(file, version, header.whole("revision"), projectFile, snapshot, records, damage);
    }

    private static Optional<String> records(byte[] bytes, int from, List<Members> records) throws IOException {
        int start = from;
        for (int end = endOfLine(bytes, start); end >= 0; end = endOfLine(bytes, start)) {
            Json value;
            try {
                value = Lines.read(bytes, start, end);
            } catch (IOException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            if (!(value instanceof Json.ObjectValue object)) {
                // What was being written when the power went may be anything, but nothing was written after it.
                return isReadableAfter(bytes, end + 1)
                        ? Optional.of("record " + (records.size() + 1) + " is damaged")
                        : Optional.empty();
            }
            records.add(new Members(object.members()));
            start = end + 1;
        }
        return Optional.empty();
    }

    private static boolean isReadableAfter(byte[] bytes, int from) throws IOException {
        int start = from;
        for (int end = endOfLine(bytes, start); end >= 0; end = endOfLine(bytes, start)) {
            if (Lines.read(bytes, start, end) != null) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static int endOfLine(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
