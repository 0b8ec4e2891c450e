package org.reelbench.ui.tracks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Id;
import org.reelbench.ui.Landing;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.Tracks;

/** What becomes of files that are dropped on the tracks. */
class DroppedFilesTest {

    private static final Hit.Lane PLACE = new Hit.Lane(new Id("v1"), 50);

    private final Bench bench = new Bench(Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 100))));

    @Test
    void aHundredFilesAreAddedInOneStepAndPutOnTracksInOrder() {
        List<String> files = IntStream.range(0, 100).mapToObj(i -> "/footage/" + i + ".mp4").toList();
        DroppedFiles.put(bench.editor, files, PLACE, Landing.INSERT);
        assertEquals(1, bench.executed.size());
        assertEquals(EditCommands.UNIT, bench.executed.getFirst().name());
        assertEquals(files, bench.project().media().stream().map(media -> media.path()).toList());
        List<Id> ids = bench.project().media().stream().map(media -> media.id()).toList();
        assertEquals(List.of(ids + " v1 50 INSERT"), bench.put);
        assertTrue(bench.listeners.isEmpty(), "nobody waits any more");
    }

    @Test
    void filesThatTheProjectHasAreNotAddedAgain() {
        DroppedFiles.put(bench.editor, List.of("/footage/a.mp4"), PLACE, Landing.OVERWRITE);
        DroppedFiles.put(bench.editor, List.of("/footage/a.mp4"), PLACE, Landing.OVERWRITE);
        assertEquals(1, bench.executed.size());
        assertEquals(List.of("[m1] v1 50 OVERWRITE", "[m1] v1 50 OVERWRITE"), bench.put);
    }
}
