package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.bench.RecordFigures.Cost;
import org.reelbench.demo.internal.bench.RecordFigures.Start;
import org.reelbench.demo.internal.bench.RecordFigures.Take;
import org.reelbench.demo.internal.bench.RecordFigures.Takes;

class RecordFiguresTest {

    private static final RecordFigures FIGURES = new RecordFigures("libopenh264",
            List.of(new Takes(new Take(450, 0, 4.5, 6_000_000, 0.09), new Take(440, 10, 5.28, 6_100_000, 0)),
                    new Takes(new Take(400, 50, 4.0, 6_000_000, 0.16), new Take(450, 0, 4.05, 6_100_000, 0))),
            List.of(new Start(60, 20), new Start(40, 20), new Start(50, 25)),
            List.of(new Cost(1.02, 1), new Cost(2.2, 2), new Cost(1.04, 1)), 1.5);

    @Test
    void processorTimeIsComparedPictureByPicture() {
        assertEquals(1.05, FIGURES.cpu().median(), 1e-9);
        assertEquals(0.9, FIGURES.cpu().least(), 1e-9);
        assertEquals(1.2, FIGURES.cpu().greatest(), 1e-9);
        assertEquals(2, FIGURES.sooner().median(), 1e-9);
        assertEquals(4, FIGURES.overheadPercent(), 1e-9);
        assertEquals(3, FIGURES.ownPercent(), 1e-9);
    }

    @Test
    void losingMoreThanTheOtherProgramMissesAGoal() {
        List<Goal> goals = FIGURES.goals();
        assertEquals(List.of(true, false, true, true), goals.stream().map(Goal::isMet).toList());
        assertEquals(100 * (50 / 900.0 - 10 / 900.0), goals.get(1).measured(), 1e-9);
    }

    @Test
    void theTableAndTheObjectTellEveryRecording() {
        String[] lines = FIGURES.table().split("\n");
        assertTrue(lines[1].startsWith("us") && lines[1].contains("10.00"), lines[1]);
        assertTrue(lines[2].startsWith("ffmpeg") && lines[2].contains("12.00"), lines[2]);
        String object = Json.line(FIGURES::write);
        assertTrue(object.contains("\"ours\":{\"frames\":450,\"lost\":0") && object.contains("\"reuseRatio\":2.0"), object);
    }
}
