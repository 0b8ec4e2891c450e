package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MoveEdits.Landing;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/**
 * Moves clips together: takes them up in runs, clips that touch with the transitions between them, and sets the runs down.
 * {@link org.reelbench.timeline.MoveEdits} says what the edit does.
 * <p>
 * Holds one edit. Confined to one thread.
 */
public final class MoveTogether {

    private final Sequence before;
    private final Landing landing;
    private final RangeSurgery surgery;
    /** The tracks as edited so far. */
    private final Map<Id, Track> tracks = new HashMap<>();

    /** Clips that touch, and the transitions between them; frames are those of the new place. */
    private record Run(long startFrame, List<Item> items) {
    }

    private MoveTogether(Sequence before, Landing landing, List<Id> rightIds) {
        this.before = before;
        this.landing = landing;
        surgery = new RangeSurgery(before, new SpareIds(before, rightIds));
        before.tracks().forEach(track -> tracks.put(track.id(), track));
    }

    public static Sequence move(Sequence sequence, Set<Id> clips, long deltaFrames, int deltaTracks, Landing landing,
            List<Id> rightIds) throws EditRefused {
        List<ClipPlace> places = new ArrayList<>();
        for (Id clip : clips) {
            places.add(Lookup.clip(sequence, clip));
        }
        if (deltaFrames == 0 && deltaTracks == 0 || places.isEmpty()) {
            return sequence;
        }
        places.sort(Comparator.comparingLong(ClipPlace::startFrame));
        ClipParts.requireSane(places.getFirst().clip(), deltaFrames);
        return new MoveTogether(sequence, landing, rightIds).moved(places, deltaFrames, deltaTracks);
    }

    private Sequence moved(List<ClipPlace> places, long deltaFrames, int deltaTracks) throws EditRefused {
        long startFrame = places.getFirst().startFrame() + deltaFrames;
        long endFrame = deltaFrames + places.stream().mapToLong(ClipPlace::endFrame).max().orElseThrow();
        if (startFrame < 0) {
            throw new EditRefused("nothing can lie before the first frame, at " + startFrame);
        }
        Map<Id, List<Run>> arriving = new HashMap<>();
        for (Track track : before.tracks()) {
            List<ClipPlace> leaving = places.stream().filter(place -> place.track().id().equals(track.id())).toList();
            if (!leaving.isEmpty()) {
                arriving.put(target(track, deltaTracks).id(), takeUp(leaving, deltaFrames));
            }
        }
        // Only now are all frames free that the clips lay on.
        for (Track track : before.tracks()) {
            List<Run> runs = arriving.get(track.id());
            if (runs != null) {
                setDown(track.id(), new FrameRange(startFrame, endFrame), runs);
            }
        }
        return before.withTracks(before.tracks().stream().map(this::edited).toList());
    }

    private Track target(Track from, int deltaTracks) throws EditRefused {
        List<Track> alike = before.tracks().stream().filter(track -> track.kind() == from.kind()).toList();
        long index = (long) alike.indexOf(from) + deltaTracks;
        if (index < 0 || index >= alike.size()) {
            throw new EditRefused("there is no " + (from.kind() == TrackKind.VIDEO ? "video" : "audio") + " track "
                    + Math.abs((long) deltaTracks) + (deltaTracks > 0 ? " above " : " below ") + Lookup.name(from));
        }
        return Lookup.openTrack(before, alike.get((int) index).id());
    }

    /** Leaves gaps in place of clips of one track, in the order of the track. */
    private List<Run> takeUp(List<ClipPlace> leaving, long deltaFrames) {
        Track track = leaving.getFirst().track();
        TrackItems items = track.items();
        TrackItems left = items;
        List<Run> runs = new ArrayList<>();
        // From the end, so that the indices before stay true.
        int last = leaving.size() - 1;
        while (last >= 0) {
            int first = last;
            while (first > 0 && touch(items, leaving.get(first - 1).index(), leaving.get(first).index())) {
                first--;
            }
            ClipPlace begin = leaving.get(first);
            ClipPlace end = leaving.get(last);
            runs.addFirst(new Run(begin.startFrame() + deltaFrames,
                    items.subList(begin.index(), end.index() + 1).toList()));
            left = TrackSurgery.splice(left, begin.index(), end.index() + 1,
                    List.of(new Gap(end.endFrame() - begin.startFrame())));
            last = first - 1;
        }
        tracks.put(track.id(), track.withItems(left));
        return runs;
    }

    private static boolean touch(TrackItems items, int left, int right) {
        return right == left + 1 || right == left + 2 && items.get(left + 1) instanceof Transition;
    }

    private void setDown(Id id, FrameRange whole, List<Run> runs) throws EditRefused {
        Track track = edited(before.track(id));
        if (landing == Landing.INSERT && whole.inFrame() < track.durationFrames()) {
            track = surgery.insert(track, whole.inFrame(), List.of(new Gap(whole.durationFrames())));
        }
        for (Run run : runs) {
            if (landing == Landing.FREE) {
                Lookup.requireFree(track, run.startFrame(), run.startFrame() + RangeSurgery.duration(run.items()));
            }
            track = surgery.overwrite(track, run.startFrame(), run.items());
        }
        tracks.put(id, track);
    }

    private Track edited(Track track) {
        Track edited = tracks.get(track.id());
        return edited == null ? track : edited;
    }
}
