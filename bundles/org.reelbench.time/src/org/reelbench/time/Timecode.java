package org.reelbench.time;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A frame number as people in a cutting room write it: {@code HH:MM:SS:FF}, or {@code HH:MM:SS;FF} in drop-frame counting.
 * <p>
 * Immutable, safe for every thread. The count starts at zero and runs on past 24 hours. Non-drop counting gives every second as
 * many frame labels as the rate rounded up, so that at 29.97 the label falls behind the clock by 3.6 seconds an hour. Drop-frame
 * counting, for 30000/1001 and 60000/1001 only, leaves out the labels of the first two (four) frames of every minute but each
 * tenth; no frame is dropped, and the label stays within a fifth of a second of the clock all day (SMPTE ST 12-1).
 *
 * @param frame the frame number, from 0 to {@link #MAX_FRAME}
 * @param rate the frame rate that is counted in
 * @param dropFrame whether labels are left out to keep up with the clock
 */
public record Timecode(long frame, FrameRate rate, boolean dropFrame) {

    /** The last frame that has a timecode. */
    public static final long MAX_FRAME = 1L << 53;

    private static final FrameRate RATE_29_97 = FrameRate.of(30_000, 1001);
    private static final FrameRate RATE_59_94 = FrameRate.of(60_000, 1001);
    private static final Pattern FORM = Pattern.compile("([0-9]{2,13}):([0-9]{2}):([0-9]{2})([:;])([0-9]{2,9})");

    /**
     * Creates a timecode.
     *
     * @throws IllegalArgumentException if the frame is out of range, or drop-frame counting is asked for at a rate that has none
     */
    public Timecode {
        if (frame < 0) {
            throw new IllegalArgumentException("a timecode is not negative: frame " + frame);
        }
        if (frame > MAX_FRAME) {
            throw new IllegalArgumentException("frame " + frame + " is too far from zero for a timecode");
        }
        if (dropFrame) {
            requireDropFrame(rate);
        }
    }

    /**
     * Returns the timecode of a frame as is usual for the rate: drop-frame where there is such counting.
     *
     * @param frame the frame number, from 0 to {@link #MAX_FRAME}
     * @param rate the frame rate
     * @return the timecode
     * @throws IllegalArgumentException if the frame is out of range
     */
    public static Timecode of(long frame, FrameRate rate) {
        return new Timecode(frame, rate, hasDropFrame(rate));
    }

    /**
     * Tells whether there is drop-frame counting for a rate.
     *
     * @param rate the frame rate
     * @return true for 30000/1001 and 60000/1001
     */
    public static boolean hasDropFrame(FrameRate rate) {
        return rate.equals(RATE_29_97) || rate.equals(RATE_59_94);
    }

    /**
     * Reads {@code HH:MM:SS:FF} or, as drop-frame, {@code HH:MM:SS;FF}.
     *
     * @param text the text; hours may have more than two digits
     * @param rate the frame rate it counts in
     * @return the timecode; {@link #toString} gives the text back
     * @throws IllegalArgumentException if the text has another form, a field is out of range, or the label is one that drop-frame
     *         counting leaves out
     */
    public static Timecode parse(String text, FrameRate rate) {
        Matcher fields = FORM.matcher(text);
        if (!fields.matches()) {
            throw new IllegalArgumentException(text.startsWith("-")
                    ? "a timecode is not negative: '" + text + "'"
                    : "'" + text + "' is not a timecode such as 01:02:03:04, or 01:02:03;04 in drop-frame counting");
        }
        boolean dropFrame = fields.group(4).equals(";");
        if (dropFrame) {
            requireDropFrame(rate);
        }
        long nominal = nominal(rate);
        long minute = field(text, "minutes", fields.group(2), 60);
        long second = field(text, "seconds", fields.group(3), 60);
        long label = field(text, "frames", fields.group(5), nominal);
        long minutes = Long.parseLong(fields.group(1)) * 60 + minute;
        long dropped = dropFrame ? droppedPerMinute(nominal) : 0;
        if (second == 0 && label < dropped && minute % 10 != 0) {
            throw new IllegalArgumentException("'" + text + "' is no frame: drop-frame counting leaves out the first " + dropped
                    + " labels of this minute");
        }
        try {
            long labels = Math.addExact(Math.multiplyExact(minutes * 60 + second, nominal), label);
            return new Timecode(labels - dropped * (minutes - minutes / 10), rate, dropFrame);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is too far from zero", e);
        }
    }

    /** Returns {@code HH:MM:SS:FF}, or {@code HH:MM:SS;FF} in drop-frame counting; {@link #parse} reads it back. */
    @Override
    public String toString() {
        long nominal = nominal(rate);
        long labels = frame + (dropFrame ? droppedBefore(frame, nominal) : 0);
        long seconds = labels / nominal;
        int width = Math.max(2, Long.toString(nominal - 1).length());
        return String.format(Locale.ROOT, "%02d:%02d:%02d%s%0" + width + "d", seconds / 3600, seconds / 60 % 60, seconds % 60,
                dropFrame ? ";" : ":", labels % nominal);
    }

    private static long droppedBefore(long frame, long nominal) {
        long perMinute = droppedPerMinute(nominal);
        long framesInMinute = nominal * 60 - perMinute;
        long framesInTenMinutes = nominal * 600 - 9 * perMinute;
        // Of ten minutes the first has all labels; the others begin after that many frames.
        long frameAfterFullMinute = frame % framesInTenMinutes - nominal * 60;
        long shortMinutes = frameAfterFullMinute < 0 ? 0 : frameAfterFullMinute / framesInMinute + 1;
        return perMinute * (frame / framesInTenMinutes * 9 + shortMinutes);
    }

    private static long droppedPerMinute(long nominal) {
        return nominal / 15;
    }

    private static long nominal(FrameRate rate) {
        return rate.framesPerSecond().ceil();
    }

    private static void requireDropFrame(FrameRate rate) {
        if (!hasDropFrame(rate)) {
            throw new IllegalArgumentException(
                    "there is drop-frame counting for 30000/1001 and 60000/1001 only, not for " + rate + " frames per second");
        }
    }

    private static long field(String text, String name, String digits, long limit) {
        long value = Long.parseLong(digits);
        if (value >= limit) {
            throw new IllegalArgumentException(
                    "'" + text + "' has " + value + " " + name + "; they count from 0 to " + (limit - 1) + " here");
        }
        return value;
    }
}
