package org.reelbench.time;

/**
 * A point or length of time: a value over a rate, in seconds, exact.
 * <p>
 * Immutable, safe for every thread. {@code of(1001, 30000)} is one frame at 29.97; times of different rates add and compare
 * exactly, and equal times are equal objects whatever rate they were written with.
 *
 * @param seconds the time in seconds
 */
public record RationalTime(Rational seconds) implements Comparable<RationalTime> {

    /** No time; the start of things. */
    public static final RationalTime ZERO = new RationalTime(Rational.ZERO);

    /**
     * Returns a time.
     *
     * @param value how many ticks
     * @param rate how many ticks make a second, not zero
     * @return value ÷ rate seconds
     */
    public static RationalTime of(long value, long rate) {
        return new RationalTime(Rational.of(value, rate));
    }

    /**
     * Returns whole seconds.
     *
     * @param seconds how many
     * @return the time
     */
    public static RationalTime ofSeconds(long seconds) {
        return of(seconds, 1);
    }

    /**
     * Reads {@code 2s}, {@code 1.5s} or {@code 1001/30000s}, exactly as written.
     *
     * @param text the text
     * @return the time
     * @throws NumberFormatException if the text is none of these
     */
    public static RationalTime parse(String text) {
        String time = text.strip();
        if (!time.endsWith("s")) {
            throw new NumberFormatException("'" + text + "' is not a time such as 2s, 1.5s or 1001/30000s");
        }
        return new RationalTime(Rational.parse(time.substring(0, time.length() - 1)));
    }

    /**
     * Adds.
     *
     * @param other the other time
     * @return this + other
     */
    public RationalTime plus(RationalTime other) {
        return new RationalTime(seconds.plus(other.seconds));
    }

    /**
     * Subtracts.
     *
     * @param other the other time
     * @return this − other
     */
    public RationalTime minus(RationalTime other) {
        return new RationalTime(seconds.minus(other.seconds));
    }

    /**
     * Stretches.
     *
     * @param factor the factor, for example a speed
     * @return this × factor
     */
    public RationalTime times(Rational factor) {
        return new RationalTime(seconds.times(factor));
    }

    /**
     * Counts whole ticks of a rate before this time.
     *
     * @param rateHz ticks per second, for example 48000
     * @return the greatest count whose time is not after this one
     */
    public long ticksFloor(long rateHz) {
        return seconds.times(rateHz).floor();
    }

    /**
     * Returns the nearest tick of a rate; a half goes up.
     *
     * @param rateHz ticks per second, for example 48000
     * @return the nearest count
     */
    public long ticksRound(long rateHz) {
        return seconds.times(rateHz).round();
    }

    /**
     * Returns the sign of the time.
     *
     * @return −1, 0 or 1
     */
    public int signum() {
        return seconds.signum();
    }

    /**
     * Tells whether this time is earlier.
     *
     * @param other the other time
     * @return true if this lies before the other
     */
    public boolean isBefore(RationalTime other) {
        return compareTo(other) < 0;
    }

    /**
     * Tells whether this time is later.
     *
     * @param other the other time
     * @return true if this lies after the other
     */
    public boolean isAfter(RationalTime other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(RationalTime other) {
        return seconds.compareTo(other.seconds);
    }

    /** Returns {@code 2s} or {@code 1001/30000s}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return seconds + "s";
    }
}
