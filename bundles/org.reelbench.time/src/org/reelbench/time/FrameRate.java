package org.reelbench.time;

/**
 * Frames per second, exact: 30, 24000/1001 and the like.
 * <p>
 * Immutable, safe for every thread. Frame {@code n} is shown during [{@link #timeOf timeOf(n)}, {@code timeOf(n + 1)}).
 *
 * @param framesPerSecond the rate, positive
 */
public record FrameRate(Rational framesPerSecond) {

    /**
     * Creates a rate.
     *
     * @throws IllegalArgumentException if the rate is not positive
     */
    public FrameRate {
        if (framesPerSecond.signum() <= 0) {
            throw new IllegalArgumentException("a frame rate is above zero, not " + framesPerSecond);
        }
    }

    /**
     * Returns a rate.
     *
     * @param numerator frames
     * @param denominator in so many seconds
     * @return the rate
     */
    public static FrameRate of(long numerator, long denominator) {
        return new FrameRate(Rational.of(numerator, denominator));
    }

    /**
     * Reads {@code 30} or {@code 30000/1001}.
     *
     * @param text the text
     * @return the rate
     * @throws IllegalArgumentException if the text is no positive number
     */
    public static FrameRate parse(String text) {
        return new FrameRate(Rational.parse(text));
    }

    /**
     * Returns when a frame begins.
     *
     * @param frame the frame number, counted from zero
     * @return its time
     */
    public RationalTime timeOf(long frame) {
        return new RationalTime(Rational.of(frame).dividedBy(framesPerSecond));
    }

    /**
     * Returns the frame shown at a time.
     *
     * @param time the time
     * @return the last frame that does not begin after it
     */
    public long frameAt(RationalTime time) {
        return time.seconds().times(framesPerSecond).floor();
    }

    /**
     * Returns the frame whose beginning is nearest to a time.
     *
     * @param time the time
     * @return the frame; a half goes up
     */
    public long nearestFrame(RationalTime time) {
        return time.seconds().times(framesPerSecond).round();
    }

    /**
     * Reads a number or length of frames as people write it: {@code 48} or {@code 48f} for frames, {@code 2s} or {@code 1001/30000s}
     * for the nearest frame to a time, {@code 00:00:02:00} or {@code 00:00:02;00} for a timecode; with a minus sign for the opposite.
     *
     * @param text the text
     * @return the frame
     * @throws IllegalArgumentException if the text is none of these, or a timecode of another rate
     * @throws ArithmeticException if the frame is beyond 64 bits
     */
    public long parseFrame(String text) {
        String written = text.strip();
        boolean isNegative = written.startsWith("-");
        String size = isNegative ? written.substring(1) : written;
        if (size.isEmpty() || !Character.isDigit(size.charAt(0))) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no number of frames such as 48 or 48f, no time such as 2s and no"
                            + " timecode such as 00:00:02:00");
        }
        long frame;
        if (size.endsWith("s")) {
            frame = nearestFrame(RationalTime.parse(size));
        } else if (size.contains(":")) {
            frame = Timecode.parse(size, this).frame();
        } else {
            frame = Long.parseLong(size.endsWith("f") ? size.substring(0, size.length() - 1) : size);
        }
        return isNegative ? -frame : frame;
    }

    /**
     * Returns the number of the first frame that begins at or after a time.
     *
     * @param time the time
     * @return the frame
     */
    public long frameAtOrAfter(RationalTime time) {
        return time.seconds().times(framesPerSecond).ceil();
    }

    /**
     * Returns how long one frame is shown.
     *
     * @return the length of a frame
     */
    public RationalTime frameDuration() {
        return timeOf(1);
    }

    /** Returns {@code 30} or {@code 30000/1001}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return framesPerSecond.toString();
    }
}
