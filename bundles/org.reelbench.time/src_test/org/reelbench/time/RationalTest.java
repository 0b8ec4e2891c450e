package org.reelbench.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RationalTest {

    @Test
    void equalNumbersAreEqualRecords() {
        assertEquals(Rational.of(1, 2), Rational.of(2, 4));
        assertEquals(Rational.of(-1, 2), Rational.of(1, -2));
        assertEquals(Rational.of(1, 2), Rational.of(-3, -6));
        assertEquals(Rational.ZERO, Rational.of(0, -7));
        assertEquals(Rational.of(3, 6).hashCode(), Rational.of(1, 2).hashCode());
    }

    @Test
    void aDenominatorOfZeroIsRefused() {
        assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
        assertThrows(ArithmeticException.class, Rational.ZERO::inverted);
        assertThrows(ArithmeticException.class, () -> Rational.ONE.dividedBy(Rational.ZERO));
    }

    @Test
    void arithmeticIsExact() {
        assertEquals(Rational.of(5, 6), Rational.of(1, 2).plus(Rational.of(1, 3)));
        assertEquals(Rational.of(1, 6), Rational.of(1, 2).minus(Rational.of(1, 3)));
        assertEquals(Rational.of(1, 3), Rational.of(2, 3).minus(Rational.of(1, 3)));
        assertEquals(Rational.of(1, 6), Rational.of(1, 2).times(Rational.of(1, 3)));
        assertEquals(Rational.of(3, 2), Rational.of(1, 2).dividedBy(Rational.of(1, 3)));
        assertEquals(Rational.of(-7, 2), Rational.of(7, 4).times(-2));
        assertEquals(Rational.of(3, 4), Rational.of(-3, 4).absolute());
        assertEquals(Rational.of(-3, 4), Rational.of(3, 4).negated());
    }

    @Test
    void intermediateResultsMayExceedSixtyFourBits() {
        Rational tiny = Rational.of(1, Long.MAX_VALUE);
        assertEquals(Rational.of(2, Long.MAX_VALUE), tiny.plus(tiny));
        Rational left = Rational.of(Long.MAX_VALUE, 1_000_003);
        assertEquals(Rational.ONE, left.times(left.inverted()));
        assertEquals(Rational.ZERO, left.minus(left));
        assertEquals(Rational.of(Long.MAX_VALUE - 1, 2), Rational.of(Long.MAX_VALUE, 2).minus(Rational.of(1, 2)));
        assertEquals(Rational.of(5, 6_000_000_000_000_000_000L),
                Rational.of(1, 2_000_000_000_000_000_000L).plus(Rational.of(1, 3_000_000_000_000_000_000L)));
    }

    @Test
    void whatDoesNotFitIsReportedRatherThanWrapped() {
        Rational huge = Rational.of(Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> huge.plus(Rational.ONE));
        assertThrows(ArithmeticException.class, () -> huge.times(2));
        assertThrows(ArithmeticException.class,
                () -> Rational.of(1, Long.MAX_VALUE).plus(Rational.of(1, Long.MAX_VALUE - 1)));
        assertThrows(ArithmeticException.class, () -> Rational.of(Long.MIN_VALUE, -1));
        assertThrows(ArithmeticException.class, () -> Rational.of(Long.MIN_VALUE).negated());
    }

    @Test
    void theLeastLongIsANumberLikeOthers() {
        assertEquals(Rational.ONE, Rational.of(Long.MIN_VALUE, Long.MIN_VALUE));
        assertEquals(Rational.ZERO, Rational.of(0, Long.MIN_VALUE));
        assertEquals(Rational.of(Long.MAX_VALUE), Rational.of(-1).minus(Rational.of(Long.MIN_VALUE)));
        assertEquals(Long.MIN_VALUE, Rational.of(Long.MIN_VALUE).round());
        assertTrue(Rational.of(Long.MIN_VALUE).compareTo(Rational.of(1, 3)) < 0);
    }

    @Test
    void roundingGoesDownUpOrToTheNearest() {
        assertEquals(-2, Rational.of(-3, 2).floor());
        assertEquals(-1, Rational.of(-3, 2).ceil());
        assertEquals(1, Rational.of(3, 2).floor());
        assertEquals(2, Rational.of(3, 2).ceil());
        assertEquals(2, Rational.of(3, 2).round());
        assertEquals(-1, Rational.of(-3, 2).round());
        assertEquals(1, Rational.of(4, 3).round());
        assertEquals(-2, Rational.of(-5, 3).round());
        assertEquals(4_611_686_018_427_387_904L, Rational.of(Long.MAX_VALUE, 2).round());
        assertEquals(7, Rational.of(7).round());
    }

    @Test
    void orderIsExactWhereDoublesAreEqual() {
        Rational less = Rational.of(Long.MAX_VALUE - 1, Long.MAX_VALUE);
        Rational more = Rational.of(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1);
        assertEquals(less.toDouble(), more.toDouble());
        assertTrue(more.compareTo(less) < 0);
        assertTrue(less.compareTo(more) > 0);
        assertTrue(less.negated().compareTo(more.negated()) < 0);
        assertTrue(Rational.of(-1, 3).compareTo(Rational.of(1, 4)) < 0);
        assertEquals(0, Rational.of(2, 3).compareTo(Rational.of(4, 6)));
    }

    @Test
    void parsesWhatItPrints() {
        for (Rational number : new Rational[] { Rational.of(30), Rational.of(30_000, 1001), Rational.of(-1, 3), Rational.ZERO,
                Rational.of(Long.MIN_VALUE), Rational.of(Long.MAX_VALUE, Long.MAX_VALUE - 1) }) {
            assertEquals(number, Rational.parse(number.toString()));
        }
    }

    @Test
    void parsesDecimalsAsWritten() {
        assertEquals(Rational.of(2997, 100), Rational.parse("29.97"));
        assertEquals(Rational.of(-1, 2), Rational.parse("-0.5"));
        assertEquals(Rational.of(1, 4), Rational.parse(" .25 "));
        assertEquals(Rational.of(30_000, 1001), Rational.parse("30000 / 1001"));
    }

    @Test
    void refusesWhatIsNoNumber() {
        for (String text : new String[] { "", ".", "1.", "1.-5", "1/0", "a", "1/2/3", "1e3", "--1", "99999999999999999999" }) {
            NumberFormatException refused = assertThrows(NumberFormatException.class, () -> Rational.parse(text), text);
            assertTrue(refused.getMessage().contains("'" + text + "'"), refused.getMessage());
        }
    }

    @Test
    void refusesAnEndlessTextUnread() {
        String text = "0." + "1".repeat(10_000_000);
        NumberFormatException refused = assertThrows(NumberFormatException.class, () -> Rational.parse(text));
        assertTrue(refused.getMessage().length() < 200);
    }

    @Test
    void tellsSignAndWholeness() {
        assertEquals(-1, Rational.of(-1, 9).signum());
        assertEquals(0, Rational.ZERO.signum());
        assertTrue(Rational.of(6, 3).isWhole());
        assertFalse(Rational.of(5, 3).isWhole());
    }
}
