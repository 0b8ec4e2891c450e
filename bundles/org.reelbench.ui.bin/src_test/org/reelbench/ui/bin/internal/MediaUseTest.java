package org.reelbench.ui.bin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reelbench.ui.bin.internal.BinFilm.film;
import static org.reelbench.ui.bin.internal.BinFilm.project;
import static org.reelbench.ui.bin.internal.BinFilm.still;
import static org.reelbench.ui.bin.internal.BinFilm.track;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reelbench.project.Project;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Track;

/** How often media are used. */
class MediaUseTest {

    private static final Id M1 = new Id("m1");
    private static final Id M2 = new Id("m2");

    private final MediaUse use = new MediaUse();

    @Test
    void clipsOfAllTracksAreCounted() {
        Project project = project(List.of(), track("v1", film("c1", "m1"), film("c2", "m1")), track("v2", still("c3", "m2")));
        assertEquals(Map.of(M1, 2, M2, 1), use.count(project));
    }

    @Test
    void anEditIsCountedAndWhatItLeftAloneIsNotLost() {
        Track first = track("v1", film("c1", "m1"));
        assertEquals(Map.of(M1, 1, M2, 1), use.count(project(List.of(), first, track("v2", film("c2", "m2")))));
        assertEquals(Map.of(M1, 2), use.count(project(List.of(), first, track("v2", film("c3", "m1")))));
        assertEquals(Map.of(M1, 1), use.count(project(List.of(), first)));
    }
}
