package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What holds between the items of every sequence that {@link Edits} made; what one value alone can tell, such as a duration above
 * zero, its own constructor refuses.
 * <ul>
 * <li>No two tracks have one id, nor have any two clips, transitions or markers.</li>
 * <li>A track is at most {@link Item#MAX_DURATION_FRAMES} long, no two gaps follow each other, and none comes last.</li>
 * <li>A transition sits between two clips, and does not reach further into them than they are long; two transitions on one clip
 * do not overlap.</li>
 * <li>A still picture lies on a video track only.</li>
 * <li>No clip shows the sequence it lies in.</li>
 * </ul>
 * Without state, safe for every thread.
 */
public final class Invariants {

    private Invariants() {
    }

    /**
     * Looks for what does not hold. Costs the number of items.
     *
     * @param sequence the sequence
     * @return a sentence without a full stop for each violation, in the order of tracks and items; empty if all is well
     */
    public static List<String> violations(Sequence sequence) {
        List<String> violations = new ArrayList<>();
        Set<Id> trackIds = new HashSet<>();
        Set<Id> itemIds = new HashSet<>();
        for (Track track : sequence.tracks()) {
            checkTrack(sequence.id(), track, !trackIds.add(track.id()), id -> !itemIds.add(id), violations);
        }
        for (Marker marker : sequence.markers()) {
            if (!itemIds.add(marker.id())) {
                violations.add("the id " + marker.id() + " of a marker is that of a clip, a transition or another marker");
            }
        }
        return List.copyOf(violations);
    }

    /**
     * Looks for what would not hold if a track were added to a sequence in which all does. Costs the number of items of the track
     * times O(log n) for each track of the sequence.
     */
    static List<String> violationsOfAdding(Track track, Sequence sequence) {
        List<String> violations = new ArrayList<>();
        Set<Id> itemIds = new HashSet<>();
        checkTrack(sequence.id(), track, sequence.findTrack(track.id()).isPresent(),
                id -> !itemIds.add(id) || sequence.tracks().stream().anyMatch(each -> each.items().find(id).isPresent())
                        || sequence.markers().stream().anyMatch(each -> each.id().equals(id)),
                violations);
        return List.copyOf(violations);
    }

    private static void checkTrack(Id sequence, Track track, boolean isTaken, Predicate<Id> takenItemIds,
            List<String> violations) {
        if (isTaken) {
            violations.add("two tracks have the id " + track.id());
        }
        if (track.durationFrames() > Item.MAX_DURATION_FRAMES) {
            violations.add("track " + track.id() + " is longer than " + Item.MAX_DURATION_FRAMES + " frames");
        }
        List<Item> items = track.items().toList();
        for (int index = 0; index < items.size(); index++) {
            Item previous = index > 0 ? items.get(index - 1) : null;
            Item next = index + 1 < items.size() ? items.get(index + 1) : null;
            String where = "item " + index + " of track " + track.id();
            switch (items.get(index)) {
            case Gap _ -> checkGap(where, previous, next, violations);
            case Clip clip -> {
                checkFresh(clip.id(), takenItemIds, violations);
                if (clip.content().equals(new NestedSequence(sequence))) {
                    violations.add(where + ", clip " + clip.id() + ", shows the sequence it lies in");
                }
                checkClip(where, clip, track.kind(), previous, next, violations);
            }
            case Transition transition -> {
                checkFresh(transition.id(), takenItemIds, violations);
                if (!(previous instanceof Clip) || !(next instanceof Clip)) {
                    violations.add(where + ", transition " + transition.id() + ", does not sit between two clips");
                }
            }
            }
        }
    }

    private static void checkFresh(Id id, Predicate<Id> taken, List<String> violations) {
        if (taken.test(id)) {
            violations.add("two clips or transitions have the id " + id);
        }
    }

    private static void checkGap(String where, @Nullable Item previous, @Nullable Item next, List<String> violations) {
        if (previous instanceof Gap) {
            violations.add(where + " is a gap after a gap");
        }
        if (next == null) {
            violations.add(where + " is a gap at the end");
        }
    }

    private static void checkClip(String where, Clip clip, TrackKind kind, @Nullable Item previous, @Nullable Item next,
            List<String> violations) {
        if (kind == TrackKind.AUDIO && clip.content() instanceof Still) {
            violations.add(where + ", clip " + clip.id() + ", is a still picture on an audio track");
        }
        long takenFrames = previous instanceof Transition before ? before.outOffsetFrames() : 0;
        takenFrames += next instanceof Transition after ? after.inOffsetFrames() : 0;
        if (takenFrames > clip.durationFrames()) {
            violations.add(where + ", clip " + clip.id() + ", is " + clip.durationFrames()
                    + " frames long, but the transitions beside it take " + takenFrames);
        }
    }
}
