package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

@Timeout(60)
class FilmCheckTest {

    private static final ExportOptions VERIFIED = ExportOptions.DEFAULT.withVerify(true);

    @TempDir
    Path folder = Path.of("set by the framework");

    @Test
    void aFilmThatIsWhatWasComposedIsSaidToBeSo() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.film.count = 40;
            ExportSummary summary = Bench.end(bench.exports.start(bench.film(40).with(VERIFIED))).result();
            assertEquals("verified: 40 frames, 16 compared are equal, sound of 1.600 s", summary.notes().getFirst());
            assertEquals(0, bench.film.frames.live());
        }
    }

    @Test
    void withoutTheWishNothingIsRead() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.film.count = 3;
            assertTrue(Bench.end(bench.exports.start(bench.film(40))).result().notes().isEmpty());
        }
    }

    @Test
    void whatDiffersIsNamedAndNoFileIsLeft() throws Exception {
        assertRefused("is at 1.560", film -> film.count = 39);
        assertRefused("is at 1.640", film -> film.count = 41);
        assertRefused("frame 0", film -> film.late = RationalTime.of(2, 1000));
        assertRefused("62x36", film -> film.widthPx = 62);
        assertRefused("no sound", film -> film.sounds = false);
        assertRefused("PSNR", film -> film.brightness = 80);
        assertRefused("is at 1.333", film -> film.rate = FrameRate.of(30, 1));
    }

    @Test
    void aFilmThatIsNotVerifiedLeavesTheOneThatWasThere() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Files.writeString(bench.target, "good");
            bench.film.count = 1;
            assertThrows(ExportException.class, Bench.end(bench.exports.start(bench.film(40).with(VERIFIED)))::result);
            assertEquals("good", Files.readString(bench.target));
        }
    }

    private void assertRefused(String word, Consumer<FakeFilm> damage) throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.film.count = 40;
            damage.accept(bench.film);
            ExportException e = assertThrows(ExportException.class,
                    Bench.end(bench.exports.start(bench.film(40).with(VERIFIED)))::result);
            assertEquals(ExportException.Reason.NOT_VERIFIED, e.reason());
            assertTrue(e.getMessage().contains(word) && e.getMessage().contains("film.mp4"), e.getMessage());
            assertFalse(Files.exists(bench.target));
        }
    }
}
