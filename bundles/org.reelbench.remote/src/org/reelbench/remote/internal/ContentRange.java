package org.reelbench.remote.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of how many an answer holds.
 *
 * @param first the first byte
 * @param last the last byte
 * @param sizeBytes how many there are in all
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14.4">RFC 9110, 14.4</a>
 */
record ContentRange(long first, long last, long sizeBytes) {

    private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})", Pattern.CASE_INSENSITIVE);

    /** Reads the field; empty if it is not there, makes no sense, or does not tell the size. */
    static Optional<ContentRange> parse(Optional<String> field) {
        Matcher matcher = FORM.matcher(field.orElse("").strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ContentRange range = new ContentRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)));
        return range.first <= range.last && range.last < range.sizeBytes ? Optional.of(range) : Optional.empty();
    }
}
