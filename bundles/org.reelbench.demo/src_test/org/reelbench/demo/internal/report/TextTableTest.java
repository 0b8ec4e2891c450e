package org.reelbench.demo.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        TextTable table = new TextTable("tracks", "ratio").row("1", "1.05 (0.92–1.19)").row("10", "");
        assertEquals("tracks  ratio\n1       1.05 (0.92–1.19)\n10", table.toString());
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        TextTable table = new TextTable("a", "b");
        assertThrows(IllegalArgumentException.class, () -> table.row("1"));
    }
}
