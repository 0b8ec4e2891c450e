package org.reelbench.timeline.internal;

import org.reelbench.timeline.Id;

/**
 * An id seen as a stem and the number at its end: c12 is the number 12 after c. An id that ends in no digit, or in more of them
 * than any number given out has, is all stem.
 * <p>
 * Immutable, safe for every thread.
 */
public record IdNumber(Id id, int stemLength, long number) implements Comparable<IdNumber> {

    /** Longer numbers were not given by Reelbench, and one more than them might not be a number any more. */
    private static final int MAX_DIGITS = 15;
    private static final long NONE = -1;

    static IdNumber of(Id id) {
        String text = id.value();
        int digits = digitsAtEnd(text);
        if (digits == 0) {
            return new IdNumber(id, text.length(), NONE);
        }
        return new IdNumber(id, text.length() - digits, Long.parseLong(text, text.length() - digits, text.length(), 10));
    }

    /** Returns the number that follows a stem at once, or 0 if the id is not of that stem. */
    public static long after(String stem, Id id) {
        IdNumber number = of(id);
        return compareStems(id, number.stemLength, stem, stem.length()) == 0 ? Math.max(0, number.number) : 0;
    }

    @Override
    public int compareTo(IdNumber other) {
        return compare(id, stemLength, number, other.id, other.stemLength, other.number);
    }

    static int compare(Id left, int leftStem, long leftNumber, Id right, int rightStem, long rightNumber) {
        int order = compareStems(left, leftStem, right.value(), rightStem);
        if (order != 0) {
            return order;
        }
        // What is left to differ are zeros before the number.
        order = Long.compare(leftNumber, rightNumber);
        return order != 0 ? order : Integer.compare(left.value().length(), right.value().length());
    }

    static int compareStems(Id left, int leftStem, String right, int rightStem) {
        String text = left.value();
        for (int index = 0; index < Math.min(leftStem, rightStem); index++) {
            int order = Character.compare(text.charAt(index), right.charAt(index));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(leftStem, rightStem);
    }

    private static int digitsAtEnd(String text) {
        int digits = 0;
        while (digits < text.length() && isDigit(text.charAt(text.length() - 1 - digits))) {
            digits++;
        }
        return digits > MAX_DIGITS ? 0 : digits;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
