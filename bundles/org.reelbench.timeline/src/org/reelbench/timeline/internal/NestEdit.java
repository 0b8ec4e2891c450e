package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/**
 * Finds out what clips are as a sequence of their own and where the clips go that show it. {@link org.reelbench.timeline.Nesting}
 * says what the edit does.
 * <p>
 * Immutable, safe for every thread.
 */
public final class NestEdit {

    private final List<ClipPlace> places;
    private final long startFrame;
    private final long endFrame;
    private final Sequence inner;
    private final Optional<Track> pictureTrack;
    private final Optional<Track> soundTrack;

    private NestEdit(Sequence sequence, List<ClipPlace> places, Id innerId, String name) {
        this.places = places;
        startFrame = places.stream().mapToLong(ClipPlace::startFrame).min().orElseThrow();
        endFrame = places.stream().mapToLong(ClipPlace::endFrame).max().orElseThrow();
        List<Track> tracks = sequence.tracks().stream()
                .filter(track -> places.stream().anyMatch(place -> place.track() == track)).toList();
        pictureTrack = first(sequence, tracks.reversed(), TrackKind.VIDEO);
        soundTrack = first(sequence, tracks, TrackKind.AUDIO);
        inner = new Sequence(innerId, name, sequence.rate(), sequence.widthPx(), sequence.heightPx(), sequence.sampleRateHz(),
                tracks.stream().map(track -> innerTrack(sequence, track)).toList(), Extras.NONE);
    }

    /** What is not presented stays so, unless the clip that shows it is not presented already. */
    private Track innerTrack(Sequence sequence, Track track) {
        boolean isPicture = track.kind() == TrackKind.VIDEO;
        Optional<Track> shown = isPicture ? pictureTrack : soundTrack;
        boolean off = shown.filter(sequence::isPresented).isPresent() && !sequence.isPresented(track);
        Track inner = track.withItems(itemsOf(track)).withSolo(false).withLocked(false);
        return isPicture ? inner.withHidden(off) : inner.withMuted(off);
    }

    public static NestEdit of(Sequence sequence, Set<Id> clips, Id innerId, String name) throws EditRefused {
        if (innerId.equals(sequence.id())) {
            throw new EditRefused("the id " + innerId + " is that of the sequence itself");
        }
        if (clips.isEmpty()) {
            throw new EditRefused("a sequence is made of at least one clip");
        }
        List<ClipPlace> places = new ArrayList<>();
        for (Id clip : clips) {
            places.add(Lookup.clip(sequence, clip));
        }
        places.sort(Comparator.comparingLong(ClipPlace::startFrame));
        return new NestEdit(sequence, places, innerId, name);
    }

    public Sequence inner() {
        return inner;
    }

    public long startFrame() {
        return startFrame;
    }

    public boolean hasPicture() {
        return pictureTrack.isPresent();
    }

    public boolean hasSound() {
        return soundTrack.isPresent();
    }

    public Id pictureTrack() {
        return pictureTrack.orElseThrow().id();
    }

    public Id soundTrack() {
        return soundTrack.orElseThrow().id();
    }

    /** Returns a clip that shows the new sequence. */
    public Clip clip(Id id) {
        return Clip.of(id, inner.name(), new NestedSequence(inner.id()), RationalTime.ZERO, endFrame - startFrame);
    }

    private static Optional<Track> first(Sequence sequence, List<Track> tracks, TrackKind kind) {
        List<Track> ofKind = tracks.stream().filter(track -> track.kind() == kind).toList();
        return ofKind.stream().filter(sequence::isPresented).findFirst().or(() -> ofKind.stream().findFirst());
    }

    private TrackItems itemsOf(Track track) {
        List<Item> items = new ArrayList<>();
        long doneFrame = startFrame;
        int doneIndex = -1;
        for (ClipPlace place : places) {
            if (place.track() == track) {
                items.addAll(TrackSurgery.gap(place.startFrame() - doneFrame));
                if (place.index() == doneIndex + 2 && doneIndex >= 0
                        && track.items().get(doneIndex + 1) instanceof Transition between) {
                    items.add(between);
                }
                items.add(place.clip());
                doneFrame = place.endFrame();
                doneIndex = place.index();
            }
        }
        return TrackItems.of(items);
    }
}
