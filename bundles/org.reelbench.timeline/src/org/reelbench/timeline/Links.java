package org.reelbench.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.reelbench.timeline.internal.ClipEdits;
import org.reelbench.timeline.internal.CutEdits;
import org.reelbench.timeline.internal.Lookup;

/**
 * The edits of what belongs together, as pure functions: links join the picture and the sounds of one shot, groups anything.
 * <p>
 * Without state, safe for every thread. All that {@link Edits} promises holds here too: made wholly or refused wholly, the same
 * sequence where nothing would change. Costs O(log n) for each clip.
 * <p>
 * A bond joins two clips or more: every edit that leaves it on one clip alone takes it off that clip, on a locked track too. All
 * other edits act on exactly the clips they name, whatever these are bound to; who wants the others to follow asks for
 * {@link #partners}. The right part of a clip that is cut in two stays in the group, and is not linked; only {@link #split} cuts
 * through linked clips together.
 */
public final class Links {

    private Links() {
    }

    /**
     * Returns the clips bound to a clip: those linked to it, those in one group with it, and all that are bound to these.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @return their ids with the clip's own first; nothing but this if it is bound to none or not there
     */
    public static Set<Id> partners(Sequence sequence, Id clip) {
        Set<Id> found = new LinkedHashSet<>(Set.of(clip));
        Deque<Id> waiting = new ArrayDeque<>(found);
        // Every bond is looked up once, so that large groups cost no more than their clips.
        Set<Id> doneLinks = new LinkedHashSet<>();
        Set<Id> doneGroups = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            Bonds bonds = sequence.findClip(waiting.removeFirst()).map(place -> place.clip().bonds()).orElse(Bonds.NONE);
            List<ClipPlace> bearers = new ArrayList<>();
            Id link = bonds.link();
            if (link != null && doneLinks.add(link)) {
                bearers.addAll(LonelyBonds.linked(sequence, link));
            }
            Id group = bonds.group();
            if (group != null && doneGroups.add(group)) {
                bearers.addAll(LonelyBonds.grouped(sequence, group));
            }
            for (ClipPlace bearer : bearers) {
                if (found.add(bearer.clip().id())) {
                    waiting.addLast(bearer.clip().id());
                }
            }
        }
        return found;
    }

    /**
     * Returns the clips linked to a clip, whatever groups they are in.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @return their ids from the bottom track up, with the clip's own among them; nothing but this if it is linked to none or not
     *         there
     */
    public static Set<Id> linked(Sequence sequence, Id clip) {
        Set<Id> found = new LinkedHashSet<>();
        sequence.findClip(clip).ifPresent(place -> {
            Id link = place.clip().bonds().link();
            if (link != null) {
                LonelyBonds.linked(sequence, link).forEach(each -> found.add(each.clip().id()));
            }
        });
        found.add(clip);
        return found;
    }

    /**
     * Links clips, and takes the links off that they had before.
     *
     * @param sequence the sequence
     * @param clips the clips, at least two, no two on one track
     * @param link the id of the link, which no other clip bears
     * @return the sequence after the edit
     * @throws EditRefused if there are fewer than two, one is not there, its track is locked, two lie on one track or another
     *         clip bears the link
     */
    public static Sequence link(Sequence sequence, Set<Id> clips, Id link) throws EditRefused {
        requireSeveral(clips, "a link");
        Set<Id> tracks = new LinkedHashSet<>();
        for (Id clip : clips) {
            ClipPlace place = Lookup.clip(sequence, clip);
            if (!tracks.add(place.track().id())) {
                throw new EditRefused("two of the clips lie on " + Lookup.name(place.track())
                        + ": a link joins clips of different tracks, a group any");
            }
        }
        requireFree(LonelyBonds.linked(sequence, link), clips, "link " + link);
        return bound(sequence, clips, bonds -> bonds.withLink(link));
    }

    /**
     * Takes the links of clips off; the clips they were linked to stay linked among themselves if they are two or more.
     *
     * @param sequence the sequence
     * @param clips the clips
     * @return the sequence after the edit; the same if none is linked
     * @throws EditRefused if one is not there or its track is locked
     */
    public static Sequence unlink(Sequence sequence, Set<Id> clips) throws EditRefused {
        return bound(sequence, clips, bonds -> bonds.withLink(null));
    }

    /**
     * Makes clips a group, and takes them out of the groups they were in before.
     *
     * @param sequence the sequence
     * @param clips the clips, at least two
     * @param group the id of the group, which no other clip bears
     * @return the sequence after the edit
     * @throws EditRefused if there are fewer than two, one is not there, its track is locked or another clip bears the group
     */
    public static Sequence group(Sequence sequence, Set<Id> clips, Id group) throws EditRefused {
        requireSeveral(clips, "a group");
        requireFree(LonelyBonds.grouped(sequence, group), clips, "group " + group);
        return bound(sequence, clips, bonds -> bonds.withGroup(group));
    }

    /**
     * Takes clips out of their groups; the others stay a group if they are two or more.
     *
     * @param sequence the sequence
     * @param clips the clips
     * @return the sequence after the edit; the same if none is in a group
     * @throws EditRefused if one is not there or its track is locked
     */
    public static Sequence ungroup(Sequence sequence, Set<Id> clips) throws EditRefused {
        return bound(sequence, clips, bonds -> bonds.withGroup(null));
    }

    /**
     * Cuts a clip and all clips linked to it that reach over a frame, each as {@link Edits#split} does. If all of them were cut,
     * the right parts are linked to each other; else they are linked to none, and the left parts stay linked to what was not cut.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param frame the frame that becomes the first of the right parts
     * @param rightIds the ids of the right parts, used from the bottom track up; one for each linked clip is always enough
     * @param rightLink the link of the right parts, which no clip bears; not looked at if they are not linked
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, the frame does not lie behind its first one and before its end, the track of
     *         a clip to be cut is locked, an id or the link is taken, there are not enough ids or a new in point is no fraction
     *         of 64-bit numbers
     */
    public static Sequence split(Sequence sequence, Id clip, long frame, List<Id> rightIds, Id rightLink) throws EditRefused {
        ClipPlace named = Lookup.clip(sequence, clip);
        if (!reachesOver(named, frame)) {
            throw new EditRefused(Lookup.name(named.clip()) + " lies at " + named.startFrame() + " to " + named.endFrame()
                    + ": frame " + frame + " does not cut it in two");
        }
        Set<Id> all = linked(sequence, clip);
        Iterator<Id> spare = rightIds.iterator();
        Set<Id> rights = new LinkedHashSet<>();
        Sequence split = sequence;
        for (Id each : all) {
            ClipPlace place = sequence.findClip(each).orElseThrow();
            if (reachesOver(place, frame)) {
                if (!spare.hasNext()) {
                    throw new EditRefused("the edit cuts more clips in two than there are ids for their right parts");
                }
                Id right = spare.next();
                split = CutEdits.split(split, place.track().id(), frame, right);
                rights.add(right);
            }
        }
        return rights.size() == all.size() && rights.size() > 1 ? link(split, rights, rightLink) : split;
    }

    private static boolean reachesOver(ClipPlace place, long frame) {
        return place.startFrame() < frame && frame < place.endFrame();
    }

    private static void requireSeveral(Set<Id> clips, String bond) throws EditRefused {
        if (clips.size() < 2) {
            throw new EditRefused(bond + " needs at least two clips");
        }
    }

    private static void requireFree(List<ClipPlace> bearers, Set<Id> clips, String bond) throws EditRefused {
        for (ClipPlace bearer : bearers) {
            if (!clips.contains(bearer.clip().id())) {
                throw new EditRefused(Lookup.name(bearer.clip()) + " bears the " + bond + " already");
            }
        }
    }

    private static Sequence bound(Sequence sequence, Set<Id> clips, UnaryOperator<Bonds> change) throws EditRefused {
        Sequence bound = sequence;
        for (Id clip : clips) {
            bound = ClipEdits.change(bound, clip, old -> old.withBonds(change.apply(old.bonds())));
        }
        return LonelyBonds.takenOff(sequence, bound);
    }
}
