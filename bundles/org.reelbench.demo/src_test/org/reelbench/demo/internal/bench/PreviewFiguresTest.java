package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.cli.Json;

class PreviewFiguresTest {

    private static final PreviewFigures FIGURES = new PreviewFigures("1 track", 30,
            List.of(new PreviewFigures.Wait(40, 400), new PreviewFigures.Wait(60, 300), new PreviewFigures.Wait(90, 1000)),
            List.of(12.0, 30.0),
            List.of(new Pair(new Measured(8, 5, 0), new Measured(10, 6, 0))),
            List.of(new PreviewFigures.Edit(240, 1), new PreviewFigures.Edit(600, 2), new PreviewFigures.Edit(120, 1)), 7, 0,
            1.5);

    @Test
    void theFirstFragmentIsComparedWithItsOwnSegment() {
        assertEquals(0.1, FIGURES.firstShare().median(), 1e-9);
        assertEquals(0.09, FIGURES.firstShare().least(), 1e-9);
        assertEquals(0.2, FIGURES.firstShare().greatest(), 1e-9);
        assertEquals(60, FIGURES.firstMs(50));
        assertEquals(90, FIGURES.firstMs(95));
    }

    @Test
    void anEditIsComparedWithTenMinutesAtTheSpeedOfTheOtherProgram() {
        // 30 s took it 6 s, so ten minutes 120 s; the median edit took 0.24 s.
        assertEquals(0.002, FIGURES.editShare(), 1e-9);
    }

    @Test
    void oneLineTellsAll() {
        String[] lines = PreviewFigures.table(List.of(FIGURES)).split("\n");
        assertEquals(2, lines.length);
        assertTrue(lines[1].startsWith("1 track") && lines[1].contains("0.10 (0.09–0.20)") && lines[1].contains("0.0020"),
                lines[1]);
        String json = Json.line(FIGURES::write);
        assertTrue(json.contains("\"firstShare\":0.1,") && json.contains("\"cachedEncoded\":0"), json);
    }
}
