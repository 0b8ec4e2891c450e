package org.reelbench.http.internal.protocol;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One element of a range set as written: {@code first-last}, {@code first-} or {@code -suffix} (RFC 9110 §14.1.1).
 *
 * @param first the first position, or −1 for a suffix
 * @param last the last position, {@link Long#MAX_VALUE} for an open end, or the length of the suffix
 */
record RangeSpec(long first, long last) {

    /** Returns null for what is not in the grammar, or ends before it begins. */
    static @Nullable RangeSpec parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return null;
        }
        String left = text.substring(0, dash);
        String right = text.substring(dash + 1);
        if (!isDigits(left) || !isDigits(right) || text.length() == 1) {
            return null;
        }
        if (left.isEmpty()) {
            return new RangeSpec(-1, position(right));
        }
        long first = position(left);
        long last = right.isEmpty() ? Long.MAX_VALUE : position(right);
        return last < first ? null : new RangeSpec(first, last);
    }

    boolean isSuffix() {
        return first < 0;
    }

    /** Adds what of it lies within the length, if anything does. */
    void addTo(List<ByteRange> ranges, long lengthBytes) {
        if (isSuffix()) {
            if (last > 0 && lengthBytes > 0) {
                ranges.add(new ByteRange(Math.max(0, lengthBytes - last), lengthBytes - 1));
            }
        } else if (first < lengthBytes) {
            ranges.add(new ByteRange(first, Math.min(last, lengthBytes - 1)));
        }
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Any number of digits is in the grammar; what exceeds a long lies behind every file's end all the same. */
    private static long position(String digits) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                return Long.MAX_VALUE;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
