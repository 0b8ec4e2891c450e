package org.reelbench.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.project.Project;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

class NewFilmTest {

    private static final String FILE = Path.of("films", "beach").toAbsolutePath().toString();

    @Test
    void aProjectIsMadeOfWhatWasSaid() {
        Project project = new NewFilm(FILE, "1280 × 720", "30000/1001").project();
        Sequence sequence = project.mainSequence();
        assertEquals("beach", project.name());
        assertEquals(List.of(1280, 720), List.of(sequence.widthPx(), sequence.heightPx()));
        assertEquals(FrameRate.of(30_000, 1001), sequence.rate());
        assertEquals(List.of("V1", "V2", "A1", "A2"), sequence.tracks().stream().map(Track::name).toList());
    }

    @Test
    void everythingOfferedIsPossible() {
        for (String size : NewFilm.SIZES) {
            for (String rate : NewFilm.RATES) {
                assertEquals(Optional.empty(), new NewFilm(FILE, size, rate).problem(), size + " " + rate);
            }
        }
    }

    @Test
    void sizesMayBeWrittenAsPeopleWriteThem() {
        for (String size : List.of("640x360", " 640 x 360 ", "640×360", "640*360")) {
            assertEquals(640, new NewFilm(FILE, size, "25").project().mainSequence().widthPx(), size);
        }
    }

    @Test
    void whatIsNotPossibleIsSaid() {
        for (String size : List.of("", "640", "640x", "x360", "0x360", "-640x360", "641x360", "640x361", "20000x360", "a x b",
                "99999999999x2")) {
            assertTrue(new NewFilm(FILE, size, "25").problem().orElse("").startsWith("Write the size"), size);
        }
        for (String rate : List.of("", "0", "-25", "fast", "25/0", "1001", "99999999999999999999")) {
            assertTrue(new NewFilm(FILE, "640x360", rate).problem().orElse("").startsWith("Write the rate"), rate);
        }
        for (String file : List.of("", "  ", "film.reel", "\0")) {
            assertTrue(new NewFilm(file, "640x360", "25").problem().orElse("").startsWith("Name a file"), file);
        }
    }

    @Test
    void aFileWithoutAnExtensionGetsThatOfProjects() {
        assertEquals(Optional.of(Path.of(FILE + ".reel")), new NewFilm(FILE, "", "").path());
        assertEquals(Optional.of(Path.of(FILE + ".film")), new NewFilm(FILE + ".film", "", "").path());
        Path dotted = Path.of("films.2026", "beach").toAbsolutePath();
        assertEquals(dotted.resolveSibling("beach.reel"), NewFilm.withExtension(dotted), "a dot in a folder is none in the name");
    }
}
