package org.reelbench.demo.internal.film;

import org.reelbench.time.RationalTime;

/**
 * A stretch of sound in the finished film.
 *
 * @param source the source id that is heard
 * @param startFrame the first frame
 * @param endFrame the frame after the last
 * @param sourceIn the source time at the first frame
 * @param leadFrames half the length of the cross-fade at its start; 0 for a cut
 * @param tailFrames half the length of the cross-fade at its end
 */
public record Sounding(int source, long startFrame, long endFrame, RationalTime sourceIn, long leadFrames, long tailFrames) {
}
