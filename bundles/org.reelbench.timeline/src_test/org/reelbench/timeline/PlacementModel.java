package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.ModelRow.Joint;
import org.reelbench.timeline.MoveEdits.Landing;

/**
 * What {@link TrimEdits}, {@link RangeEdits} and {@link MoveEdits} should do to the rows of a {@link SequenceModel}. What is
 * refused may leave the rows in disorder: the caller hands in copies.
 */
final class PlacementModel {

    private final Map<Id, ModelRow> rows;
    private final FrameRate rate;
    private final SpareRights rights;
    private final Set<Id> taken;

    PlacementModel(Map<Id, ModelRow> rows, Set<Id> taken, Operation operation, Sequence sequence) {
        this.rows = rows;
        this.taken = new HashSet<>(taken);
        rate = sequence.rate();
        rights = new SpareRights(operation.rights(sequence), this.taken);
    }

    boolean apply(Operation operation, Sequence sequence) {
        long frame = operation.frame();
        return switch (operation.kind()) {
        case INSERT, OVERWRITE -> put(operation, sequence);
        case LIFT -> onTrack(operation.track(sequence), row -> lift(row, operation.range()));
        case EXTRACT -> onTrack(operation.track(sequence), row -> extract(row, operation.range()));
        case LIFT_ALL -> onOpenTracks(row -> lift(row, operation.range()));
        case EXTRACT_ALL -> onOpenTracks(row -> extract(row, operation.range()));
        case RIPPLE_ALL -> onClip(operation.clip(sequence), (_, start, clip) -> onOpenTracks(
                each -> extract(each, new FrameRange(start, start + clip.durationFrames()))));
        case RIPPLE_TRIM_START -> onClip(operation.clip(sequence), (row, start, clip) -> rippleTrim(row, start, clip, frame, 0));
        case RIPPLE_TRIM_END -> onClip(operation.clip(sequence), (row, start, clip) -> rippleTrim(row, start, clip, 0, frame));
        case ROLL -> onClip(operation.clip(sequence), (row, start, clip) -> roll(row, start, clip, frame));
        case SLIP -> onClip(operation.clip(sequence), (row, start, clip) -> slip(row, start, clip, frame));
        case SLIDE -> onClip(operation.clip(sequence), (row, start, clip) -> slide(row, start, clip, frame));
        case SET_TRANSITION -> setTransition(operation.transition(sequence), operation.durationFrames() - 2, frame);
        case DELETE_ALL -> operation.clips(sequence).stream().allMatch(id -> onClip(id,
                (row, start, clip) -> delete(row, start, clip, operation.trackPick() % 2 == 0)));
        case MOVE_FREE, MOVE_OVER, MOVE_IN -> move(operation, sequence);
        default -> throw new AssertionError(operation.kind() + " is none of these");
        };
    }

    private interface RowEdit {
        boolean apply(ModelRow row);
    }

    private interface ClipEdit {
        boolean apply(ModelRow row, long startFrame, Clip clip);
    }

    private boolean onTrack(Id track, RowEdit edit) {
        ModelRow row = rows.get(track);
        return row != null && !row.locked && edit.apply(row);
    }

    private boolean onOpenTracks(RowEdit edit) {
        List<ModelRow> open = rows.values().stream().filter(row -> !row.locked).toList();
        return (!open.isEmpty() || rows.isEmpty()) && open.stream().allMatch(edit::apply);
    }

    private boolean onClip(Id id, ClipEdit edit) {
        for (ModelRow row : rows.values()) {
            if (row.holds(id)) {
                return !row.locked && edit.apply(row, row.startOf(id), row.clip(row.startOf(id)));
            }
        }
        return false;
    }

    private boolean put(Operation operation, Sequence sequence) {
        ModelRow row = rows.get(operation.track(sequence));
        Clip clip = operation.newClip(sequence);
        long frame = operation.frame();
        if (row == null || row.locked || frame < 0 || !taken.add(clip.id())) {
            return false;
        }
        boolean inserts = operation.kind() == Operation.Kind.INSERT;
        if (!row.cut(frame, inserts ? frame : frame + clip.durationFrames(), rights, rate)) {
            return false;
        }
        if (inserts) {
            row.shift(frame, clip.durationFrames());
        }
        row.clips.put(frame, clip);
        return true;
    }

    private boolean lift(ModelRow row, FrameRange range) {
        return row.cut(range.inFrame(), range.outFrame(), rights, rate);
    }

    private boolean extract(ModelRow row, FrameRange range) {
        boolean made = lift(row, range);
        row.shift(range.outFrame(), -range.durationFrames());
        return made;
    }

    private boolean rippleTrim(ModelRow row, long startFrame, Clip clip, long startDelta, long endDelta) {
        long growthFrames = endDelta - startDelta;
        if (clip.durationFrames() + growthFrames < 1) {
            return false;
        }
        row.clips.remove(startFrame);
        row.shift(startFrame, growthFrames);
        Clip later = ModelRow.startingLater(clip, startDelta, rate);
        row.clips.put(startFrame, later.withSource(later.sourceIn(), clip.durationFrames() + growthFrames));
        return true;
    }

    private boolean roll(ModelRow row, long startFrame, Clip left, long deltaFrames) {
        long cutFrame = startFrame + left.durationFrames();
        Clip right = row.clips.get(cutFrame);
        if (right == null || left.durationFrames() + deltaFrames < 1 || right.durationFrames() - deltaFrames < 1) {
            return false;
        }
        row.clips.remove(cutFrame);
        row.clips.put(startFrame, left.withSource(left.sourceIn(), left.durationFrames() + deltaFrames));
        row.clips.put(cutFrame + deltaFrames, ModelRow.startingLater(right, deltaFrames, rate));
        return true;
    }

    private boolean slip(ModelRow row, long startFrame, Clip clip, long deltaFrames) {
        Rational speed = clip.speed().signum() == 0 ? Rational.ONE : clip.speed();
        row.clips.put(startFrame, clip.withSource(clip.sourceIn().plus(rate.timeOf(deltaFrames).times(speed)),
                clip.durationFrames()));
        return true;
    }

    private boolean slide(ModelRow row, long startFrame, Clip clip, long deltaFrames) {
        long endFrame = startFrame + clip.durationFrames();
        Clip left = row.endingAt(startFrame);
        Clip right = row.clips.get(endFrame);
        if (startFrame + deltaFrames < 0
                || !(left == null ? row.isFree(startFrame + deltaFrames, startFrame, null) : left.durationFrames() > -deltaFrames)
                || !(right == null ? row.isFree(endFrame, endFrame + deltaFrames, null) : right.durationFrames() > deltaFrames)) {
            return false;
        }
        row.clips.remove(startFrame);
        row.clips.remove(endFrame);
        if (left != null) {
            row.clips.put(startFrame - left.durationFrames(),
                    left.withSource(left.sourceIn(), left.durationFrames() + deltaFrames));
        }
        row.clips.put(startFrame + deltaFrames, clip);
        if (right != null) {
            row.clips.put(endFrame + deltaFrames, ModelRow.startingLater(right, deltaFrames, rate));
        }
        return true;
    }

    private static boolean delete(ModelRow row, long startFrame, Clip clip, boolean ripple) {
        row.clips.remove(startFrame);
        row.joints.removeIf(joint -> joint.left().equals(clip.id()) || joint.right().equals(clip.id()));
        if (ripple) {
            row.shift(startFrame, -clip.durationFrames());
        }
        return true;
    }

    private boolean setTransition(Id id, long inFrames, long outFrames) {
        for (ModelRow row : rows.values()) {
            for (Joint joint : row.joints) {
                if (joint.transition().id().equals(id)) {
                    return !row.locked && inFrames >= 0 && outFrames >= 0 && inFrames + outFrames > 0
                            && inFrames + taken(row, joint.left(), null) <= duration(row, joint.left())
                            && outFrames + taken(row, null, joint.right()) <= duration(row, joint.right())
                            && row.joints.remove(joint) && row.joints.add(new Joint(joint.left(), joint.right(),
                                    Transition.dissolve(id, inFrames, outFrames)));
                }
            }
        }
        return false;
    }

    private static long duration(ModelRow row, Id clip) {
        return row.clip(row.startOf(clip)).durationFrames();
    }

    /** Returns what the transition at a clip's start, or at another's end, takes of it. */
    private static long taken(ModelRow row, @Nullable Id atItsStart, @Nullable Id atItsEnd) {
        return row.joints.stream().mapToLong(joint -> joint.right().equals(atItsStart)
                ? joint.transition().outOffsetFrames()
                : joint.left().equals(atItsEnd) ? joint.transition().inOffsetFrames() : 0).sum();
    }

    /** Clips taken up: where they go, and the transitions between them. */
    private record Flight(ModelRow target, TreeMap<Long, Clip> clips, List<Joint> joints) {
    }

    private boolean move(Operation operation, Sequence sequence) {
        Set<Id> ids = operation.clips(sequence);
        Landing landing = operation.landing();
        int deltaTracks = operation.deltaTracks();
        long deltaFrames = operation.frame();
        if (!ids.stream().allMatch(id -> onClip(id, (_, _, _) -> true))) {
            return false;
        }
        if (deltaFrames == 0 && deltaTracks == 0 || ids.isEmpty()) {
            return true;
        }
        List<Flight> flights = new ArrayList<>();
        List<ModelRow> all = List.copyOf(rows.values());
        for (ModelRow row : all) {
            if (row.clips.values().stream().anyMatch(clip -> ids.contains(clip.id()))) {
                List<ModelRow> alike = all.stream().filter(each -> each.kind == row.kind).toList();
                int index = alike.indexOf(row) + deltaTracks;
                if (index < 0 || index >= alike.size() || alike.get(index).locked) {
                    return false;
                }
                flights.add(takeUp(row, alike.get(index), ids, deltaFrames));
            }
        }
        flights.sort(Comparator.comparingInt(flight -> all.indexOf(flight.target)));
        long startFrame = flights.stream().mapToLong(flight -> flight.clips.firstKey()).min().orElseThrow();
        long endFrame = flights.stream().mapToLong(flight -> end(flight.clips.lastEntry())).max().orElseThrow();
        return startFrame >= 0
                && flights.stream().allMatch(flight -> setDown(flight, landing, new FrameRange(startFrame, endFrame)));
    }

    private static long end(Map.Entry<Long, Clip> entry) {
        return entry.getKey() + entry.getValue().durationFrames();
    }

    private static Flight takeUp(ModelRow row, ModelRow target, Set<Id> ids, long deltaFrames) {
        TreeMap<Long, Clip> clips = new TreeMap<>();
        row.clips.forEach((frame, clip) -> {
            if (ids.contains(clip.id())) {
                clips.put(frame + deltaFrames, clip);
            }
        });
        row.clips.values().removeIf(clip -> ids.contains(clip.id()));
        List<Joint> joints = row.joints.stream().filter(joint -> ids.contains(joint.left()) && ids.contains(joint.right()))
                .toList();
        row.joints.removeIf(joint -> ids.contains(joint.left()) || ids.contains(joint.right()));
        return new Flight(target, clips, joints);
    }

    private boolean setDown(Flight flight, Landing landing, FrameRange whole) {
        ModelRow row = flight.target;
        if (landing == Landing.INSERT) {
            if (!row.cut(whole.inFrame(), whole.inFrame(), rights, rate)) {
                return false;
            }
            row.shift(whole.inFrame(), whole.durationFrames());
        }
        for (long runFrame : flight.clips.keySet()) {
            if (flight.clips.lowerKey(runFrame) != null && end(flight.clips.lowerEntry(runFrame)) == runFrame) {
                continue;
            }
            long endFrame = runFrame;
            for (Clip next = flight.clips.get(endFrame); next != null; next = flight.clips.get(endFrame)) {
                endFrame += next.durationFrames();
            }
            if (landing == Landing.FREE && !row.isFree(runFrame, endFrame, null)
                    || !row.cut(runFrame, endFrame, rights, rate)) {
                return false;
            }
        }
        row.clips.putAll(flight.clips);
        row.joints.addAll(flight.joints);
        return true;
    }
}
