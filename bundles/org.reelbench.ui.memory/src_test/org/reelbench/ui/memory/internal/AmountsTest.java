package org.reelbench.ui.memory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class AmountsTest {

    private static final long MIB = 1 << 20;

    @Test
    void theSummaryTellsWhatIsInTheLedgerWithoutMappedFiles() {
        assertEquals("820 MB of 1000 MB used · 200 MB in media and caches · 520 MB unaccounted",
                Amounts.summary(Readings.of(820, 0)));
    }

    @Test
    void thePlotShowsTenMinutesAtLeastAndTheBudgetNearTheTop() {
        PlotScale scale = PlotScale.of(List.of(Readings.of(100, 1000), Readings.of(500, 1300)), 601, 111);

        assertEquals(Instant.ofEpochSecond(700), scale.from());
        assertEquals(0, scale.x(Instant.ofEpochSecond(700)));
        assertEquals(300, scale.x(Instant.ofEpochSecond(1000)));
        assertEquals(600, scale.x(Instant.ofEpochSecond(1300)));
        assertEquals(10, scale.y(1000 * MIB));
        assertEquals(110, scale.y(0));
    }

    @Test
    void thePlotHoldsMoreThanTheBudgetIfMoreWasUsed() {
        PlotScale scale = PlotScale.of(List.of(Readings.of(2000, 0)), 100, 111);

        assertEquals(10, scale.y(2000 * MIB));
    }
}
