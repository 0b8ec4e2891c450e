package org.reelbench.project.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaPathsTest {

    private Path home = Path.of("");
    private Path film = Path.of("");

    @BeforeEach
    void setUp(@TempDir Path folder) throws Exception {
        home = folder.toRealPath();
        film = Files.createDirectory(home.resolve("film"));
    }

    private String roundTrip(Path projectFile, String path) throws Exception {
        MediaPaths paths = MediaPaths.of(projectFile);
        String inFile = paths.toFile(path);
        assertEquals(path, paths.toMemory(inFile));
        return inFile;
    }

    @Test
    void mediaUnderTheProjectAndInFoldersBesideItAreRelative() throws Exception {
        Path file = film.resolve("film.reel");
        assertEquals("a.mp4", roundTrip(file, film + "/a.mp4"));
        assertEquals("footage/day 1/a.mp4", roundTrip(file, film + "/footage/day 1/a.mp4"));
        assertEquals("../footage/a.mp4", roundTrip(file, home + "/footage/a.mp4"));
        assertEquals("../filmnotes/a.mp4", roundTrip(file, home + "/filmnotes/a.mp4"));
    }

    @Test
    void mediaFartherAwayAreAbsolute() throws Exception {
        Path file = film.resolve("film.reel");
        String away = home.getParent() + "/elsewhere/a.mp4";
        assertEquals(away, roundTrip(file, away));
        assertEquals(film.toString(), roundTrip(file, film.toString()));
        assertEquals(home.toString(), roundTrip(file, home.toString()));
        assertEquals("/media/card/a.mp4", roundTrip(file, "/media/card/a.mp4"));
        // Beside a folder in the root lies everything.
        assertEquals("/etc/hosts", roundTrip(Path.of("/tmp/film.reel"), "/etc/hosts"));
    }

    @Test
    void aPathRelativeInMemoryStaysAsItIsInTheFile() throws Exception {
        assertEquals("footage/a.mp4", MediaPaths.of(film.resolve("film.reel")).toFile("footage/a.mp4"));
    }

    @Test
    void addressesStayAsTheyAre() throws Exception {
        for (String address : List.of("https://a.example/b/../c.mp4?d=e#f", "HTTP://a.example//b.mp4")) {
            assertEquals(address, roundTrip(film.resolve("film.reel"), address));
        }
    }

    @Test
    void throughALinkTheMediaBesideTheRealFolderAreFound() throws Exception {
        Path other = Files.createDirectory(home.resolve("other"));
        Path link = Files.createSymbolicLink(other.resolve("link"), film);
        MediaPaths paths = MediaPaths.of(link.resolve("film.reel"));
        assertEquals(home + "/footage/a.mp4", paths.toMemory("../footage/a.mp4"));
        assertEquals("footage/a.mp4", paths.toFile(link + "/footage/a.mp4"));
    }
}
