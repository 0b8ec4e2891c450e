package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * The edits that move a clip's edges and let its neighbours make up for it. {@link org.reelbench.timeline.TrimEdits} says what
 * each does.
 * <p>
 * Without state, safe for every thread.
 */
public final class NeighbourEdits {

    private NeighbourEdits() {
    }

    public static Sequence rippleTrimStart(Sequence sequence, Id clipId, long deltaFrames) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        requireRippleFits(place, deltaFrames, -deltaFrames);
        return deltaFrames == 0
                ? sequence
                : exchange(sequence, place, ClipParts.startingLater(sequence, place.clip(), deltaFrames));
    }

    public static Sequence rippleTrimEnd(Sequence sequence, Id clipId, long deltaFrames) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        requireRippleFits(place, deltaFrames, deltaFrames);
        return deltaFrames == 0
                ? sequence
                : exchange(sequence, place, ClipParts.lasting(place.clip(), place.clip().durationFrames() + deltaFrames));
    }

    public static Sequence roll(Sequence sequence, Id leftClip, long deltaFrames) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, leftClip);
        TrackItems items = place.track().items();
        int rightIndex = place.index() + 1;
        List<Item> replacement = new ArrayList<>();
        if (rightIndex < items.size() && items.get(rightIndex) instanceof Transition transition) {
            replacement.add(transition);
            rightIndex++;
        }
        if (rightIndex == items.size() || !(items.get(rightIndex) instanceof Clip right)) {
            throw new EditRefused("no clip touches the end of " + Lookup.name(place.clip())
                    + ": a roll needs two clips side by side");
        }
        ClipParts.requireSane(place.clip(), deltaFrames);
        ClipParts.requireRest(place.clip(), -deltaFrames);
        ClipParts.requireRest(right, deltaFrames);
        if (deltaFrames == 0) {
            return sequence;
        }
        replacement.addFirst(ClipParts.lasting(place.clip(), place.clip().durationFrames() + deltaFrames));
        replacement.add(ClipParts.startingLater(sequence, right, deltaFrames));
        return sequence.withTrack(place.track().withItems(
                TrackSurgery.splice(items, place.index(), rightIndex + 1, replacement)));
    }

    public static Sequence slip(Sequence sequence, Id clipId, long deltaFrames) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        Clip clip = place.clip();
        if (clip.content() instanceof Still) {
            throw new EditRefused(Lookup.name(clip) + " is a still picture: there is nothing to slip");
        }
        ClipParts.requireSane(clip, deltaFrames);
        if (deltaFrames == 0) {
            return sequence;
        }
        Clip running = clip.speed().signum() == 0 ? clip.withSpeed(Rational.ONE) : clip;
        return exchange(sequence, place,
                clip.withSource(ClipParts.sourceAt(sequence, running, deltaFrames), clip.durationFrames()));
    }

    public static Sequence slide(Sequence sequence, Id clipId, long deltaFrames) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        ClipParts.requireSane(place.clip(), deltaFrames);
        if (deltaFrames == 0) {
            return sequence;
        }
        Lookup.requireInReach(place.track(), place.startFrame() + deltaFrames, place.clip().durationFrames());
        TrackItems items = place.track().items();
        List<Item> replacement = new ArrayList<>();
        replacement.add(place.clip());
        int leftIndex = place.index() - 1;
        if (leftIndex >= 0 && items.get(leftIndex) instanceof Transition transition) {
            replacement.addFirst(transition);
            leftIndex--;
        }
        replacement.addAll(0, slidLeft(place, leftIndex < 0 ? null : items.get(leftIndex), deltaFrames));
        int rightIndex = place.index() + 1;
        if (rightIndex < items.size() && items.get(rightIndex) instanceof Transition transition) {
            replacement.add(transition);
            rightIndex++;
        }
        replacement.addAll(slidRight(sequence, place, rightIndex == items.size() ? null : items.get(rightIndex), deltaFrames));
        return sequence.withTrack(place.track().withItems(TrackSurgery.splice(items, Math.max(0, leftIndex),
                Math.min(items.size(), rightIndex + 1), replacement)));
    }

    private static List<Item> slidLeft(ClipPlace place, @Nullable Item left, long deltaFrames) throws EditRefused {
        if (left instanceof Clip clip) {
            ClipParts.requireRest(clip, -deltaFrames);
            return List.of(ClipParts.lasting(clip, clip.durationFrames() + deltaFrames));
        }
        if (deltaFrames < 0) {
            Lookup.requireFree(place.track(), place.startFrame() + deltaFrames, place.startFrame());
        }
        return TrackSurgery.gap((left instanceof Gap gap ? gap.durationFrames() : 0) + deltaFrames);
    }

    private static List<Item> slidRight(Sequence sequence, ClipPlace place, @Nullable Item right, long deltaFrames)
            throws EditRefused {
        if (right instanceof Clip clip) {
            ClipParts.requireRest(clip, deltaFrames);
            return List.of(ClipParts.startingLater(sequence, clip, deltaFrames));
        }
        if (deltaFrames > 0) {
            Lookup.requireFree(place.track(), place.endFrame(), place.endFrame() + deltaFrames);
        }
        return right instanceof Gap gap ? TrackSurgery.gap(gap.durationFrames() - deltaFrames) : List.of();
    }

    private static void requireRippleFits(ClipPlace place, long deltaFrames, long growthFrames) throws EditRefused {
        ClipParts.requireSane(place.clip(), deltaFrames);
        ClipParts.requireRest(place.clip(), -growthFrames);
        Lookup.requireInReach(place.track(), place.track().durationFrames(), growthFrames);
    }

    private static Sequence exchange(Sequence sequence, ClipPlace place, Clip clip) {
        return sequence.withTrack(place.track().withItems(
                TrackSurgery.splice(place.track().items(), place.index(), place.index() + 1, List.of(clip))));
    }
}
