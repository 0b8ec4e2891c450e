package org.reelbench.media;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.time.RationalTime;

/**
 * An effect as code that changes the samples of one frame in place.
 * <p>
 * Used by one thread at a time, and by one composer, which closes it.
 * <p>
 * A processor whose description says that it is {@linkplain EffectReach#isFed() fed} may remember frames it got, as little of them
 * as it can: it gets all of them in order, beginning as far back as it looks behind, or at the clip's in point. A new one is made
 * where frames do not go on. One whose parameters can be animated must take on values by {@link #adjust}.
 */
@ConsumerType
public non-sealed interface FrameProcessor extends EffectBody, AutoCloseable {

    /**
     * Returns the pixel formats it can work on, best first.
     *
     * @return at least one format with readable planes
     */
    Set<PixelFormat> formats();

    /**
     * Changes a frame.
     *
     * @param frame the frame, in one of {@link #formats}, its planes writable; stays the caller's
     * @param sourceTime the exact source time asked for, which stays what it is when a clip is split or moved
     * @throws MediaException {@link MediaException.Reason#EFFECT} if it fails
     */
    void process(VideoFrame frame, RationalTime sourceTime) throws MediaException;

    /**
     * Changes a frame by what is around it. Only effects whose description names an {@link EffectReach} need this; those that
     * are {@linkplain EffectReach#isFed() fed} only if they look ahead.
     *
     * @param frame the frame, as in {@link #process(VideoFrame, RationalTime)}
     * @param sourceTime the exact source time asked for
     * @param around the frames from the farthest behind to the farthest ahead as {@link EffectReach#around} counts them, the
     *            frame itself as it was among them; all of one shape, not to be written; they stay the caller's. Beyond the ends of
     *            the medium its first and last frame repeat
     * @throws MediaException {@link MediaException.Reason#EFFECT} if it fails
     */
    default void process(VideoFrame frame, RationalTime sourceTime, List<VideoFrame> around) throws MediaException {
        process(frame, sourceTime);
    }

    /**
     * Takes on other values for the frames to come, so that an animated effect need not be made anew for every frame. What it
     * draws from then on is what a new processor of these values would draw.
     *
     * @param parameters a value for every parameter, already checked against the effect's description
     * @return true if it did; false, as by default, to be replaced by a new processor
     * @throws MediaException {@link MediaException.Reason#EFFECT} if it cannot work with these values
     */
    default boolean adjust(SortedMap<String, Object> parameters) throws MediaException {
        return false;
    }

    /** Gives back what the processor holds. Closing twice is harmless. */
    @Override
    default void close() {
        // most processors hold nothing
    }
}
