package org.reelbench.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedFilesTest {

    private final Path folder;
    private final UnfinishedFiles files;

    UnfinishedFilesTest(@TempDir Path folder) {
        this.folder = folder;
        files = new UnfinishedFiles(folder);
    }

    private List<Path> notes() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    @Test
    void aRecordingOfAProgramThatRunsIsLeftToIt() throws IOException {
        files.begun(Path.of("/films/talk.mp4"));
        assertEquals(1, notes().size());
        assertEquals(List.of(), files.abandoned());
        files.done(Path.of("/films/../films/talk.mp4"));
        assertEquals(0, notes().size());
    }

    @Test
    void aRecordingOfAProgramThatIsGoneIsFound() throws IOException {
        files.begun(Path.of("/films/talk.mp4"));
        Path note = notes().getFirst();
        // No system hands out numbers so large.
        Files.writeString(note, Files.readString(note).replaceFirst("\\d+", "99999999999"));
        assertEquals(List.of(Path.of("/films/talk.mp4")), files.abandoned());
        files.done(Path.of("/films/talk.mp4"));
        assertEquals(List.of(), files.abandoned());
    }

    @Test
    void aProgramThatBeganAfterTheNoteDidNotWriteIt() throws IOException {
        files.begun(Path.of("/films/talk.mp4"));
        Files.setLastModifiedTime(notes().getFirst(), FileTime.from(Instant.EPOCH));
        assertEquals(List.of(Path.of("/films/talk.mp4")), files.abandoned());
    }

    @Test
    void aNoteThatSaysNothingIsForgotten() throws IOException {
        Files.writeString(folder.resolve("x.recording"), "");
        assertEquals(List.of(), files.abandoned());
        assertEquals(0, notes().size());
        assertEquals(List.of(), new UnfinishedFiles(folder.resolve("missing")).abandoned());
    }
}
