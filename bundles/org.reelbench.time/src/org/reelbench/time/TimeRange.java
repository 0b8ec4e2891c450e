package org.reelbench.time;

/**
 * A stretch of time from an in point, inclusive, to an out point, exclusive.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param in the in point, inside the range unless the range is empty
 * @param out the out point, outside the range, not before the in point
 */
public record TimeRange(RationalTime in, RationalTime out) {

    /**
     * Creates a range.
     *
     * @throws IllegalArgumentException if the out point lies before the in point
     */
    public TimeRange {
        if (out.isBefore(in)) {
            throw new IllegalArgumentException("the out point " + out + " lies before the in point " + in);
        }
    }

    /**
     * Returns the range of a length.
     *
     * @param in the in point
     * @param duration the length, not negative
     * @return the range
     */
    public static TimeRange ofDuration(RationalTime in, RationalTime duration) {
        return new TimeRange(in, in.plus(duration));
    }

    /**
     * Returns the length.
     *
     * @return out − in
     */
    public RationalTime duration() {
        return out.minus(in);
    }

    /**
     * Tells whether a time lies inside.
     *
     * @param time the time
     * @return true from the in point to just before the out point
     */
    public boolean contains(RationalTime time) {
        return !time.isBefore(in) && time.isBefore(out);
    }

    /**
     * Tells whether nothing lies inside.
     *
     * @return true if in and out are one point
     */
    public boolean isEmpty() {
        return in.equals(out);
    }
}
