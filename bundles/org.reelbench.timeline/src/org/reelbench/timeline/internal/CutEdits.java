package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * The edits that move a clip's edges and those at the cut between two clips. {@link org.reelbench.timeline.Edits} says what each
 * does.
 * <p>
 * Without state, safe for every thread.
 */
public final class CutEdits {

    private CutEdits() {
    }

    public static Sequence split(Sequence sequence, Id trackId, long frame, Id rightId) throws EditRefused {
        Track track = Lookup.openTrack(sequence, trackId);
        Optional<Located> located = track.items().locate(frame);
        if (located.isEmpty() || !(located.get().item() instanceof Clip clip)) {
            throw new EditRefused("there is no clip at frame " + frame + " of " + Lookup.name(track));
        }
        long leftFrames = frame - located.get().startFrame();
        if (leftFrames == 0) {
            throw new EditRefused(Lookup.name(clip) + " begins at frame " + frame + ": there is nothing to split");
        }
        Lookup.requireFresh(sequence, rightId);
        Clip left = ClipParts.leftPart(clip, leftFrames);
        Clip right = ClipParts.rightPart(sequence, clip, leftFrames, rightId);
        int index = located.get().index();
        return sequence.withTrack(track.withItems(
                TrackSurgery.splice(track.items(), index, index + 1, List.of(left, right))));
    }

    public static Sequence trimStart(Sequence sequence, Id clipId, long deltaFrames) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        if (deltaFrames == 0) {
            return sequence;
        }
        Clip clip = place.clip();
        ClipParts.requireSane(clip, deltaFrames);
        ClipParts.requireRest(clip, deltaFrames);
        if (deltaFrames < 0) {
            long newStartFrame = place.startFrame() + deltaFrames;
            Lookup.requireInReach(place.track(), newStartFrame, 0);
            Lookup.requireFree(place.track(), newStartFrame, place.startFrame());
        }
        Clip trimmed = ClipParts.startingLater(sequence, clip, deltaFrames);
        TrackItems items = place.track().items();
        int from = place.index();
        List<Item> replacement = new ArrayList<>();
        if (deltaFrames > 0) {
            replacement.addAll(TrackSurgery.gap(deltaFrames));
        } else if (items.get(--from) instanceof Gap eaten) {
            replacement.addAll(TrackSurgery.gap(eaten.durationFrames() + deltaFrames));
        }
        replacement.add(trimmed);
        return sequence.withTrack(
                place.track().withItems(TrackSurgery.splice(items, from, place.index() + 1, replacement)));
    }

    public static Sequence trimEnd(Sequence sequence, Id clipId, long deltaFrames) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        if (deltaFrames == 0) {
            return sequence;
        }
        Clip clip = place.clip();
        ClipParts.requireSane(clip, deltaFrames);
        ClipParts.requireRest(clip, -deltaFrames);
        if (deltaFrames > 0) {
            Lookup.requireInReach(place.track(), place.endFrame(), deltaFrames);
            Lookup.requireFree(place.track(), place.endFrame(), place.endFrame() + deltaFrames);
        }
        TrackItems items = place.track().items();
        int to = place.index() + 1;
        List<Item> replacement = new ArrayList<>();
        replacement.add(ClipParts.lasting(clip, clip.durationFrames() + deltaFrames));
        if (deltaFrames < 0) {
            replacement.addAll(TrackSurgery.gap(-deltaFrames));
        } else if (to < items.size() && items.get(to) instanceof Gap eaten) {
            to++;
            replacement.addAll(TrackSurgery.gap(eaten.durationFrames() - deltaFrames));
        }
        return sequence.withTrack(place.track().withItems(TrackSurgery.splice(items, place.index(), to, replacement)));
    }

    public static Sequence transition(Sequence sequence, Id leftClip, Id transitionId, String kind, long durationFrames)
            throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, leftClip);
        TrackItems items = place.track().items();
        int cut = place.index() + 1;
        String left = Lookup.name(place.clip());
        if (cut < items.size() && items.get(cut) instanceof Transition present) {
            throw new EditRefused("there is a transition (" + present.id() + ") at the end of " + left + " already");
        }
        if (cut == items.size() || !(items.get(cut) instanceof Clip right)) {
            throw new EditRefused("no clip touches the end of " + left + ": a transition needs two clips side by side");
        }
        if (durationFrames < 1) {
            throw new EditRefused("a transition takes at least one frame, not " + durationFrames);
        }
        Lookup.requireFresh(sequence, transitionId);
        long inOffsetFrames = durationFrames / 2;
        long outOffsetFrames = durationFrames - inOffsetFrames;
        requireRoom(kind, place.clip(), takenBefore(items, place.index()), inOffsetFrames);
        requireRoom(kind, right, takenAfter(items, cut), outOffsetFrames);
        return sequence.withTrack(place.track().withItems(
                items.insert(cut, new Transition(transitionId, kind, inOffsetFrames, outOffsetFrames, Extras.NONE))));
    }

    public static Sequence removeTransition(Sequence sequence, Id transition) throws EditRefused {
        Lookup.TransitionPlace place = Lookup.transition(sequence, transition);
        return sequence.withTrack(place.track().withItems(place.track().items().remove(place.index())));
    }

    public static Sequence setTransition(Sequence sequence, Id transitionId, long inOffsetFrames, long outOffsetFrames)
            throws EditRefused {
        Lookup.TransitionPlace place = Lookup.transition(sequence, transitionId);
        TrackItems items = place.track().items();
        int index = place.index();
        if (!(items.get(index) instanceof Transition old) || !(items.get(index - 1) instanceof Clip left)
                || !(items.get(index + 1) instanceof Clip right)) {
            throw new IllegalArgumentException("transition " + transitionId + " does not sit between two clips");
        }
        if (inOffsetFrames < 0 || outOffsetFrames < 0 || inOffsetFrames == 0 && outOffsetFrames == 0) {
            throw new EditRefused("a transition covers at least one frame and none negative, not " + inOffsetFrames
                    + " before and " + outOffsetFrames + " after the cut");
        }
        requireRoom(old.kind(), left, takenBefore(items, index - 1), inOffsetFrames);
        requireRoom(old.kind(), right, takenAfter(items, index + 1), outOffsetFrames);
        if (inOffsetFrames == old.inOffsetFrames() && outOffsetFrames == old.outOffsetFrames()) {
            return sequence;
        }
        Transition changed = new Transition(old.id(), old.kind(), inOffsetFrames, outOffsetFrames, old.extras());
        return sequence.withTrack(place.track().withItems(items.replace(index, changed)));
    }

    private static long takenBefore(TrackItems items, int clipIndex) {
        return clipIndex > 0 && items.get(clipIndex - 1) instanceof Transition before ? before.outOffsetFrames() : 0;
    }

    private static long takenAfter(TrackItems items, int clipIndex) {
        return clipIndex + 1 < items.size() && items.get(clipIndex + 1) instanceof Transition after ? after.inOffsetFrames() : 0;
    }

    private static void requireRoom(String kind, Clip clip, long takenFrames, long neededFrames)
            throws EditRefused {
        if (neededFrames > clip.durationFrames() - takenFrames) {
            throw new EditRefused("the " + kind + " needs " + neededFrames + " frames of " + Lookup.name(clip)
                    + ", which has only " + (clip.durationFrames() - takenFrames) + " to give");
        }
    }
}
