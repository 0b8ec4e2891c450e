package org.reelbench.time;

import java.math.BigInteger;

/**
 * An exact fraction in lowest terms, the number under every time, rate and speed of Reelbench.
 * <p>
 * Immutable, safe for every thread. Arithmetic is exact: what does not fit 64-bit numerator and denominator throws
 * {@link ArithmeticException} instead of wrapping, which no sum of media times over 24 hours does.
 *
 * @param numerator the signed numerator
 * @param denominator the denominator, always positive and without a factor in common with the numerator
 */
public record Rational(long numerator, long denominator) implements Comparable<Rational> {

    /** Zero. */
    public static final Rational ZERO = new Rational(0, 1);

    /** One. */
    public static final Rational ONE = new Rational(1, 1);

    /** More than any number needs; a longer text, for which exact arithmetic could take minutes, is refused unread. */
    private static final int MAX_TEXT_LENGTH = 64;

    /**
     * Creates the fraction and brings it to lowest terms, so that equal numbers are equal records.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public Rational {
        if (denominator == 0) {
            throw new ArithmeticException("denominator is zero: " + numerator + "/0");
        }
        long divisor = greatestCommonDivisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
        if (denominator < 0) {
            numerator = Math.negateExact(numerator);
            denominator = Math.negateExact(denominator);
        }
    }

    /**
     * Returns the fraction of two numbers.
     *
     * @param numerator the numerator
     * @param denominator the denominator, not zero
     * @return the fraction in lowest terms
     */
    public static Rational of(long numerator, long denominator) {
        return new Rational(numerator, denominator);
    }

    /**
     * Returns a whole number.
     *
     * @param whole the number
     * @return the number over one
     */
    public static Rational of(long whole) {
        return new Rational(whole, 1);
    }

    /**
     * Reads {@code 30}, {@code 30000/1001} or the decimal {@code 29.97}, exactly as written.
     *
     * @param text the text
     * @return the number
     * @throws NumberFormatException if the text is none of these, longer than 64 characters or does not fit 64-bit terms
     */
    public static Rational parse(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new NumberFormatException("'" + text.substring(0, MAX_TEXT_LENGTH) + "...' is too long for a number");
        }
        String number = text.strip();
        try {
            int slash = number.indexOf('/');
            if (slash >= 0) {
                return of(Long.parseLong(number.substring(0, slash).strip()),
                        Long.parseLong(number.substring(slash + 1).strip()));
            }
            int point = number.indexOf('.');
            if (point < 0) {
                return of(Long.parseLong(number));
            }
            String fraction = number.substring(point + 1);
            if (fraction.isEmpty() || !fraction.chars().allMatch(Character::isDigit)) {
                throw new NumberFormatException();
            }
            return exact(new BigInteger(number.substring(0, point) + fraction), BigInteger.TEN.pow(fraction.length()));
        } catch (NumberFormatException | ArithmeticException e) {
            NumberFormatException shown = new NumberFormatException(
                    "'" + text + "' is not a number such as 30, 29.97 or 30000/1001");
            shown.initCause(e);
            throw shown;
        }
    }

    /**
     * Adds.
     *
     * @param other the other number
     * @return this + other
     */
    public Rational plus(Rational other) {
        if (denominator == other.denominator) {
            return of(Math.addExact(numerator, other.numerator), denominator);
        }
        return exact(big(numerator).multiply(big(other.denominator)).add(big(other.numerator).multiply(big(denominator))),
                big(denominator).multiply(big(other.denominator)));
    }

    /**
     * Subtracts.
     *
     * @param other the other number
     * @return this − other
     */
    public Rational minus(Rational other) {
        if (denominator == other.denominator) {
            return of(Math.subtractExact(numerator, other.numerator), denominator);
        }
        return exact(big(numerator).multiply(big(other.denominator)).subtract(big(other.numerator).multiply(big(denominator))),
                big(denominator).multiply(big(other.denominator)));
    }

    /**
     * Multiplies.
     *
     * @param other the other number
     * @return this × other
     */
    public Rational times(Rational other) {
        long left = greatestCommonDivisor(numerator, other.denominator);
        long right = greatestCommonDivisor(other.numerator, denominator);
        return of(Math.multiplyExact(numerator / left, other.numerator / right),
                Math.multiplyExact(denominator / right, other.denominator / left));
    }

    /**
     * Multiplies by a whole number.
     *
     * @param factor the factor
     * @return this × factor
     */
    public Rational times(long factor) {
        return times(of(factor));
    }

    /**
     * Divides.
     *
     * @param other the divisor, not zero
     * @return this ÷ other
     * @throws ArithmeticException if the divisor is zero
     */
    public Rational dividedBy(Rational other) {
        return times(other.inverted());
    }

    /**
     * Returns one over this number.
     *
     * @return the inverse
     * @throws ArithmeticException if this is zero
     */
    public Rational inverted() {
        return of(denominator, numerator);
    }

    /**
     * Changes the sign.
     *
     * @return −this
     */
    public Rational negated() {
        return of(Math.negateExact(numerator), denominator);
    }

    /**
     * Drops the sign.
     *
     * @return |this|
     */
    public Rational absolute() {
        return numerator < 0 ? negated() : this;
    }

    /**
     * Rounds down.
     *
     * @return the greatest whole number not above this
     */
    public long floor() {
        return Math.floorDiv(numerator, denominator);
    }

    /**
     * Rounds up.
     *
     * @return the least whole number not below this
     */
    public long ceil() {
        return Math.ceilDiv(numerator, denominator);
    }

    /**
     * Rounds to the nearest whole number; a half goes up.
     *
     * @return the nearest whole number
     */
    public long round() {
        long rest = Math.floorMod(numerator, denominator);
        return rest >= denominator - rest ? floor() + 1 : floor();
    }

    /**
     * Returns −1, 0 or 1.
     *
     * @return the sign
     */
    public int signum() {
        return Long.signum(numerator);
    }

    /**
     * Tells whether this is a whole number.
     *
     * @return true if the denominator is one
     */
    public boolean isWhole() {
        return denominator == 1;
    }

    /**
     * Returns a double close by, for showing and for drawing only: never compute with it.
     *
     * @return this to some fifteen digits
     */
    public double toDouble() {
        return (double) numerator / denominator;
    }

    @Override
    public int compareTo(Rational other) {
        if (denominator == other.denominator) {
            return Long.compare(numerator, other.numerator);
        }
        long high = Math.multiplyHigh(numerator, other.denominator);
        long otherHigh = Math.multiplyHigh(other.numerator, denominator);
        if (high != otherHigh) {
            return Long.compare(high, otherHigh);
        }
        return Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
    }

    /** Returns {@code 30} or {@code 30000/1001}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }

    private static Rational exact(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        return of(numerator.divide(divisor).longValueExact(), denominator.divide(divisor).longValueExact());
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static long greatestCommonDivisor(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        // The least long has no positive counterpart; it divides both only if each is that number or zero.
        return a == 0 ? 1 : a == Long.MIN_VALUE ? a : Math.abs(a);
    }
}
