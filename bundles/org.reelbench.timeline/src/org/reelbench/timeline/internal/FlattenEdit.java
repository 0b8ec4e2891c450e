package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reelbench.time.Rational;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.SoundTreatment;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/**
 * Puts the clips of a sequence in place of a clip that shows it. {@link org.reelbench.timeline.Nesting} says what the edit does.
 * <p>
 * Holds one edit. Confined to one thread.
 */
public final class FlattenEdit {

    private final Sequence before;
    private final ClipPlace place;
    private final Sequence inner;
    private final Sequence lifted;
    private final Deque<Id> spareIds;
    private final Set<Id> used = new HashSet<>();

    private FlattenEdit(Sequence before, ClipPlace place, Sequence inner, Sequence lifted, Deque<Id> spareIds) {
        this.before = before;
        this.place = place;
        this.inner = inner;
        this.lifted = lifted;
        this.spareIds = spareIds;
    }

    /** Flattens one clip; takes the spare ids it uses away from the others. */
    public static Sequence flatten(Sequence sequence, Id clip, Sequence inner, Deque<Id> spareIds) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clip);
        requireAlike(sequence, place.clip(), inner);
        return new FlattenEdit(sequence, place, inner, PlaceEdits.delete(sequence, clip, false), spareIds).flattened();
    }

    private static void requireAlike(Sequence sequence, Clip clip, Sequence inner) throws EditRefused {
        String name = Lookup.name(clip);
        if (!clip.content().equals(new NestedSequence(inner.id()))) {
            throw new EditRefused(name + " does not show sequence '" + inner.name() + "' (" + inner.id() + ")");
        }
        if (!clip.speed().equals(Rational.ONE)) {
            throw new EditRefused(
                    name + " runs at speed " + clip.speed() + ": only at speed 1 do its clips look the same by themselves");
        }
        // At speed 1 there is no pitch to keep.
        Clip plain = Clip.of(clip.id(), clip.name(), clip.content(), clip.sourceIn(), clip.durationFrames())
                .withSound(SoundTreatment.AS_RECORDED.withKeepPitch(clip.sound().keepPitch()))
                .withBonds(clip.bonds()).withExtras(clip.extras());
        if (!clip.equals(plain)) {
            throw new EditRefused(name + " is placed, mixed, animated or has effects as a whole: take these off first");
        }
        if (!inner.rate().equals(sequence.rate()) || inner.widthPx() != sequence.widthPx()
                || inner.heightPx() != sequence.heightPx()) {
            throw new EditRefused(name + " shows a sequence of another frame rate or canvas");
        }
        if (!inner.rate().timeOf(inner.rate().frameAt(clip.sourceIn())).equals(clip.sourceIn())) {
            throw new EditRefused(name + " does not begin with a whole frame of the sequence it shows");
        }
    }

    private Sequence flattened() throws EditRefused {
        Map<Id, TrackItems> pieces = new HashMap<>();
        List<Track> sources = new ArrayList<>();
        for (Track track : inner.tracks()) {
            if (track.kind() == place.track().kind()) {
                TrackItems piece = piece(track);
                if (!piece.isEmpty()) {
                    sources.add(track);
                    pieces.put(track.id(), piece);
                }
            }
        }
        List<Track> targets = targets(sources);
        Sequence flattened = lifted;
        for (int i = 0; i < sources.size(); i++) {
            requireSeenAsBefore(sources.get(i), targets.get(i));
            Track target = Lookup.openTrack(flattened, targets.get(i).id());
            flattened = flattened.withTrack(setDown(target, pieces.get(sources.get(i).id())));
        }
        return flattened;
    }

    /**
     * Returns what the clip shows of a track: its first item lies at the clip's first frame, or at the sequence's if that is
     * later.
     */
    private TrackItems piece(Track track) throws EditRefused {
        long inFrame = inner.rate().frameAt(place.clip().sourceIn());
        long outFrame = inFrame + place.clip().durationFrames();
        RangeSurgery surgery = new RangeSurgery(inner, new SpareIds(inner, List.of()));
        Track piece = outFrame <= 0
                ? track.withItems(TrackItems.EMPTY)
                : surgery.extract(track, outFrame, Math.max(outFrame + 1, track.durationFrames()));
        return inFrame <= 0 ? piece.items() : surgery.extract(piece, 0, inFrame).items();
    }

    private List<Track> targets(List<Track> sources) throws EditRefused {
        List<Track> alike = before.tracks().stream().filter(track -> track.kind() == place.track().kind()).toList();
        List<Track> twins = alike.stream()
                .filter(track -> sources.stream().anyMatch(source -> source.id().equals(track.id()))).toList();
        if (twins.stream().map(Track::id).toList().equals(sources.stream().map(Track::id).toList())) {
            return twins;
        }
        int lowest = alike.indexOf(place.track());
        if (lowest + sources.size() > alike.size()) {
            throw new EditRefused("the clips of sequence '" + inner.name() + "' (" + inner.id() + ") need " + sources.size()
                    + (place.track().kind() == TrackKind.VIDEO ? " video" : " audio") + " tracks from "
                    + Lookup.name(place.track())
                    + " up, and there are " + (alike.size() - lowest));
        }
        return alike.subList(lowest, lowest + sources.size());
    }

    private void requireSeenAsBefore(Track source, Track target) throws EditRefused {
        boolean presented = before.isPresented(place.track()) && inner.isPresented(source);
        if (before.isPresented(target) != presented) {
            throw new EditRefused("what lies on " + Lookup.name(source) + " of sequence '" + inner.name() + "' is "
                    + (presented ? "presented, and would no longer be on " : "not presented, and would be on ")
                    + Lookup.name(target));
        }
    }

    private Track setDown(Track target, TrackItems piece) throws EditRefused {
        RangeSurgery surgery = new RangeSurgery(lifted, new SpareIds(lifted, List.of()));
        long frame = place.startFrame() + Math.max(0, -inner.rate().frameAt(place.clip().sourceIn()));
        List<Item> run = new ArrayList<>();
        Track done = target;
        for (Item item : piece) {
            if (item instanceof Gap gap) {
                done = setDown(done, frame, run, surgery);
                frame += RangeSurgery.duration(run) + gap.durationFrames();
                run.clear();
            } else {
                run.add(withFreshId(item));
            }
        }
        return setDown(done, frame, run, surgery);
    }

    private static Track setDown(Track target, long frame, List<Item> run, RangeSurgery surgery) throws EditRefused {
        if (run.isEmpty()) {
            return target;
        }
        Lookup.requireFree(target, frame, frame + RangeSurgery.duration(run));
        return surgery.overwrite(target, frame, run);
    }

    private Item withFreshId(Item item) throws EditRefused {
        return switch (item) {
        case Clip clip -> clip.withId(fresh(clip.id()));
        case Transition transition -> new Transition(fresh(transition.id()), transition.kind(), transition.inOffsetFrames(),
                transition.outOffsetFrames(), transition.extras());
        case Gap gap -> gap;
        };
    }

    private Id fresh(Id wanted) throws EditRefused {
        if (!used.contains(wanted) && Lookup.isFresh(lifted, wanted)) {
            used.add(wanted);
            return wanted;
        }
        if (spareIds.isEmpty()) {
            throw new EditRefused("the id " + wanted + " is taken, and there are not enough others");
        }
        Id spare = spareIds.removeFirst();
        Lookup.requireFresh(lifted, spare);
        if (!used.add(spare)) {
            throw new EditRefused("the id " + spare + " is given to two clips");
        }
        return spare;
    }
}
