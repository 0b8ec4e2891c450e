package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.MediaException;
import org.reelbench.time.RationalTime;

/**
 * A frame on its way through the stages of a layer.
 *
 * @param frame the frame, to be freed by whoever holds the shot
 * @param time its time
 * @param sourceTime the source time it was asked for
 */
record Shot(AVFrame frame, RationalTime time, RationalTime sourceTime) {

    /**
     * Sends frames through the stages. What a stage looks at around a frame is gone after it: of all that went in one comes out.
     *
     * @param shots the frames, in order, as many as the stages look at together; freed
     * @param stages the stages
     * @return the frame that comes out, to be freed by the caller
     * @throws MediaException if a stage fails
     */
    static AVFrame through(List<Shot> shots, List<LayerStage> stages) throws MediaException {
        List<Shot> now = shots;
        boolean done = false;
        try {
            for (LayerStage stage : stages) {
                List<Shot> next = stage.apply(now);
                free(now);
                now = next;
            }
            done = true;
            return now.getFirst().frame;
        } finally {
            if (!done) {
                free(now);
            }
        }
    }

    /** Frees frames. */
    static void free(List<Shot> shots) {
        shots.forEach(shot -> avutil.av_frame_free(shot.frame));
    }

    /** One step for each frame; if it fails, none is left behind. */
    static List<Shot> each(List<Shot> shots, Step step) throws MediaException {
        List<Shot> made = new ArrayList<>(shots.size());
        boolean done = false;
        try {
            for (Shot shot : shots) {
                made.add(new Shot(step.apply(shot), shot.time, shot.sourceTime));
            }
            done = true;
            return made;
        } finally {
            if (!done) {
                free(made);
            }
        }
    }

    /** Makes a frame of a frame, which stays the caller's. */
    @FunctionalInterface
    interface Step {
        AVFrame apply(Shot shot) throws MediaException;
    }
}
