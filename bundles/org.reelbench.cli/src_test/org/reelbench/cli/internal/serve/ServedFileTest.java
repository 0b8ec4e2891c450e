package org.reelbench.cli.internal.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.Cancellation;

class ServedFileTest {

    private final Path folder;

    ServedFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectories(folder.resolve("media/more"));
        Files.createDirectories(folder.resolve("media/.hidden"));
        for (String name : List.of("b.MP4", "a.webm", "notes.txt", ".c.mp4", "more/d.flac", ".hidden/e.mp4")) {
            Files.writeString(folder.resolve("media").resolve(name), "x");
        }
    }

    private List<String> names(String... arguments) throws CommandException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Console console = new Console(nowhere, nowhere, false, folder, new Cancellation());
        return ServedFile.of(List.of(arguments), console).stream().map(ServedFile::name).toList();
    }

    @Test
    void ofAFolderTheVisibleMediaBelowAreTakenInOrder() throws Exception {
        assertEquals(List.of("media/a.webm", "media/b.MP4", "media/more/d.flac"), names("media"));
    }

    @Test
    void aNamedFileIsTakenWhateverItIs() throws Exception {
        assertEquals(List.of("media/notes.txt"), names("media/notes.txt"));
    }

    @Test
    void aFileNamedTwiceIsTakenOnce() throws Exception {
        assertEquals(List.of("media/a.webm", "media/b.MP4", "media/more/d.flac"),
                names("media/a.webm", "media", "media/../media/b.MP4"));
    }

    @Test
    void linksInFoldersAreNotFollowed() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.mp4"), "x");
        Files.createSymbolicLink(folder.resolve("media/link.mp4"), outside);
        assertEquals(3, names("media").size());
    }

    @Test
    void aFolderWithoutMediaAndAMissingFileAreNamed() throws Exception {
        Files.createDirectory(folder.resolve("empty"));
        for (String argument : List.of("empty", "missing.mp4")) {
            CommandException e = assertThrows(CommandException.class, () -> names("media", argument));
            assertEquals(ExitCode.INPUT, e.exitCode());
            assertTrue(e.getMessage().startsWith(argument + ": "), e.getMessage());
        }
    }
}
