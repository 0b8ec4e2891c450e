package org.reelbench.ui.tracks.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * The part of a track that is seen. Costs what is seen, not what is on the track: items are looked up by frame, and where many
 * share one pixel, one stands for all.
 *
 * @param clips the clips, from left to right
 * @param transitions the transitions over them
 * @param visitedItems how many items were looked at
 */
public record TrackContents(List<PlacedClip> clips, List<PlacedTransition> transitions, int visitedItems) {

    /**
     * A clip that is seen.
     *
     * @param clip the clip
     * @param startFrame where it begins
     */
    public record PlacedClip(Clip clip, long startFrame) {

        /**
         * Returns where it ends.
         *
         * @return the first frame after it
         */
        public long endFrame() {
            return startFrame + clip.durationFrames();
        }
    }

    /**
     * A transition that is seen.
     *
     * @param transition the transition
     * @param cutFrame the cut it lies over
     */
    public record PlacedTransition(Transition transition, long cutFrame) {
    }

    /** Creates the contents with lists of their own. */
    public TrackContents {
        clips = List.copyOf(clips);
        transitions = List.copyOf(transitions);
    }

    /**
     * Finds what is seen of a track.
     *
     * @param items what is on the track
     * @param fromFrame the first frame seen, not negative
     * @param toFrame the frame after the last
     * @param framesPerPixel of items shorter than this, those that would begin in the pixel of another are left out; not negative
     * @return the visible items
     */
    public static TrackContents visible(TrackItems items, long fromFrame, long toFrame, long framesPerPixel) {
        List<PlacedClip> clips = new ArrayList<>();
        List<PlacedTransition> transitions = new ArrayList<>();
        int visited = 0;
        Optional<Located> found = items.locate(fromFrame);
        found.ifPresent(first -> addTransition(items, first.index() - 1, first.startFrame(), transitions));
        while (found.isPresent() && found.get().startFrame() < toFrame) {
            Located item = found.get();
            visited++;
            if (item.item() instanceof Clip clip) {
                clips.add(new PlacedClip(clip, item.startFrame()));
            }
            addTransition(items, item.index() + 1, item.endFrame(), transitions);
            found = items.locate(Math.max(item.endFrame(), item.startFrame() + framesPerPixel));
        }
        return new TrackContents(clips, transitions, visited);
    }

    private static void addTransition(TrackItems items, int index, long cutFrame, List<PlacedTransition> transitions) {
        if (index >= 0 && index < items.size() && items.get(index) instanceof Transition transition
                && (transitions.isEmpty() || transitions.getLast().cutFrame() != cutFrame)) {
            transitions.add(new PlacedTransition(transition, cutFrame));
        }
    }
}
