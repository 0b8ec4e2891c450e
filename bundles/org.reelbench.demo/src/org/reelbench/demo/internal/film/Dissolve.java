package org.reelbench.demo.internal.film;

/**
 * A dissolve between two shots of one layer that meet at a cut.
 *
 * @param layer the layer's name
 * @param cutFrame the first frame of the later shot
 * @param halfFrames how many frames it takes before the cut, and as many after it
 */
public record Dissolve(String layer, long cutFrame, long halfFrames) {

    /**
     * Tells whether the two shots are mixed.
     *
     * @param frame the frame of the film
     * @return true from the first frame of the dissolve to its last
     */
    public boolean isAt(long frame) {
        return frame >= cutFrame - halfFrames && frame < cutFrame + halfFrames;
    }

    /**
     * Returns how much of the later shot is seen: it rises evenly, half a step from nothing at the first frame.
     *
     * @param frame a frame of the dissolve
     * @return between 0 and 1
     */
    public double weightAt(long frame) {
        return (frame - (cutFrame - halfFrames) + 0.5) / (2.0 * halfFrames);
    }
}
