package org.reelbench.encoding.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportException.Reason;

/**
 * The name of numbered files: a name with one place for the number, such as {@code shot_%05d.png}.
 *
 * @param before what stands before the number
 * @param digits how many digits the number has at least
 * @param after what stands behind it
 */
record NumberPattern(String before, int digits, String after) {

    private static final Pattern PLACE = Pattern.compile("%(?:0([1-9]))?d");
    private static final int USUAL_DIGITS = 6;

    /** Reads a pattern; a name without a place gets one before its end. */
    static NumberPattern of(Path target) throws ExportException {
        String name = target.getFileName().toString();
        Matcher place = PLACE.matcher(name);
        if (place.find()) {
            NumberPattern pattern = new NumberPattern(name.substring(0, place.start()),
                    Optional.ofNullable(place.group(1)).map(Integer::parseInt).orElse(1), name.substring(place.end()));
            if (place.find()) {
                throw new ExportException(Reason.TARGET, target + ": there is one number in the name of a picture, not two",
                        null);
            }
            return pattern;
        }
        int dot = name.lastIndexOf('.');
        return dot > 0
                ? new NumberPattern(name.substring(0, dot) + "_", USUAL_DIGITS, name.substring(dot))
                : new NumberPattern(name + "_", USUAL_DIGITS, "");
    }

    /** The name of one file. */
    String name(long number) {
        return before + String.format(Locale.ROOT, "%0" + digits + "d", number) + after;
    }

    /** The name with the place in it. */
    String text() {
        return before + "%0" + digits + "d" + after;
    }
}
