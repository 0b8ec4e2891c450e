package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FLAG;
import static org.reelbench.project.ParameterType.FRAMES;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.LIST;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.ParameterType.WHOLE;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MoveEdits;
import org.reelbench.timeline.MoveEdits.Landing;
import org.reelbench.timeline.RangeEdits;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * The edits of which clips lie where: append, place, insert, overwrite, move, delete.
 */
final class ClipOperations {

    static final ParameterDescription ONE = optional("clip", ID, "the clip; one of clip and clips is needed");
    static final ParameterDescription SEVERAL = optional("clips", LIST, "the clips, by their ids");

    private ClipOperations() {
    }

    static List<Operation> all() {
        ParameterDescription track = required("track", ID, "the track it goes to");
        ParameterDescription start = required("startFrame", FRAMES, "the frame at which it begins");
        return List.of(
                onSequence(EditCommands.APPEND, "Puts a new clip at the end of a track.", ClipOperations::append,
                        withClip(track)),
                onSequence(EditCommands.PLACE,
                        "Puts a new clip on free frames of a track; behind the end, a gap comes before it.",
                        ClipOperations::place, withClip(track, start)),
                onSequence(EditCommands.INSERT, "Puts a new clip in at a frame of a track and moves all behind the frame on this"
                        + " track away; a clip that reaches over the frame is cut in two.", ClipOperations::insert,
                        withClip(track, start)),
                onSequence(EditCommands.OVERWRITE, "Puts a new clip on frames of a track in place of what lies there, which is"
                        + " cut away; nothing moves.", ClipOperations::overwrite, withClip(track, start)),
                onSequence(EditCommands.MOVE, "Puts clips on other frames; they keep their places to each other, and gaps stay"
                        + " where they lay.", ClipOperations::move, ONE, SEVERAL,
                        optional("toFrame", FRAMES, "the frame at which the first one named begins"),
                        optional("deltaFrames", FRAMES, "how far, in place of toFrame; below zero is earlier"),
                        optional("toTrack", ID, "the track the first one named goes to; without it it stays on its own"),
                        optional("deltaTracks", WHOLE, "how many tracks of its kind up, in place of toTrack; below zero is down;"
                                + " clips that only follow, and are of another kind than all named, stay on their tracks"),
                        optional("landing", TEXT, "what happens to what lies there: free (refused if anything does; without it"
                                + " this), overwrite (cut away) or insert (moves away)"),
                        Partners.BOUND),
                onSequence(EditCommands.DELETE, "Takes clips away and leaves gaps; none at the end of a track.",
                        editing -> delete(editing, false), ONE, SEVERAL, Partners.BOUND),
                onSequence(EditCommands.RIPPLE_DELETE, "Takes clips away and moves up what follows on their tracks.",
                        ClipOperations::rippleDelete, ONE, SEVERAL, Partners.BOUND,
                        optional("allTracks", FLAG, "true takes their frames away on all tracks that are not locked, with all"
                                + " that lies there, so that all stay in step")));
    }

    private static ParameterDescription[] withClip(ParameterDescription... first) {
        return Stream.concat(Stream.of(first), NewClip.PARAMETERS.stream()).toArray(ParameterDescription[]::new);
    }

    private static Outcome append(Editing editing) throws EditRefused {
        Track track = editing.track("track");
        Clip clip = NewClip.from(editing);
        Sequence after = Edits.append(editing.sequence(), track.id(), clip);
        String label = "Append " + Editing.shown(clip) + " to " + Editing.shown(track);
        return SequenceOperations.requireNoCycle(editing.outcome(after, label, clip.id()), clip);
    }

    private static Outcome place(Editing editing) throws EditRefused {
        return placed(editing, "Place", (track, startFrame, clip, _) -> Edits.place(editing.sequence(), track, startFrame,
                clip));
    }

    private static Outcome insert(Editing editing) throws EditRefused {
        return placed(editing, "Insert", (track, startFrame, clip, right) -> RangeEdits.insert(editing.sequence(), track,
                startFrame, clip, right));
    }

    private static Outcome overwrite(Editing editing) throws EditRefused {
        return placed(editing, "Overwrite with",
                (track, startFrame, clip, right) -> RangeEdits.overwrite(editing.sequence(), track,
                        startFrame, clip, right));
    }

    /** Puts a clip somewhere. */
    private interface Placing {
        Sequence of(Id track, long startFrame, Clip clip, Id right) throws EditRefused;
    }

    private static Outcome placed(Editing editing, String what, Placing placing) throws EditRefused {
        Track track = editing.track("track");
        Clip clip = NewClip.from(editing);
        long startFrame = editing.frames("startFrame", 0);
        List<Id> ids = FreshIds.clips(editing.project(), 2);
        Sequence after = placing.of(track.id(), startFrame, clip, ids.getLast());
        String label = what + " " + Editing.shown(clip) + " at " + editing.timecode(startFrame);
        return SequenceOperations.requireNoCycle(editing.outcome(after, label, ids), clip);
    }

    private static Outcome move(Editing editing) throws EditRefused {
        List<ClipPlace> named = editing.clips();
        ClipPlace first = named.getFirst();
        Set<TrackKind> kinds = named.stream().map(place -> place.track().kind()).collect(Collectors.toSet());
        long deltaFrames = deltaFrames(editing, first);
        int deltaTracks = deltaTracks(editing, first.track());
        Landing landing = landing(editing.parameters());
        Set<Id> moving = Partners.bound(editing, named);
        Set<Id> following = new LinkedHashSet<>();
        if (deltaTracks != 0) {
            moving.stream().filter(id -> !kinds.contains(editing.sequence().findClip(id).orElseThrow().track().kind()))
                    .forEach(following::add);
            moving.removeAll(following);
        }
        List<Id> rights = FreshIds.clips(editing.project(), moving.size() + following.size());
        Sequence after = MoveEdits.moveAll(editing.sequence(), moving, deltaFrames, deltaTracks, landing, rights);
        if (!following.isEmpty()) {
            List<Id> left = new ArrayList<>(rights);
            Sequence moved = after;
            left.removeIf(id -> moved.findClip(id).isPresent());
            after = MoveEdits.moveAll(moved, following, deltaFrames, 0, landing, left);
        }
        Track there = after.findClip(first.clip().id()).orElseThrow().track();
        String where = there.id().equals(first.track().id()) ? "" : Editing.shown(there) + " at ";
        String label = "Move " + Editing.shown(named) + " to " + where + editing.timecode(first.startFrame() + deltaFrames);
        return editing.outcome(after, label, rights);
    }

    private static long deltaFrames(Editing editing, ClipPlace first) throws EditRefused {
        Parameters parameters = editing.parameters();
        if (parameters.has("toFrame") && parameters.has("deltaFrames")) {
            throw parameters.refused("only one of \"toFrame\" and \"deltaFrames\" says how far");
        }
        if (parameters.has("deltaFrames")) {
            return editing.frames("deltaFrames", -Item.MAX_DURATION_FRAMES);
        }
        if (parameters.has("toFrame")) {
            return editing.frames("toFrame", 0) - first.startFrame();
        }
        if (!parameters.has("toTrack") && !parameters.has("deltaTracks")) {
            throw parameters.wrong("toFrame", "given, or another parameter that says where to");
        }
        return 0;
    }

    private static int deltaTracks(Editing editing, Track from) throws EditRefused {
        Parameters parameters = editing.parameters();
        if (!parameters.has("toTrack")) {
            return parameters.whole("deltaTracks", -Short.MAX_VALUE, Short.MAX_VALUE, 0);
        }
        if (parameters.has("deltaTracks")) {
            throw parameters.refused("only one of \"toTrack\" and \"deltaTracks\" says which track");
        }
        Track to = editing.track("toTrack");
        if (to.kind() != from.kind()) {
            throw parameters.refused("track " + Editing.shown(to) + " is of another kind than " + Editing.shown(from));
        }
        List<Id> same = editing.sequence().tracks().stream().filter(track -> track.kind() == from.kind()).map(Track::id).toList();
        return same.indexOf(to.id()) - same.indexOf(from.id());
    }

    static Landing landing(Parameters parameters) throws EditRefused {
        return switch (parameters.text("landing", "free")) {
        case "free" -> Landing.FREE;
        case "overwrite" -> Landing.OVERWRITE;
        case "insert" -> Landing.INSERT;
        default -> throw parameters.wrong("landing", "free, overwrite or insert");
        };
    }

    private static Outcome delete(Editing editing, boolean ripple) throws EditRefused {
        List<ClipPlace> named = editing.clips();
        Sequence after = MoveEdits.deleteAll(editing.sequence(), Partners.bound(editing, named), ripple);
        return editing.outcome(after, (ripple ? "Ripple delete " : "Delete ") + Editing.shown(named));
    }

    private static Outcome rippleDelete(Editing editing) throws EditRefused {
        if (!editing.parameters().flag("allTracks", false)) {
            return delete(editing, true);
        }
        List<ClipPlace> named = editing.clips();
        List<FrameRange> ranges = new ArrayList<>();
        for (Id id : Partners.bound(editing, named)) {
            ClipPlace place = editing.sequence().findClip(id).orElseThrow();
            if (place.track().locked()) {
                throw editing.parameters().refused("track " + Editing.shown(place.track()) + " is locked");
            }
            ranges.add(new FrameRange(place.startFrame(), place.endFrame()));
        }
        // From the last to the first, so that what is still to go does not move.
        Sequence after = editing.sequence();
        List<Id> rights = FreshIds.clips(editing.project(), ranges.size() * after.tracks().size());
        for (FrameRange range : joined(ranges).reversed()) {
            Sequence before = after;
            after = RangeEdits.extractAll(before, range,
                    rights.stream().filter(id -> before.findClip(id).isEmpty()).toList());
        }
        return editing.outcome(after, "Ripple delete " + Editing.shown(named) + " on all tracks", rights);
    }

    private static List<FrameRange> joined(List<FrameRange> ranges) {
        List<FrameRange> joined = new ArrayList<>();
        ranges.sort(Comparator.comparingLong(FrameRange::inFrame));
        for (FrameRange range : ranges) {
            if (!joined.isEmpty() && range.inFrame() <= joined.getLast().outFrame()) {
                FrameRange last = joined.removeLast();
                joined.add(new FrameRange(last.inFrame(), Math.max(last.outFrame(), range.outFrame())));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }
}
