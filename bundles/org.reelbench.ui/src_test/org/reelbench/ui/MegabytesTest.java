package org.reelbench.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MegabytesTest {

    private static final long MIB = 1 << 20;

    @Test
    void amountsAreRoundedToWhatOneReads() {
        assertEquals("0 MB", Megabytes.of(0));
        assertEquals("0.3 MB", Megabytes.of(MIB / 3));
        assertEquals("9.5 MB", Megabytes.of(19 * MIB / 2));
        assertEquals("412 MB", Megabytes.of(412 * MIB));
        assertEquals("6.1 GB", Megabytes.of(6246 * MIB));
    }
}
