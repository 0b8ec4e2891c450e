package org.reelbench.ui.preview.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.encoding.preview.PreviewHint;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** What somebody who edits may want to see next: the edges of what is selected, and what the last edit did undone. */
final class Guess {

    /** An edge is dragged so far, most times. */
    private static final int REACH_SECONDS = 2;

    /** Who selects everything wants nothing of it in particular. */
    private static final int MOST_CLIPS = 4;

    private Guess() {
    }

    /**
     * Guesses.
     *
     * @param now what is shown
     * @param before what it was before the last edit, if there was one
     * @param selected the clips that are selected
     */
    static PreviewHint of(Sequence now, Optional<Sequence> before, Set<Id> selected) {
        long reachFrames = now.rate().framesPerSecond().times(REACH_SECONDS).ceil();
        Set<FrameRange> places = new LinkedHashSet<>();
        if (selected.size() <= MOST_CLIPS) {
            selected.stream().flatMap(clip -> now.findClip(clip).stream()).forEach(place -> {
                long end = place.startFrame() + place.clip().durationFrames();
                places.addAll(PreviewHint.edge(place.startFrame(), reachFrames).places());
                places.addAll(PreviewHint.edge(end, reachFrames).places());
            });
        }
        return new PreviewHint(List.copyOf(places), before.stream().toList());
    }
}
