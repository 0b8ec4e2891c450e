package org.reelbench.demo.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

class DeviationTest {

    @Test
    void deviationsAreShownInColumns() {
        assertEquals("""
                where                       expected          found
                frame 7, bottom             source 1 frame 7  unreadable (0.1)
                a place with a longer name  a                 b""",
                Deviation.table(List.of(new Deviation("frame 7, bottom", "source 1 frame 7", "unreadable (0.1)"),
                        new Deviation("a place with a longer name", "a", "b"))));
    }

    @Test
    void onlyTheFirstTenAreShown() {
        List<String> lines = Deviation.table(Collections.nCopies(23, new Deviation("here", "a", "b"))).lines().toList();
        assertEquals(12, lines.size());
        assertEquals("… and 13 more", lines.getLast());
    }

    @Test
    void tenAreAll() {
        assertEquals(11, Deviation.table(Collections.nCopies(10, new Deviation("here", "a", "b"))).lines().count());
    }
}
