package org.reelbench.demo.internal.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.time.RationalTime;

class MediaFolderTest {

    private static final MovieSpec SOUND = sound("2s");

    private final FakeCoding coding = new FakeCoding();
    private final Cancellation cancellation = new Cancellation();
    private final Path folder;

    MediaFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aWholeMediumIsNotMadeAgain() throws CommandException, IOException {
        Path file = provide(SOUND);
        byte[] first = Files.readAllBytes(file);
        provide(SOUND);
        assertEquals(1, coding.opened());
        assertArrayEquals(first, Files.readAllBytes(file));
    }

    @Test
    void aMediumOfAnotherSpecificationIsMadeAgain() throws CommandException {
        provide(SOUND);
        provide(sound("3s"));
        assertEquals(2, coding.opened());
    }

    @Test
    void aChangedFileIsMadeAgain() throws CommandException, IOException {
        Path file = provide(SOUND);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[whole.length - 1]);
        provide(SOUND);
        assertArrayEquals(whole, Files.readAllBytes(file));
        byte[] otherBytes = whole.clone();
        otherBytes[0]++;
        Files.write(file, otherBytes);
        provide(SOUND);
        assertArrayEquals(whole, Files.readAllBytes(file));
        assertEquals(3, coding.opened());
    }

    @Test
    void aFileWithoutStampIsMadeAgain() throws CommandException, IOException {
        Path file = provide(SOUND);
        Files.delete(file.resolveSibling(file.getFileName() + ".stamp"));
        provide(SOUND);
        assertEquals(2, coding.opened());
    }

    @Test
    void aFullDiskEndsInOneLineAndLeavesNothing() throws IOException {
        coding.failAtPacket(3);
        CommandException failure = assertThrows(CommandException.class, () -> provide(SOUND));
        assertEquals(ExitCode.OUTPUT, failure.exitCode());
        assertEquals(1, failure.getMessage().lines().count(), failure.getMessage());
        assertEquals(List.of(), files());
    }

    @Test
    void aFailureKeepsTheFileThatWasThere() throws CommandException, IOException {
        Path file = provide(SOUND);
        byte[] whole = Files.readAllBytes(file);
        coding.failAtPacket(3);
        assertThrows(CommandException.class, () -> provide(sound("3s")));
        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    @Test
    void anInterruptedMediumIsNotUsed() throws CommandException, IOException {
        cancellation.cancel();
        assertThrows(CancelledException.class, () -> provide(SOUND));
        assertEquals(List.of(), files());
    }

    @Test
    void aMissingEncoderIsNamed() {
        MovieSpec music = new MovieSpec(6, "music.flac", "flac", Optional.empty(),
                Optional.of(new MovieSpec.Sound(Codec.FLAC, 44_100, RationalTime.ofSeconds(1))));
        CommandException failure = assertThrows(CommandException.class, () -> provide(music));
        assertEquals(ExitCode.NOT_AVAILABLE, failure.exitCode());
        assertTrue(failure.getMessage().contains("[flac]"), failure.getMessage());
    }

    @Test
    void aStillIsMadeOnce() throws CommandException, IOException {
        StillSpec still = new StillSpec(7, "title.png", 320, 180);
        Path file = provide(still);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        provide(still);
        assertEquals(1_000_000, Files.getLastModifiedTime(file).toMillis());
        assertEquals(0, coding.opened());
    }

    private Path provide(MediaSpec spec) throws CommandException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Console console = new Console(nowhere, nowhere, false, folder, cancellation);
        return new MediaFolder(folder, coding, coding).provide(spec, new Progress(console, false), cancellation);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static MovieSpec sound(String duration) {
        return new MovieSpec(3, "sound.mp4", "mp4", Optional.empty(),
                Optional.of(new MovieSpec.Sound(Codec.AAC, 48_000, RationalTime.parse(duration))));
    }
}
