package org.reelbench.workbench.internal.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** How projects are named in lists that may be narrow. */
class RecentMenuTest {

    private static final Path FILM = Path.of("/home/ada/films/lake/film.reel");

    @Test
    void theFolderIsNamedAsFarAsThereIsRoomForItsEnd() {
        assertEquals("film.reel  –  /home/ada/films/lake", fitted(34, false));
        assertEquals("film.reel  –  …/ada/films/lake", fitted(33, false));
        assertEquals("film.reel  –  …/lake", fitted(20, false));
        assertEquals("film.reel", fitted(19, false));
    }

    @Test
    void theNameAndWhetherItIsGoneAreNeverCut() {
        assertEquals("film.reel  –  missing  –  …/lake", fitted(32, true));
        assertEquals("film.reel  –  missing", fitted(3, true));
        assertEquals("film.reel", RecentMenu.label(Path.of("film.reel"), false, _ -> true));
    }

    private static String fitted(int room, boolean isMissing) {
        return RecentMenu.label(FILM, isMissing, label -> label.length() <= room);
    }
}
