package org.reelbench.memory.internal.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.reelbench.memory.MemoryBudget;

final class BudgetTest {

    private static final long GIB = 1L << 30;

    @Test
    void aQuarterOfTheMachineIsUsual() {
        assertEquals(4 * GIB, Budget.usual(16 * GIB));
        assertEquals(8 * GIB, Budget.usual(256 * GIB));
        assertEquals(GIB, Budget.usual(2 * GIB));
        assertEquals((long) (0.8 * GIB), Budget.usual(GIB), "never all of a small container");
        assertEquals(GIB, Budget.usual(0), "unknown");
    }

    @Test
    void theLastChoiceCounts() {
        Budget budget = new Budget(16 * GIB);
        budget.choose(2 * GIB);
        assertEquals(2 * GIB, budget.bytes());
        budget.choose(5);
        assertEquals(MemoryBudget.LEAST_BYTES, budget.bytes());
        budget.choose(0);
        assertEquals(4 * GIB, budget.bytes());
        assertEquals(4 * GIB, budget.usualBytes());
    }
}
