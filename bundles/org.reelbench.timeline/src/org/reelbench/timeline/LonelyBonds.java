package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.internal.TreeChanges;

/**
 * Takes links and groups off the last clip that bears them after an edit took the others away, on locked tracks too: what binds
 * nothing any more is no edit of the clip.
 * <p>
 * Without state, safe for every thread.
 */
final class LonelyBonds {

    private static final BiFunction<TrackItems, Id, List<Located>> LINKED = TrackItems::linked;
    private static final BiFunction<TrackItems, Id, List<Located>> GROUPED = TrackItems::grouped;

    private final Set<Id> links = new LinkedHashSet<>();
    private final Set<Id> groups = new LinkedHashSet<>();
    private final Set<Id> newLinks = new LinkedHashSet<>();
    private final Set<Id> newGroups = new LinkedHashSet<>();

    private LonelyBonds() {
    }

    /**
     * Looks at what an edit took away; what was on one clip alone before it is not the edit's to take off. Costs O(log n) for
     * each item it changed, and for a track that went each bound clip.
     */
    static Sequence takenOff(Sequence before, Sequence after) {
        return before == after ? after : between(before, after).healed(after);
    }

    /** Looks also at what an edit brought along from elsewhere. */
    static Sequence takenOffNewToo(Sequence before, Sequence after) {
        LonelyBonds changed = between(before, after);
        changed.links.addAll(changed.newLinks);
        changed.groups.addAll(changed.newGroups);
        return changed.healed(after);
    }

    /** Looks at all clips of a sequence. Costs the number of those that are bound. */
    static Sequence takenOff(Sequence sequence) {
        LonelyBonds all = new LonelyBonds();
        sequence.tracks().forEach(track -> all.collect(track.items(), TrackItems.EMPTY));
        return all.healed(sequence);
    }

    private static LonelyBonds between(Sequence before, Sequence after) {
        LonelyBonds changed = new LonelyBonds();
        for (Track track : before.tracks()) {
            changed.collect(track.items(), after.findTrack(track.id()).map(Track::items).orElse(TrackItems.EMPTY));
        }
        changed.links.removeIf(link -> linked(before, link).size() < 2);
        changed.groups.removeIf(group -> grouped(before, group).size() < 2);
        return changed;
    }

    private void collect(TrackItems before, TrackItems after) {
        if (before == after) {
            return;
        }
        if (after.isEmpty()) {
            // Most clips of a track that goes are bound to nothing.
            links.addAll(before.index().links());
            groups.addAll(before.index().groups());
            return;
        }
        TreeChanges.between(before.tree(), after.tree(), new TreeChanges.Listener() {
            @Override
            public void gone(Item item, long label) {
                if (item instanceof Clip clip) {
                    add(links, clip.bonds().link());
                    add(groups, clip.bonds().group());
                }
            }

            @Override
            public void come(Item item, long label) {
                if (item instanceof Clip clip) {
                    add(newLinks, clip.bonds().link());
                    add(newGroups, clip.bonds().group());
                }
            }
        });
    }

    private static void add(Set<Id> ids, @Nullable Id id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private Sequence healed(Sequence sequence) {
        Sequence healed = sequence;
        for (Id link : links) {
            for (ClipPlace last : onlyOne(bearers(healed, link, LINKED))) {
                healed = exchanged(healed, last, last.clip().bonds().withLink(null));
            }
        }
        for (Id group : groups) {
            for (ClipPlace last : onlyOne(bearers(healed, group, GROUPED))) {
                healed = exchanged(healed, last, last.clip().bonds().withGroup(null));
            }
        }
        return healed;
    }

    private static List<ClipPlace> onlyOne(List<ClipPlace> bearers) {
        return bearers.size() == 1 ? bearers : List.of();
    }

    /** Returns the clips that bear a link. */
    static List<ClipPlace> linked(Sequence sequence, Id link) {
        return bearers(sequence, link, LINKED);
    }

    /** Returns the clips that bear a group. */
    static List<ClipPlace> grouped(Sequence sequence, Id group) {
        return bearers(sequence, group, GROUPED);
    }

    /** Returns a sequence in which a clip is bound otherwise. */
    static Sequence exchanged(Sequence sequence, ClipPlace place, Bonds bonds) {
        if (bonds.equals(place.clip().bonds())) {
            return sequence;
        }
        Track track = sequence.track(place.track().id());
        return sequence.withTrack(track.withItems(track.items().replace(place.index(), place.clip().withBonds(bonds))));
    }

    private static List<ClipPlace> bearers(Sequence sequence, Id bond, BiFunction<TrackItems, Id, List<Located>> search) {
        List<ClipPlace> bearers = new ArrayList<>();
        for (Track track : sequence.tracks()) {
            for (Located located : search.apply(track.items(), bond)) {
                if (located.item() instanceof Clip clip) {
                    bearers.add(new ClipPlace(track, located.index(), located.startFrame(), clip));
                }
            }
        }
        return bearers;
    }
}
