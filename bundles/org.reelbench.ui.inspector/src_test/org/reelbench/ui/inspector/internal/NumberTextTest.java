package org.reelbench.ui.inspector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.ui.inspector.internal.sheet.Kind.Numbers;

/** How numbers are read and typed. */
class NumberTextTest {

    private static final Numbers PERCENT = new Numbers(0, 100, 1, 1, "%", Optional.empty());

    @Test
    void numbersAreReadWithoutWhatSaysNothing() {
        assertEquals("40", NumberText.of(40, PERCENT));
        assertEquals("33.3", NumberText.of(100 / 3.0, PERCENT));
        assertEquals("0", NumberText.of(-0.01, PERCENT));
        assertEquals("100", NumberText.of(99.99, PERCENT));
    }

    @Test
    void theUnitACommaAndBlanksMayBeTyped() {
        assertEquals(Optional.of(12.5), NumberText.parse(" 12,5 % ", PERCENT));
        assertEquals(Optional.of(7.0), NumberText.parse("7", PERCENT));
        assertEquals(Optional.empty(), NumberText.parse("seven", PERCENT));
        assertEquals(Optional.empty(), NumberText.parse("", PERCENT));
        assertEquals(Optional.empty(), NumberText.parse("NaN", PERCENT));
    }

    @Test
    void whatLiesOutsideComesToTheNearerLimit() {
        assertEquals(Optional.of(100.0), NumberText.parse("250", PERCENT));
        assertEquals(Optional.of(0.0), NumberText.parse("-3", PERCENT));
        assertEquals(33.3, NumberText.rounded(33.34, PERCENT));
    }
}
