package org.reelbench.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
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
    void whatAnotherProgramRecordsIsKnown() throws Exception {
        Path film = Path.of("/films/talk.mp4");
        assertFalse(files.isWrittenByAnother(film));
        files.begun(film);
        assertFalse(files.isWrittenByAnother(film), "this program knows its own recordings");
        Path note = notes().getFirst();
        String own = Files.readString(note);
        // Whatever runs beside this program; those that began after the note are not believed to have written it.
        ProcessHandle other = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid() && process.info().startInstant().isPresent())
                .min(Comparator.comparing(process -> process.info().startInstant().orElseThrow())).orElseThrow();
        Files.writeString(note, own.replaceFirst("\\d+", Long.toString(other.pid())));
        assertTrue(files.isWrittenByAnother(film));
        assertEquals(List.of(), files.abandoned());
        Files.writeString(note, own.replaceFirst("\\d+", "99999999999"));
        assertFalse(files.isWrittenByAnother(film));
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
