package org.reelbench.media.ffmpeg.internal.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {

    @TempDir
    private Path folder = Path.of("");

    private static Path keep(KeptFiles files, String key, int bytes) throws IOException {
        Path file = files.file(key, ".x");
        Path unfinished = files.unfinished(file);
        Files.write(unfinished, new byte[bytes]);
        files.finish(unfinished, file);
        return file;
    }

    @Test
    void dropsWhatWasNotUsedForLongest() throws IOException {
        KeptFiles files = new KeptFiles(folder.resolve("new"), 100);
        Path one = keep(files, "one", 40);
        Path two = keep(files, "two", 40);
        Files.setLastModifiedTime(one, FileTime.from(Instant.now().minusSeconds(100)));
        Files.setLastModifiedTime(two, FileTime.from(Instant.now().minusSeconds(50)));
        files.used(one);
        Path three = keep(files, "three", 40);
        assertTrue(Files.exists(one), "used");
        assertFalse(Files.exists(two), "not used");
        assertTrue(Files.exists(three), "new");
        assertNotEquals(one, files.file("one", ".y"));
        assertEquals(one, files.file("one", ".x"));
    }

    @Test
    void whatIsLargerThanAllIsNotKept() throws IOException {
        KeptFiles files = new KeptFiles(folder, 100);
        Path one = keep(files, "one", 40);
        assertThrows(IOException.class, () -> keep(files, "large", 101));
        assertTrue(Files.exists(one));
        assertFalse(Files.exists(files.file("large", ".x")));
    }

    @Test
    void clearsAwayWhatOthersLeftUnfinishedAndNotWhatTheyWrite() throws IOException {
        KeptFiles files = new KeptFiles(folder, 100);
        Path abandoned = Files.write(files.unfinished(files.file("a", ".x")), new byte[90]);
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path written = Files.write(files.unfinished(files.file("b", ".x")), new byte[90]);
        keep(files, "one", 40);
        assertFalse(Files.exists(abandoned));
        assertTrue(Files.exists(written));
    }

    @Test
    void aFolderThatCannotBeIsAnOrdinaryError() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[1]);
        KeptFiles files = new KeptFiles(file, 100);
        assertThrows(IOException.class, () -> keep(files, "one", 1));
        files.delete(files.file("one", ".x"));
        files.used(files.file("one", ".x"));
    }
}
