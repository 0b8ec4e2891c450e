package org.reelbench.render.internal;

import org.reelbench.media.MediaException;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Sequence;

/** What planning, pictures and sound agree on about sequences that clips show. */
public final class Nested {

    /** A project refuses sequences that contain themselves; one that was made by hand must not take the stack. */
    private static final int DEEPEST = 32;

    private Nested() {
    }

    /**
     * Returns the frame of a nested sequence that is shown at a time of it; before the first frame the first, after the last the
     * last.
     */
    public static long frameAt(Sequence sequence, RationalTime time) {
        return Math.clamp(sequence.rate().frameAt(time), 0, Math.max(0, sequence.durationFrames() - 1));
    }

    /** Refuses a sequence that lies deeper than people nest. */
    public static void refuseTooDeep(int depth, Sequence sequence) throws MediaException {
        if (depth >= DEEPEST) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, "sequence '" + sequence.name() + "'",
                    "sequences are nested more than " + DEEPEST + " deep here, or in each other; take a nested clip out");
        }
    }
}
