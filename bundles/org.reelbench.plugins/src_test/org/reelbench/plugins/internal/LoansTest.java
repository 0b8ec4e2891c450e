package org.reelbench.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.plugins.PluginCalls.Loan;

class LoansTest {

    private static final Optional<String> ONE = Optional.of("one");
    private static final Optional<String> TWO = Optional.of("two");

    private final Loans loans = new Loans();

    @Test
    void whatIsLentIsToldUntilItIsBack() {
        Loan first = loans.lend(ONE, 0x1000, 100);
        Loan second = loans.lend(ONE, 0x2000, 20);
        Loan other = loans.lend(TWO, 0x3000, 3);
        assertEquals(Map.of("one", 120L, "two", 3L), loans.bytes());
        first.close();
        other.close();
        assertEquals(Map.of("one", 20L), loans.bytes(), "who has nothing is not named");
        second.close();
        assertEquals(Map.of(), loans.bytes());
    }

    @Test
    void theSameMemoryCountsOnceForAPluginUntilItsLastLoanEnds() {
        Loan first = loans.lend(ONE, 0x1000, 100);
        Loan second = loans.lend(ONE, 0x1000, 100);
        Loan other = loans.lend(TWO, 0x1000, 100);
        assertEquals(Map.of("one", 100L, "two", 100L), loans.bytes());
        first.close();
        assertEquals(Map.of("one", 100L, "two", 100L), loans.bytes());
        second.close();
        other.close();
        assertEquals(Map.of(), loans.bytes());
    }

    @Test
    void aLoanThatIsClosedTwiceEndsOnce() {
        Loan first = loans.lend(ONE, 0x1000, 100);
        Loan second = loans.lend(ONE, 0x1000, 100);
        first.close();
        first.close();
        assertEquals(Map.of("one", 100L), loans.bytes());
        second.close();
        assertEquals(Map.of(), loans.bytes());
    }

    @Test
    void whatTheProgramHasItselfIsNotCounted() {
        loans.lend(Optional.empty(), 0x1000, 100);
        assertEquals(Map.of(), loans.bytes());
        assertThrows(IllegalArgumentException.class, () -> loans.lend(ONE, 0x1000, -1));
    }
}
