package org.reelbench.http.internal.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;

/** Dates in fields: one form is written, three are read (RFC 9110 §5.6.7). */
public final class HttpDate {

    private static final DateTimeFormatter FIXED = strict("EEE, dd MMM uuuu HH:mm:ss 'GMT'");
    private static final DateTimeFormatter ASCTIME = strict("EEE MMM ppd HH:mm:ss uuuu");

    private HttpDate() {
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The second an instant lies in, as text. */
    public static String format(Instant instant) {
        return FIXED.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /**
     * Reads a date.
     *
     * @param text the field's value
     * @param now decides the century of two-digit years: none lies more than 50 years ahead
     * @return the instant, or null if it is no date
     */
    public static @Nullable Instant parse(String text, Instant now) {
        for (DateTimeFormatter format : new DateTimeFormatter[] { FIXED, twoDigitYears(now), ASCTIME }) {
            try {
                return LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // The next form may fit; a field that fits none is ignored by rule.
                continue;
            }
        }
        return null;
    }

    private static DateTimeFormatter twoDigitYears(Instant now) {
        LocalDate earliest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(49);
        return new DateTimeFormatterBuilder().appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, earliest).appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US).withResolverStyle(ResolverStyle.STRICT);
    }
}
