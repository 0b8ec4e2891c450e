package org.reelbench.timeline;

import org.reelbench.timeline.internal.IdNumber;

/**
 * The name by which a project knows a track, clip, transition, medium or sequence: short readable text such as {@code v1}.
 * <p>
 * Immutable, safe for every thread. Two ids of the same text are equal.
 *
 * @param value the text, not blank, at most {@value #MAX_LENGTH} characters, without control characters
 */
public record Id(String value) implements Comparable<Id> {

    /** The most characters an id has. */
    public static final int MAX_LENGTH = 200;

    /**
     * Creates an id.
     *
     * @throws IllegalArgumentException if the text is blank, too long or holds control characters
     */
    public Id {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id is not blank");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an id has at most " + MAX_LENGTH + " characters, not " + value.length());
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an id holds no control characters");
        }
    }

    /**
     * Returns the number that this id is made of together with a stem: 12 for the id c12 and the stem c.
     *
     * @param stem the text before the number, not ending in a digit
     * @return the number; zero if the id does not begin with the stem, or has anything else behind it than 1 to 15 digits
     */
    public long numberAfter(String stem) {
        return IdNumber.after(stem, this);
    }

    /**
     * Orders ids by their text.
     *
     * @param other the other id
     * @return negative, zero or positive, as {@link String#compareTo(String)}
     */
    @Override
    public int compareTo(Id other) {
        return value.compareTo(other.value);
    }

    /** Returns the text itself. */
    @Override
    public String toString() {
        return value;
    }
}
