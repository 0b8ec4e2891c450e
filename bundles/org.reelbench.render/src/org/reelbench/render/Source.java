package org.reelbench.render;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;

/**
 * Where the frames of a layer come from: a content, played at a speed, and the source time that would be shown at the
 * sequence's first frame. Two clips that continue each other exactly have the same source.
 *
 * @param content what is played
 * @param speed how fast; negative plays backwards
 * @param origin the source time at sequence frame 0
 */
public record Source(Content content, Rational speed, RationalTime origin) {

    /**
     * Returns the source of a clip that lies at a place.
     *
     * @param clip the clip
     * @param startFrame the sequence frame it starts at
     * @param rate the sequence's rate
     * @return the source
     */
    public static Source of(Clip clip, long startFrame, FrameRate rate) {
        return new Source(clip.content(), clip.speed(), clip.sourceIn().minus(rate.timeOf(startFrame).times(clip.speed())));
    }

    /**
     * Returns the source time that is shown at a sequence frame.
     *
     * @param frame the sequence frame
     * @param rate the sequence's rate
     * @return the exact source time
     */
    public RationalTime timeAt(long frame, FrameRate rate) {
        return origin.plus(rate.timeOf(frame).times(speed));
    }
}
