package org.reelbench.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.reelbench.ui.viewer.internal.ViewerTransport.Status;

/** What is said of how it plays. */
class StatusWordsTest {

    @Test
    void whereAllIsAsItShouldBeNothingIsSaid() {
        assertEquals("", StatusWords.text(new Status(1, 0, false, 1)));
        assertEquals("", StatusWords.tip(new Status(-1, 0, false, 1)));
        assertEquals("", StatusWords.text(Status.standing(0)));
    }

    @Test
    void speedSizeAndLossesAreSaidInThisOrder() {
        assertEquals("−4×, 1/2 size, 7 dropped", StatusWords.text(new Status(-4, 7, false, 2)));
        assertEquals("Preview, 1 dropped", StatusWords.text(new Status(1, 1, true, 4)));
        assertEquals("3 dropped", StatusWords.text(Status.standing(3)));
        assertTrue(StatusWords.tip(new Status(2, 1, false, 4)).contains("export"));
    }
}
