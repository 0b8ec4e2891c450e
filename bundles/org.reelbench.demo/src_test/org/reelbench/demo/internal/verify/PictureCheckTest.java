package org.reelbench.demo.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.demo.internal.film.EditList;
import org.reelbench.demo.internal.media.FrameTimes;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

class PictureCheckTest {

    private final FakeFilm film = new FakeFilm();

    @Test
    void theRightFilmHasNoDeviations() throws MediaException {
        PictureCheck check = checked();
        assertEquals(List.of(), check.deviations());
        assertEquals(40, check.verified());
    }

    @Test
    void aFrameShownTwiceIsFound() throws MediaException {
        film.repeatedAt = 5;
        PictureCheck check = checked();
        assertEquals(1, check.deviations().size());
        Deviation deviation = check.deviations().getFirst();
        assertEquals("frame 5 (00:00:00:05), bottom", deviation.where());
        assertEquals("source 1 frame 5", deviation.expected());
        assertTrue(deviation.found().startsWith("source 1 frame 4"), deviation.found());
        assertEquals(39, check.verified());
    }

    @Test
    void aSmallPictureThatIsOneFrameLateIsFound() throws MediaException {
        film.insetLate = 1;
        PictureCheck check = checked();
        assertEquals(30, check.verified());
        assertTrue(check.deviations().stream().anyMatch(d -> d.where().equals("frame 39 (00:00:01:09), top")),
                check.deviations()::toString);
    }

    @Test
    void anOpaquePictureThatMustBeTranslucentIsFound() throws MediaException {
        film.insetOpacity = 1;
        PictureCheck check = checked();
        assertEquals(10, check.deviations().size());
        assertTrue(check.deviations().stream().allMatch(d -> d.where().endsWith(", mix")), check.deviations()::toString);
    }

    @Test
    void aCutInPlaceOfADissolveIsFound() throws MediaException {
        film.dissolves = false;
        PictureCheck check = checked();
        // Even the first and the last of its eight frames, which are a sixteenth away from the pure picture.
        assertEquals(32, check.verified());
    }

    @Test
    void aFilmThatIsOneFrameLongerIsFound() throws MediaException {
        film.length = 41;
        assertEquals(List.of(new Deviation("frame 40 (00:00:01:10), time", "13/10s", "4/3s")), checked().deviations());
    }

    @Test
    void aFilmThatIsOneFrameShorterIsFound() throws MediaException {
        film.length = 39;
        assertEquals(39, checked().verified());
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0, 0.1, 0.25, 0.5, 0.8, 1 })
    void theWeightOfAMixIsMeasured(double weight) {
        try (MixMeter meter = new MixMeter(); MemoryFrame mixed = FakeFilm.allocate(FakeFilm.FULL, RationalTime.ZERO)) {
            TestCard.draw(mixed, 1, 100);
            FakeFilm.lay(mixed, FakeFilm.FULL, 2, 200, weight);
            double measured = meter.weight(mixed, new Card("below", 1, 100, FakeFilm.FULL, 1),
                    new Card("above", 2, 200, FakeFilm.FULL, 1));
            assertEquals(weight, measured, 0.01);
        }
    }

    private PictureCheck checked() throws MediaException {
        FrameTimes times = FrameTimes.constant(EditList.RATE, 100);
        PictureCheck check = new PictureCheck(FakeFilm.LIST,
                new PictureExpectation(FakeFilm.LIST, EditList.RATE, Map.of(1, times, 2, times, 3, times)));
        check.read(film, _ -> {
            // nobody looks
        }, new Cancellation());
        return check;
    }
}
