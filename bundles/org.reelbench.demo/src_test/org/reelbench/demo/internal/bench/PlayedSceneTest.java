package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.reelbench.cli.CommandException;
import org.reelbench.demo.internal.report.TextTable;

/** The figures of films that were played by another process. */
class PlayedSceneTest {

    private static final String LINE = "{\"playedSeconds\":10.0,\"cpuSeconds\":5.0,\"framesShown\":299,\"framesDropped\":1,"
            + "\"seeks\":{\"count\":20,\"firstPaint\":{\"p50Ms\":30.25,\"p95Ms\":60},\"exactPaint\":{\"p50Ms\":210,\"p95Ms\":400}},"
            + "\"ledger\":[{\"bytes\":5}]}";

    @Test
    void figuresAreFoundByTheirPlace() throws CommandException {
        PlayedScene scene = PlayedScene.parse(3, true, LINE);
        assertEquals(299, scene.shown());
        assertEquals(1, scene.dropped());
        assertEquals(0.5, scene.cores());
        TextTable table = PlayedScene.table();
        scene.row(table);
        assertTrue(table.toString().contains("3 tracks, proxies"), table.toString());
        assertTrue(table.toString().matches("(?s).*30\\.3 +60\\.0 +210\\.0 +400\\.0.*"), table.toString());
    }

    @Test
    void aRunThatToldNothingIsAFailure() {
        assertThrows(CommandException.class, () -> PlayedScene.parse(1, false, ""));
        assertThrows(CommandException.class, () -> PlayedScene.parse(1, false, "{\"other\":1}"));
        assertThrows(CommandException.class, () -> PlayedScene.parse(1, false, "{\"framesShown\":"));
    }

    @Test
    void theLastCountOfFfplayCounts() {
        assertEquals(OptionalLong.of(12), PlayedScenes.drops("  1.2 A-V: 0.0 fd=   0 aq=0KB\r  2.2 A-V: 0.0 fd=  12 aq=1KB\r\n"));
        assertEquals(OptionalLong.empty(), PlayedScenes.drops("no display"));
    }
}
