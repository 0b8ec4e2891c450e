package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaBinTest {

    private static final MediaReference MEDIUM = new MediaReference(new Id("m"), "M", "m.mp4", "", Extras.NONE);

    @ParameterizedTest
    @ValueSource(strings = { "", "B", "Beach", "Day 1/Beach", "海/a & b/c.d", "x/y/z", "a  b" })
    void foldersAreNamesWithSlashesBetween(String bin) {
        assertTrue(MediaReference.isBin(bin), bin);
        assertEquals(bin, MEDIUM.withBin(bin).bin());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/Beach", "Beach/", "Day 1//Beach", " ", "Day 1/ ", " Beach", "Beach ", "Day 1 /Beach", "a\nb",
            "\u00a0" })
    void otherTextsAreNone(String bin) {
        assertFalse(MediaReference.isBin(bin), bin);
        assertThrows(IllegalArgumentException.class, () -> MEDIUM.withBin(bin));
    }

    @Test
    void namesHaveAnEnd() {
        assertTrue(MediaReference.isBin("a/".repeat(499) + "a"));
        assertFalse(MediaReference.isBin("a/".repeat(100_000) + "a"));
    }
}
