package org.reelbench.ui.viewer.internal.transport;

import java.util.regex.Pattern;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Timecode;

/**
 * What people mean who type a place: figures fill a timecode from the right, as {@code 1000} for ten seconds and {@code 1.0.0} for a
 * minute; {@code +12} and {@code -1:00} go from where they are, {@code 250f} is a frame number.
 */
public final class TimecodeEntry {

    private static final Pattern FRAME = Pattern.compile("([0-9]{1,12})f");
    private static final Pattern FIGURES = Pattern.compile("[0-9]{1,12}");
    private static final Pattern FIELDS = Pattern.compile("[0-9]{0,9}(?:[:;., ][0-9]{0,9}){1,3}");

    private TimecodeEntry() {
    }

    /**
     * Reads what was typed.
     *
     * @param text what was typed
     * @param nowFrame from where {@code +} and {@code -} count
     * @param rate the rate of the sequence
     * @return the frame, 0 or more
     * @throws IllegalArgumentException if it means no place, with a message for people
     */
    public static long frame(String text, long nowFrame, FrameRate rate) {
        String typed = text.strip();
        if (typed.startsWith("+") || typed.startsWith("-")) {
            long far = labels(typed.substring(1).strip(), rate);
            return Math.max(0, typed.startsWith("+") ? nowFrame + far : nowFrame - far);
        }
        if (FRAME.matcher(typed).matches()) {
            return labels(typed, rate);
        }
        long labels = labels(typed, rate);
        return Timecode.hasDropFrame(rate) ? dropped(labels, rate) : labels;
    }

    /** How many frames a text counts, where no label is left out. */
    private static long labels(String typed, FrameRate rate) {
        if (FRAME.matcher(typed).matches()) {
            return Long.parseLong(typed.substring(0, typed.length() - 1));
        }
        long nominal = rate.framesPerSecond().ceil();
        if (FIGURES.matcher(typed).matches()) {
            int width = Math.max(2, Long.toString(nominal - 1).length());
            long value = Long.parseLong(typed);
            long scale = (long) Math.pow(10, width);
            long rest = value / scale;
            return seconds(rest / 10_000, rest / 100 % 100, rest % 100) * nominal + value % scale;
        }
        if (FIELDS.matcher(typed).matches()) {
            String[] fields = typed.split("[:;., ]", -1);
            long[] values = new long[4];
            for (int i = 0; i < fields.length; i++) {
                values[4 - fields.length + i] = fields[i].isEmpty() ? 0 : Long.parseLong(fields[i]);
            }
            return seconds(values[0], values[1], values[2]) * nominal + values[3];
        }
        throw new IllegalArgumentException("'" + typed + "' is no place: type a timecode such as 1:00:00, +12 or 250f");
    }

    private static long seconds(long hours, long minutes, long seconds) {
        return (hours * 60 + minutes) * 60 + seconds;
    }

    /** The frame with a label, in drop-frame counting; one that is left out means the next. */
    private static long dropped(long labels, FrameRate rate) {
        long nominal = rate.framesPerSecond().ceil();
        long perMinute = nominal / 15;
        long minutes = labels / (nominal * 60);
        long inMinute = labels % (nominal * 60);
        long left = minutes % 10 == 0 ? inMinute : Math.max(perMinute, inMinute);
        return minutes * nominal * 60 + left - perMinute * (minutes - minutes / 10);
    }
}
