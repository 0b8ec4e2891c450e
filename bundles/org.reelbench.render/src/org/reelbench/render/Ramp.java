package org.reelbench.render;

/**
 * An opacity that rises evenly over some frames: the incoming clip of a dissolve. The weight of the first frame is half a step
 * above 0 and that of the last half a step below 1, so that a dissolve looks the same forwards and backwards.
 *
 * @param startFrame the sequence frame the ramp starts at
 * @param lengthFrames how many frames it takes, above 0
 */
public record Ramp(long startFrame, long lengthFrames) {

    /**
     * Returns the weight at a frame.
     *
     * @param frame the sequence frame, inside the ramp
     * @return above 0 and below 1
     */
    public double weightAt(long frame) {
        return (frame - startFrame + 0.5) / lengthFrames;
    }
}
