package org.reelbench.workbench.internal.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.workbench.internal.history.EditHistory.Entry;

/** What the history lists, and how far its entries are. */
class EditHistoryTest {

    @Test
    void editsStandInTheOrderTheyWereMade() {
        EditHistory history = EditHistory.of(List.of("Split", "Append"), List.of("Delete", "Mute"));
        assertEquals(List.of(new Entry("Opened", false), new Entry("Append", false), new Entry("Split", false),
                new Entry("Delete", true), new Entry("Mute", true)), history.entries());
        assertEquals(2, history.present());
        assertEquals(-2, history.stepsTo(0));
        assertEquals(0, history.stepsTo(2));
        assertEquals(2, history.stepsTo(4));
    }

    @Test
    void whatWasJustOpenedIsOneEntry() {
        EditHistory history = EditHistory.of(List.of(), List.of());
        assertEquals(List.of(new Entry("Opened", false)), history.entries());
        assertEquals(0, history.present());
    }

    @Test
    void ofManyEditsTheEarliestStandForThoseBefore() {
        EditHistory history = EditHistory.of(Collections.nCopies(EditHistory.MOST + 1, "Trim"), List.of());
        assertEquals(EditHistory.MOST + 1, history.entries().size());
        assertEquals("Earlier edits", history.entries().getFirst().label());
        assertEquals(EditHistory.MOST, history.present());
    }
}
