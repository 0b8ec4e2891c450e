package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.demo.internal.film.Box;
import org.reelbench.demo.internal.media.MovieSpec;

class TrackFilmTest {

    @Test
    void smallPicturesLieOnEvenPixelsBesideEachOtherInsideTheCanvas() {
        Set<Box> boxes = new HashSet<>();
        for (int track = 1; track < 10; track++) {
            Box box = TrackFilm.box(track);
            boxes.add(box);
            assertTrue(box.x() % 2 == 0 && box.y() % 2 == 0, box::toString);
            assertEquals(320, box.width());
            assertEquals(180, box.height());
            assertTrue(box.x() + box.width() <= TrackFilm.WIDTH_PX && box.y() + box.height() <= TrackFilm.HEIGHT_PX,
                    box::toString);
        }
        assertEquals(9, boxes.size());
    }

    @Test
    void eachOfTenTracksHasAMediumOfItsOwn() {
        assertEquals(10, new TrackFilm(10, 5).media().stream().map(MovieSpec::file).distinct().count());
        assertEquals(10, new TrackFilm(12, 5).media().size());
        assertEquals(150, new TrackFilm(1, 5).frames());
    }
}
