package org.reelbench.testcard;

/**
 * What a picture says about itself.
 * <p>
 * Immutable. Where {@code valid} is false the picture carries no card, or one too damaged to be sure of; source and frame
 * number then are −1 and mean nothing.
 *
 * @param valid true if every block was clear and the checksum fits
 * @param source the source id, 0 to 255, or −1
 * @param frameNumber the frame number, 0 to 16,777,215, or −1
 * @param confidence how clear the least clear block was: 0 is no better than a guess, 1 is the card as it was drawn
 */
public record Reading(boolean valid, int source, long frameNumber, double confidence) {

    /**
     * Returns the reading of a picture that cannot be read.
     *
     * @param confidence how clear the least clear block was, 0 to 1
     * @return the reading
     */
    static Reading invalid(double confidence) {
        return new Reading(false, -1, -1, confidence);
    }

    /**
     * Tells whether this is a valid reading of one frame.
     *
     * @param expectedSource the source it should be
     * @param expectedFrameNumber the frame number it should be
     * @return true if the reading is valid and says so
     */
    public boolean is(int expectedSource, long expectedFrameNumber) {
        return valid && source == expectedSource && frameNumber == expectedFrameNumber;
    }

    /** Returns {@code source 3 frame 42 (0.97)} or {@code unreadable (0.12)}, for messages of failed tests. */
    @Override
    public String toString() {
        String certainty = " (" + Math.round(confidence * 100) / 100.0 + ")";
        return valid ? "source " + source + " frame " + frameNumber + certainty : "unreadable" + certainty;
    }
}
