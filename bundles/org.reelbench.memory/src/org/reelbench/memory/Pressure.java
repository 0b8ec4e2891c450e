package org.reelbench.memory;

/**
 * How short memory is. A level is entered at its share of what there may be, and left five points lower, so that it does not come
 * and go with every picture.
 */
public enum Pressure {

    /** There is enough. */
    NORMAL(0),

    /** From 70 % on: what can be made again unseen is given back. */
    ELEVATED(70),

    /** From 80 % on: everything that can be done without is given back, and people are told if that does not help. */
    WARNING(80),

    /** From 90 % on: as before; who can wait with taking more waits. */
    CRITICAL(90);

    private static final double HYSTERESIS_POINTS = 5;
    private static final double PERCENT = 100;

    private final double fromPercent;

    Pressure(double fromPercent) {
        this.fromPercent = fromPercent;
    }

    /**
     * Returns the share at which this level begins.
     *
     * @return from 0 to 1
     */
    public double from() {
        return fromPercent / PERCENT;
    }

    /**
     * Returns the share below which this level ends.
     *
     * @return from 0 to 1
     */
    public double until() {
        return Math.max(0, fromPercent - HYSTERESIS_POINTS) / PERCENT;
    }

    /**
     * Returns the level that follows this one.
     *
     * @param share what is used of what there may be, 0 or more; 1 is all
     * @return the level: a higher one as soon as it is reached, a lower one when this has been left
     */
    public Pressure next(double share) {
        Pressure next = NORMAL;
        for (Pressure level : values()) {
            if (share >= level.from() || compareTo(level) >= 0 && share >= level.until()) {
                next = level;
            }
        }
        return next;
    }

    /**
     * Tells whether this level is that one or higher.
     *
     * @param other the level to compare with
     * @return whether memory is at least as short
     */
    public boolean atLeast(Pressure other) {
        return compareTo(other) >= 0;
    }
}
