package org.reelbench.interchange.internal.otio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class MediaUrlTest {

    private static final Path FOLDER = Path.of("/films/cut");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "file:///media/a.mov                  | /media/a.mov",
            "file://localhost/media/a.mov         | /media/a.mov",
            "FILE:///media/a.mov                  | /media/a.mov",
            "file:/media/a.mov                    | /media/a.mov",
            "file:a.mov                           | /films/cut/a.mov",
            "file:///media/a%20b%C3%A4.mov        | /media/a bä.mov",
            "file:///media/100%.mov               | /media/100%.mov",
            "file:///media/50%25.mov              | /media/50%.mov",
            "file:///media/a#1?.mov               | /media/a#1?.mov",
            "/media/a.mov                         | /media/a.mov",
            "a.mov                                | /films/cut/a.mov",
            "../a.mov                             | /films/a.mov",
            "./sub/a.mov                          | /films/cut/sub/a.mov",
            "sub/a%20b.mov                        | /films/cut/sub/a b.mov",
            "C:\\media\\a.mov                     | C:/media/a.mov",
            "C:/media/a.mov                       | C:/media/a.mov",
            "file:///C:/media/a%20b.mov           | C:/media/a b.mov",
            "file:///C%3A/media/a.mov             | C:/media/a.mov",
            "file://C:/media/a.mov                | C:/media/a.mov",
            "file://server/share/a%20b.mov        | //server/share/a b.mov",
            "\\\\server\\share\\a.mov             | //server/share/a.mov" })
    void addressesThatNameAFile(String address, String expected) {
        assertEquals(Optional.of(expected), MediaUrl.resolve(address, FOLDER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "http://host/a.mov", "https://host/a.mov", "s3://bucket/a.mov", "rtsp://camera",
            "data:video/mp4;base64,AAAA", "''", "' '", "file:", "file://" })
    void addressesThatNameNoFile(String address) {
        assertEquals(Optional.empty(), MediaUrl.resolve(address, FOLDER));
    }

    @Test
    void aNameWithAZeroCharacterIsNone() {
        assertEquals(Optional.empty(), MediaUrl.resolve("a\0b.mov", FOLDER));
        assertEquals(Optional.of("/films/cut/a%00b.mov"), MediaUrl.resolve("a%00b.mov", FOLDER));
    }

    @Test
    void ofSeveralMeaningsTheOneThatExistsIsTaken(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("a%20b.mov"));
        Files.createDirectory(folder.resolve("sub"));
        Files.createFile(folder.resolve("sub/c.mov"));
        assertEquals(Optional.of(folder + "/a%20b.mov"), MediaUrl.resolve("a%20b.mov", folder));
        assertEquals(Optional.of(folder + "/a%20b.mov"), MediaUrl.resolve(folder.toUri() + "a%20b.mov", folder));
        assertEquals(Optional.of(folder + "/sub/c.mov"), MediaUrl.resolve("sub\\c.mov", folder));
        Files.createFile(folder.resolve("a b.mov"));
        assertEquals(Optional.of(folder + "/a b.mov"), MediaUrl.resolve(folder.toUri() + "a%20b.mov", folder));
    }
}
