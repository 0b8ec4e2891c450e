package org.reelbench.timeline.internal;

import java.util.function.UnaryOperator;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackItems;

/**
 * The edit that changes a clip where it lies, its duration kept.
 * <p>
 * Without state, safe for every thread.
 */
public final class ClipEdits {

    private ClipEdits() {
    }

    /** Changes what a clip shows; refuses what its track cannot hold. */
    public static Sequence changeContent(Sequence sequence, Id clipId, Content content) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        PlaceEdits.requireFits(sequence, place.track(), place.clip().withContent(content));
        return change(sequence, clipId, old -> old.withContent(content));
    }

    /** Changes a clip; a value the clip refuses refuses the edit. */
    public static Sequence change(Sequence sequence, Id clipId, UnaryOperator<Clip> change) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        Clip changed;
        try {
            changed = change.apply(place.clip());
        } catch (IllegalArgumentException e) {
            throw new EditRefused(String.valueOf(e.getMessage()), e);
        }
        if (changed.equals(place.clip())) {
            return sequence;
        }
        TrackItems items = place.track().items().replace(place.index(), changed);
        return sequence.withTrack(place.track().withItems(items));
    }
}
