package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/**
 * The edits that bring a clip to a place or take it away. {@link org.reelbench.timeline.Edits} says what each does.
 * <p>
 * Without state, safe for every thread.
 */
public final class PlaceEdits {

    private PlaceEdits() {
    }

    public static Sequence append(Sequence sequence, Id trackId, Clip clip) throws EditRefused {
        return place(sequence, trackId, Lookup.openTrack(sequence, trackId).durationFrames(), clip);
    }

    public static Sequence place(Sequence sequence, Id trackId, long startFrame, Clip clip) throws EditRefused {
        Track track = Lookup.openTrack(sequence, trackId);
        Lookup.requireFresh(sequence, clip.id());
        requireFits(sequence, track, clip);
        return sequence.withTrack(put(track, startFrame, clip));
    }

    public static Sequence insert(Sequence sequence, Id trackId, long frame, Clip clip, Id rightId) throws EditRefused {
        Track track = Lookup.openTrack(sequence, trackId);
        return sequence.withTrack(surgery(sequence, track, clip, rightId).insert(track, frame, List.of(clip)));
    }

    public static Sequence overwrite(Sequence sequence, Id trackId, long startFrame, Clip clip, Id rightId)
            throws EditRefused {
        Track track = Lookup.openTrack(sequence, trackId);
        return sequence.withTrack(surgery(sequence, track, clip, rightId).overwrite(track, startFrame, List.of(clip)));
    }

    public static Sequence move(Sequence sequence, Id clipId, Id toTrack, long toFrame) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        Track target = Lookup.openTrack(sequence, toTrack);
        if (target.kind() != place.track().kind()) {
            throw new EditRefused(Lookup.name(place.clip()) + " lies on " + of(place.track()) + ", and cannot move to "
                    + of(target));
        }
        boolean sameTrack = target.id().equals(place.track().id());
        if (sameTrack && toFrame == place.startFrame()) {
            return sequence;
        }
        Track lifted = lifted(place);
        if (sameTrack) {
            return sequence.withTrack(put(lifted, toFrame, place.clip()));
        }
        return sequence.withTrack(put(target, toFrame, place.clip())).withTrack(lifted);
    }

    public static Sequence delete(Sequence sequence, Id clipId, boolean ripple) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        return sequence.withTrack(ripple ? closed(place) : lifted(place));
    }

    public static Sequence deleteAll(Sequence sequence, Set<Id> clips, boolean ripple) throws EditRefused {
        Sequence left = sequence;
        for (Id clip : clips) {
            left = delete(left, clip, ripple);
        }
        return left;
    }

    private static RangeSurgery surgery(Sequence sequence, Track track, Clip added, Id rightId) throws EditRefused {
        requireFits(sequence, track, added);
        SpareIds ids = new SpareIds(sequence, List.of(rightId));
        ids.use(added.id());
        return new RangeSurgery(sequence, ids);
    }

    /** Refuses a clip that cannot lie on a track of its kind, or shows the sequence itself. */
    static void requireFits(Sequence sequence, Track track, Clip clip) throws EditRefused {
        if (clip.content().equals(new NestedSequence(sequence.id()))) {
            throw new EditRefused(Lookup.name(clip) + " shows the sequence it would lie in");
        }
        if (track.kind() == TrackKind.AUDIO && clip.content() instanceof Still) {
            throw new EditRefused(Lookup.name(clip) + " is a still picture and cannot lie on " + Lookup.name(track)
                    + ", an audio track");
        }
    }

    private static Track lifted(ClipPlace place) {
        TrackItems items = place.track().items();
        return place.track().withItems(TrackSurgery.splice(items, place.index(), place.index() + 1,
                TrackSurgery.gap(place.clip().durationFrames())));
    }

    private static Track closed(ClipPlace place) {
        TrackItems items = place.track().items();
        int from = place.index();
        int to = from + 1;
        // The clip's transitions go with it; otherwise its neighbours, now side by side, would inherit one.
        if (from > 0 && items.get(from - 1) instanceof Transition) {
            from--;
        }
        if (to < items.size() && items.get(to) instanceof Transition) {
            to++;
        }
        return place.track().withItems(TrackSurgery.splice(items, from, to, List.of()));
    }

    private static Track put(Track track, long startFrame, Clip clip) throws EditRefused {
        Lookup.requireInReach(track, startFrame, clip.durationFrames());
        long endFrame = startFrame + clip.durationFrames();
        Lookup.requireFree(track, startFrame, endFrame);
        TrackItems items = track.items();
        Optional<Located> gap = items.locate(startFrame);
        List<Item> added = new ArrayList<>();
        added.addAll(TrackSurgery.gap(startFrame - gap.map(Located::startFrame).orElse(items.durationFrames())));
        added.add(clip);
        if (gap.isEmpty()) {
            return track.withItems(TrackSurgery.splice(items, items.size(), items.size(), added));
        }
        added.addAll(TrackSurgery.gap(gap.get().endFrame() - endFrame));
        return track.withItems(TrackSurgery.splice(items, gap.get().index(), gap.get().index() + 1, added));
    }

    private static String of(Track track) {
        return Lookup.name(track) + ", " + (track.kind() == TrackKind.VIDEO ? "a video track" : "an audio track");
    }
}
