package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.reelbench.cli.CommandException;

class PlayFiguresTest {

    @Test
    void readsWhatPlayTells() throws CommandException {
        assertEquals(new PlayFigures(90, 150, 2, 124, 30, 80.5, 0.25), PlayFigures.parse("""
                {"openedMs":80.5,"playedSeconds":5.1,"framesShown":124,"framesDropped":1,"decoders":{"most":2,"after":0},
                "memory":{"beforeBytes":90,"peakBytes":150,"afterBytes":120},
                "atMost":{"processBytes":200,"unaccountedBytes":50},
                "ledger":[{"holding":"decoders","label":"a.mp4","bundle":"b","bytes":20},{"holding":"sound","bytes":10}],
                "problem":""}"""));
    }

    @Test
    void saysWhatWasToldInsteadOfFigures() {
        assertTrue(assertThrows(CommandException.class, () -> PlayFigures.parse("no such file")).getMessage()
                .contains("no such file"));
        assertThrows(CommandException.class, () -> PlayFigures.parse("{}"));
    }
}
