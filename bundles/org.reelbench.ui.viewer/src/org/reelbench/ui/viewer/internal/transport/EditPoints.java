package org.reelbench.ui.viewer.internal.transport;

import java.util.Optional;

import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/** Where clips of a sequence begin and end, on any track. Costs a look into each track, however long it is. */
public final class EditPoints {

    private EditPoints() {
    }

    /**
     * Finds the next place.
     *
     * @param sequence where to look
     * @param frame from where, not counting itself
     * @return the first frame behind at which a clip begins or ends; the end of the sequence if there is none
     */
    public static long after(Sequence sequence, long frame) {
        return sequence.tracks().stream().map(Track::items).map(items -> items.locate(frame)).flatMap(Optional::stream)
                .mapToLong(Located::endFrame).min().orElse(sequence.durationFrames());
    }

    /**
     * Finds the place before.
     *
     * @param sequence where to look
     * @param frame from where, not counting itself
     * @return the last frame before at which a clip begins or ends; 0 if there is none
     */
    public static long before(Sequence sequence, long frame) {
        return frame <= 0
                ? 0
                : sequence.tracks().stream().map(Track::items).mapToLong(items -> before(items, frame)).max().orElse(0);
    }

    private static long before(TrackItems items, long frame) {
        return items.locate(frame - 1).map(Located::startFrame).orElse(Math.min(items.durationFrames(), frame - 1));
    }
}
