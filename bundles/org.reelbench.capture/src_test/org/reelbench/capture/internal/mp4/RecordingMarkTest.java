package org.reelbench.capture.internal.mp4;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.RecordingMark;

/** Others find out which recording a file is without knowing the recorder. */
class RecordingMarkTest {

    private final Path file;

    RecordingMarkTest(@TempDir Path folder) {
        file = folder.resolve("film.mp4");
    }

    private Optional<UUID> mark() throws Exception {
        try (ByteSource bytes = FileByteSource.open(file)) {
            return RecordingMark.of(bytes);
        }
    }

    @Test
    void aRecordingTellsItsIdFromItsStartToItsEndAndWithItsTablesInFront() throws Exception {
        Films.unfinished(file, List.of());
        assertEquals(Optional.of(Films.ID), mark());
        Files.delete(file);
        Films.unfinished(file, Films.fragments(100));
        assertEquals(Optional.of(Films.ID), mark());
        FilmRecovery.recover(file, new Cancellation());
        assertEquals(Optional.of(Films.ID), mark());
        TablesInFront.of(file, new Cancellation());
        assertEquals(Optional.of(Films.ID), mark());
    }

    @Test
    void whatIsNoRecordingTellsNone() throws Exception {
        Films.finished(file, Films.fragments(10));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[0]);
        assertEquals(Optional.empty(), mark());
        Files.writeString(file, "no film at all, but long enough to be one");
        assertEquals(Optional.empty(), mark());
        // Tables that end too early hide what stands behind them.
        for (int cut = 1; cut < 200; cut += 7) {
            Files.write(file, Arrays.copyOf(whole, whole.length - cut));
            assertEquals(Optional.empty(), mark(), "without its last " + cut + " bytes");
        }
    }
}
