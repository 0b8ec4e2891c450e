package org.reelbench.ui.export.internal;

import java.util.Locale;

/** Sizes and times as people say them: no more exactly than they are known. */
final class About {

    private static final long UNIT = 1000;
    private static final String[] SIZES = { "kB", "MB", "GB", "TB" };
    private static final int TENTHS_BELOW = 10;
    private static final long MINUTE_S = 60;
    private static final long HOUR_MIN = 60;

    private About() {
    }

    /** A size in the unit that fits, with a tenth where that says something. */
    static String size(long bytes) {
        double size = Math.max(bytes, 1) / (double) UNIT;
        int unit = 0;
        while (size >= UNIT && unit < SIZES.length - 1) {
            size /= UNIT;
            unit++;
        }
        boolean isWhole = size >= TENTHS_BELOW || unit == 0;
        return (isWhole ? String.valueOf(Math.max(1, Math.round(size))) : String.format(Locale.ROOT, "%.1f", size)) + " "
                + SIZES[unit];
    }

    /** A time in seconds, in minutes, or in hours and minutes; never nothing. */
    static String time(long ms) {
        long seconds = Math.max(1, (ms + UNIT - 1) / UNIT);
        if (seconds < MINUTE_S) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / (double) MINUTE_S);
        if (minutes < HOUR_MIN) {
            return minutes + " min";
        }
        return minutes / HOUR_MIN + " h" + (minutes % HOUR_MIN == 0 ? "" : " " + minutes % HOUR_MIN + " min");
    }
}
