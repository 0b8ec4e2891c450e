package org.reelbench.timeline.internal;

import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;

/**
 * Takes clips apart: the one place where a clip's first frame changes, and with it everything that is counted from that frame.
 * <p>
 * Without state, safe for every thread.
 */
final class ClipParts {

    private ClipParts() {
    }

    /** Returns what lies before a cut through a clip: it no longer fades out. */
    static Clip leftPart(Clip clip, long leftFrames) {
        return lasting(clip.withFades(clip.fades().atStart()), leftFrames);
    }

    /** Returns what lies behind a cut through a clip: it no longer fades in. */
    static Clip behindCut(Sequence sequence, Clip clip, long leftFrames) throws EditRefused {
        return startingLater(sequence, clip.withFades(clip.fades().atEnd()), leftFrames);
    }

    /** Returns the clip from its first frame on, for another duration; the caller has seen to it that it is in range. */
    static Clip lasting(Clip clip, long durationFrames) {
        return clip.withSource(clip.sourceIn(), durationFrames);
    }

    /** Returns the clip begun later (or, negative, earlier), so that every frame that stays on the track shows what it showed. */
    static Clip startingLater(Sequence sequence, Clip clip, long deltaFrames) throws EditRefused {
        Clip later = clip.withSource(sourceAt(sequence, clip, deltaFrames), clip.durationFrames() - deltaFrames);
        try {
            return ClipCurves.changed(later, curve -> curve.shifted(-deltaFrames));
        } catch (IllegalArgumentException e) {
            throw new EditRefused(Lookup.name(clip) + " has a keyframe that would lie too far from it", e);
        }
    }

    /**
     * Returns what lies behind a cut through a clip, as a clip of its own. It is not linked: what the left part is linked to need
     * not be cut there too. A group takes it up.
     */
    static Clip rightPart(Sequence sequence, Clip clip, long leftFrames, Id id) throws EditRefused {
        return behindCut(sequence, clip, leftFrames).withId(id).withBonds(clip.bonds().withLink(null));
    }

    /** Returns the source time that a frame counted from the clip's first one shows, or would show if the clip were longer. */
    static RationalTime sourceAt(Sequence sequence, Clip clip, long frameInClip) throws EditRefused {
        try {
            return clip.sourceTimeAt(frameInClip, sequence.rate());
        } catch (ArithmeticException e) {
            throw new EditRefused("the source time of " + Lookup.name(clip) + " at its frame " + frameInClip
                    + " is no fraction of 64-bit numbers", e);
        }
    }

    /** Refuses what could overflow in the sums to come. */
    static void requireSane(Clip clip, long deltaFrames) throws EditRefused {
        if (deltaFrames > Item.MAX_DURATION_FRAMES || deltaFrames < -Item.MAX_DURATION_FRAMES) {
            throw new EditRefused("an edge of " + Lookup.name(clip) + " cannot move by " + deltaFrames + " frames");
        }
    }

    /** Refuses to cut a whole clip away. */
    static void requireRest(Clip clip, long cutAwayFrames) throws EditRefused {
        if (cutAwayFrames >= clip.durationFrames()) {
            throw new EditRefused("nothing would be left of " + Lookup.name(clip) + ", which is " + clip.durationFrames()
                    + " frames long");
        }
    }
}
