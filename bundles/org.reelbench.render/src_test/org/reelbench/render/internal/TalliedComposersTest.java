package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.Composition;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.render.Sequences;

class TalliedComposersTest {

    @Test
    void whatComposersHoldIsToldAsLongAsTheyAreOpen() throws Exception {
        MemoryLedger ledger = MemoryLedger.none();
        Tally tally = new Tally("composing");
        FakeComposers fakes = new FakeComposers();
        TalliedComposers composers = new TalliedComposers(fakes, tally);
        Composition composition = new Composition(
                new Canvas(64, 36, Sequences.FPS_25, ColorDescription.BT709_LIMITED), List.of());
        try (Composer first = composers.open(composition)) {
            tally.tellTo(ledger);
            assertEquals(FakeComposers.HELD_BYTES, ledger.heldBytes());
            Composer second = composers.open(composition);
            assertEquals(2 * FakeComposers.HELD_BYTES, ledger.heldBytes());
            second.close();
            second.close();
            assertEquals(first.heldBytes(), ledger.heldBytes());
        }
        assertEquals(0, ledger.heldBytes());
        assertEquals(0, fakes.open());
    }
}
