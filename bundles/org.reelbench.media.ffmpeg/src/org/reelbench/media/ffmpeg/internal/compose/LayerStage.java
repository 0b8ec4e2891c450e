package org.reelbench.media.ffmpeg.internal.compose;

import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EffectReach;
import org.reelbench.media.EffectUse;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.time.RationalTime;

/** A part of a layer's chain that runs before its composition does. */
sealed interface LayerStage extends AutoCloseable permits ColorStage, FilterStage, ProcessorStage {

    /** Returns the stage as text, for people. */
    String text();

    /** Returns its filters; null if there are none. */
    @Nullable
    FilterGraph filters();

    /**
     * Processes one frame.
     *
     * @param frame the frame; empty afterwards, stays the caller's
     * @param time its time
     * @param sourceTime the time since the clip's in point
     * @return the processed frame, to be freed by the caller
     * @throws MediaException {@link Reason#EFFECT} if a processor fails, {@link Reason#UNSUPPORTED} if a filter does
     */
    AVFrame apply(AVFrame frame, RationalTime time, RationalTime sourceTime) throws MediaException;

    /** Returns which frames around one it looks at. */
    default EffectReach reach() {
        return EffectReach.NONE;
    }

    /**
     * Processes frames that follow each other.
     *
     * @param shots the frames; they stay the caller's
     * @return the processed ones, fewer by those it only looks at around them; to be freed by the caller
     * @throws MediaException as processing one frame throws it
     */
    default List<Shot> apply(List<Shot> shots) throws MediaException {
        return Shot.each(shots, shot -> apply(shot.frame(), shot.time(), shot.sourceTime()));
    }

    /**
     * Gives its processor other values, or puts a new one in its place.
     *
     * @param installed the effect
     * @param use the values
     * @return whether the stage goes on; false if a processor of these values would work on other formats
     * @throws MediaException {@link Reason#EFFECT} if the effect refuses the values or fails
     */
    boolean adjust(InstalledEffect installed, EffectUse use) throws MediaException;

    @Override
    void close();
}
