package org.reelbench.demo.internal.film;

import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * A stretch of one picture track in the finished film.
 *
 * @param layer the track's name, for people
 * @param startFrame the first frame
 * @param endFrame the frame after the last
 * @param source the source id that is seen
 * @param sourceIn the source time at the first frame
 * @param speed how fast the source runs
 * @param box where the picture lies
 * @param opacity how much of what lies below is covered, 0 to 1
 */
public record Shot(String layer, long startFrame, long endFrame, int source, RationalTime sourceIn, Rational speed, Box box,
        double opacity) {

    /**
     * Tells whether the shot is seen.
     *
     * @param frame the frame of the film
     * @return true if it lies within the shot
     */
    public boolean isAt(long frame) {
        return frame >= startFrame && frame < endFrame;
    }
}
