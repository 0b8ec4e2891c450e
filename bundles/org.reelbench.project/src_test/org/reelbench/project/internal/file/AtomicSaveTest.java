package org.reelbench.project.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicSaveTest {

    private static final AtomicSave.Content NEW = (_, out) -> out.write("new");

    /** A disk that notes its steps and fails at one of them. */
    private static final class FailingDisk extends FileOperations {
        private final String failing;
        private final List<String> steps = new ArrayList<>();

        FailingDisk(String failing) {
            this.failing = failing;
        }

        private void step(String name) throws IOException {
            steps.add(name);
            if (name.equals(failing)) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        FileStamp write(Path file, Text text) throws IOException {
            FileStamp stamp = super.write(file, out -> text.writeTo(new FilterWriter(out) {
                @Override
                public void write(String part, int from, int length) throws IOException {
                    super.write(part, from, length);
                    step("write");
                }
            }));
            step("force");
            return stamp;
        }

        @Override
        public void copyPermissions(Path from, Path to) throws IOException {
            super.copyPermissions(from, to);
            step("permissions");
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            step("replace");
            super.replace(from, to);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            step("forceFolder");
            super.forceFolder(folder);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String saveFailingAt(String step, Path file) {
        return assertThrows(IOException.class, () -> new AtomicSave(new FailingDisk(step)).save(file, NEW)).getMessage();
    }

    @Test
    void theBytesAreOnTheDiskBeforeTheNameAndTheNameBeforeReturning(@TempDir Path folder) throws Exception {
        FailingDisk disk = new FailingDisk("");
        Path file = Files.writeString(folder.resolve("film.reel"), "old");
        new AtomicSave(disk).save(file, NEW);
        assertEquals(List.of("write", "force", "permissions", "replace", "forceFolder"), disk.steps);
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("film.reel"), names(folder));
    }

    @Test
    void aFailureAtAnyStepBeforeTheRenameLeavesTheOldFileAndNothingElse(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("film.reel"), "old");
        for (String step : List.of("write", "force", "permissions", "replace")) {
            String message = saveFailingAt(step, file);
            assertTrue(message.endsWith("film.reel: was not saved; the file is as it was before: No space left on device"),
                    message);
            assertEquals("old", Files.readString(file), step);
            assertEquals(List.of("film.reel"), names(folder), step);
        }
    }

    @Test
    void aFirstSaveThatFailsLeavesNothing(@TempDir Path folder) throws Exception {
        saveFailingAt("write", folder.resolve("film.reel"));
        assertEquals(List.of(), names(folder));
    }

    @Test
    void aFolderThatCannotBeForcedIsReportedThoughTheNewFileIsWhole(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("film.reel"), "old");
        String message = saveFailingAt("forceFolder", file);
        assertTrue(message.contains("was saved, but may be lost in a power cut"), message);
        assertEquals("new", Files.readString(file));
    }

    @Test
    void contentThatThrowsLeavesTheOldFileAndNothingElse(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("film.reel"), "old");
        assertThrows(IllegalStateException.class, () -> new AtomicSave().save(file, (_, out) -> {
            writeHalf(out);
            throw new IllegalStateException();
        }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("film.reel"), names(folder));
    }

    private static void writeHalf(Writer out) throws IOException {
        out.write("half");
        out.flush();
    }

    @Test
    void aFolderIsNotReplacedAndAMissingFolderIsNamed(@TempDir Path folder) throws Exception {
        Path taken = Files.createDirectory(folder.resolve("film.reel"));
        String message = assertThrows(FileSystemException.class, () -> new AtomicSave().save(taken, NEW)).getMessage();
        assertTrue(message.endsWith("this is a folder: choose a file name for the project"), message);
        Path nowhere = folder.resolve("none/film.reel");
        message = assertThrows(NoSuchFileException.class, () -> new AtomicSave().save(nowhere, NEW)).getMessage();
        assertTrue(message.endsWith("the folder does not exist: create it, or choose another"), message);
        assertEquals(List.of("film.reel"), names(folder));
    }

    @Test
    void aLinkStaysALinkToTheFileThatIsReplaced(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("film.reel"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.reel"), file);
        new AtomicSave().save(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void thePermissionsOfTheFileStay(@TempDir Path folder) throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(folder.resolve("film.reel"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        new AtomicSave().save(file, NEW);
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aNameAsLongAsTheFileSystemAllowsCanBeSaved(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("x".repeat(250) + ".reel");
        new AtomicSave().save(file, NEW);
        assertEquals("new", Files.readString(file));
    }
}
