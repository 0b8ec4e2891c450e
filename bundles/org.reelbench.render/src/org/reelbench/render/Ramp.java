package org.reelbench.render;

/**
 * An opacity that rises or falls over some frames: the two clips of a dissolve. The weight of the first frame is half a step
 * above 0 and that of the last half a step below 1, so that a dissolve looks the same forwards and backwards.
 * <p>
 * The outgoing clip lies below the incoming one. Where that hides it, it falls so that both together weigh as much as they
 * should at every frame; where the incoming clip leaves parts of the canvas free, it falls evenly, and fades out there instead of
 * vanishing.
 *
 * @param startFrame the sequence frame the ramp starts at
 * @param lengthFrames how many frames it takes, above 0
 * @param falling whether it belongs to the outgoing clip
 * @param hiding the opacity that the incoming clip rises to all over the canvas; 0 if it leaves parts of it free, and for itself
 */
public record Ramp(long startFrame, long lengthFrames, boolean falling, double hiding) {

    /**
     * Returns the ramp of an incoming clip.
     *
     * @param startFrame the sequence frame the ramp starts at
     * @param lengthFrames how many frames it takes, above 0
     * @return the ramp
     */
    public static Ramp rising(long startFrame, long lengthFrames) {
        return new Ramp(startFrame, lengthFrames, false, 0);
    }

    /**
     * Returns this ramp for frames that are counted from another one.
     *
     * @param frame the sequence frame that is called 0
     * @return the ramp
     */
    public Ramp countedFrom(long frame) {
        return new Ramp(startFrame - frame, lengthFrames, falling, hiding);
    }

    /**
     * Returns the weight at a frame.
     *
     * @param frame the sequence frame, inside the ramp
     * @return above 0 and below 1
     */
    public double weightAt(long frame) {
        double risen = (frame - startFrame + 0.5) / lengthFrames;
        return falling ? (1 - risen) / (1 - hiding * risen) : risen;
    }
}
