package org.reelbench.timeline;

import org.reelbench.time.FrameRate;

/**
 * Which pictures a medium consists of whose path is a pattern, such as {@code shots/take_%04d.png}: one file for each frame, with
 * a number that counts up by one in place of {@code %04d}. Clips show it as stream 0.
 * <p>
 * Immutable, safe for every thread. Whether the files are there is not known here.
 *
 * @param firstNumber the number in the name of the first file, not negative
 * @param count how many frames there are, above zero
 * @param frameRate how many of them are shown in a second
 */
public record ImageSequence(long firstNumber, long count, FrameRate frameRate) {

    /** The greatest number in the name of a file. */
    public static final long MAX_NUMBER = 1L << 40;

    /**
     * Creates an image sequence.
     *
     * @throws IllegalArgumentException if the first number is negative, the count is not above zero or the last number above
     *         {@link #MAX_NUMBER}
     */
    public ImageSequence {
        if (firstNumber < 0 || count < 1 || count > MAX_NUMBER || firstNumber > MAX_NUMBER - count) {
            throw new IllegalArgumentException("an image sequence has at least one picture, with numbers from 0 to " + MAX_NUMBER
                    + ", not " + count + " from " + firstNumber + " on");
        }
    }

    /**
     * Tells whether a path is a pattern for the names of numbered files.
     *
     * @param path a path
     * @return true if its last part holds one place for a number, such as {@code %04d} or {@code %d}, and no other percent sign
     */
    public static boolean isPattern(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.matches("[^%]*%(0[1-9])?d[^%]*");
    }
}
