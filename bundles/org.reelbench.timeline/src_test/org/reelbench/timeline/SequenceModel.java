package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What the edits should do, said a second time and simply: clips lie at positions, a transition belongs to two clips, and after
 * each edit those transitions go whose clips no longer touch or are too short. Compared with the real thing after every edit.
 */
final class SequenceModel {

    private Map<Id, ModelRow> rows = new LinkedHashMap<>();

    /** Takes up tracks without items. */
    SequenceModel(Sequence sequence) {
        for (Track track : sequence.tracks()) {
            ModelRow row = new ModelRow();
            row.kind = track.kind();
            rows.put(track.id(), row);
        }
    }

    /** Returns the items that a track should have. */
    List<Item> items(Id track) {
        return row(track).items();
    }

    List<Id> tracks() {
        return List.copyOf(rows.keySet());
    }

    TrackKind kind(Id track) {
        return row(track).kind;
    }

    boolean isHidden(Id track) {
        return row(track).hidden;
    }

    boolean isMuted(Id track) {
        return row(track).muted;
    }

    boolean isLocked(Id track) {
        return row(track).locked;
    }

    /** Makes the edit; the sequence, not yet edited, only says what the operation's picks mean. */
    boolean apply(Operation operation, Sequence sequence) {
        boolean made = switch (operation.kind()) {
        case APPEND, PLACE -> put(operation, sequence);
        case SPLIT -> split(operation.track(sequence), operation.frame(), operation.fresh(sequence), sequence);
        case TRIM_START -> trim(operation.clip(sequence), operation.frame(), 0, sequence);
        case TRIM_END -> trim(operation.clip(sequence), 0, operation.frame(), sequence);
        case MOVE -> move(operation.clip(sequence), operation.track(sequence), operation.frame());
        case DELETE -> delete(operation.clip(sequence), false);
        case RIPPLE -> delete(operation.clip(sequence), true);
        case DISSOLVE -> dissolve(operation.clip(sequence), operation.fresh(sequence), operation.durationFrames());
        case REMOVE_TRANSITION -> rows.values().stream().anyMatch(
                row -> !row.locked
                        && row.joints.removeIf(joint -> joint.transition().id().equals(operation.transition(sequence))));
        case HIDE, MUTE, LOCK, ADD_TRACK, REMOVE_TRACK -> changeTrack(operation, sequence);
        case TRANSFORM -> change(operation.clip(sequence), clip -> clip.withTransform(operation.transform()));
        case OPACITY -> operation.opacity() <= 1
                && change(operation.clip(sequence), clip -> clip.withOpacity(operation.opacity()));
        case GAIN -> operation.frame() <= 48
                && change(operation.clip(sequence), clip -> clip.withGainDb(operation.frame()));
        case EFFECTS -> change(operation.clip(sequence), clip -> clip.withEffects(operation.effects()));
        case INSERT, OVERWRITE, LIFT, EXTRACT, LIFT_ALL, EXTRACT_ALL, RIPPLE_ALL, RIPPLE_TRIM_START, RIPPLE_TRIM_END, ROLL,
                SLIP, SLIDE, SET_TRANSITION, DELETE_ALL, MOVE_FREE, MOVE_OVER, MOVE_IN ->
            placed(operation, sequence);
        };
        rows.values().forEach(ModelRow::settle);
        return made;
    }

    private boolean placed(Operation operation, Sequence sequence) {
        Map<Id, ModelRow> copies = new LinkedHashMap<>();
        rows.forEach((id, row) -> copies.put(id, row.copy()));
        boolean made = new PlacementModel(copies, ids(), operation, sequence).apply(operation, sequence);
        if (made) {
            rows = copies;
        }
        return made;
    }

    private boolean put(Operation operation, Sequence sequence) {
        ModelRow row = open(operation.track(sequence));
        Clip clip = operation.newClip(sequence);
        if (row == null || ids().contains(clip.id())) {
            return false;
        }
        long frame = operation.kind() == Operation.Kind.APPEND ? row.endFrame() : operation.frame();
        if (frame < 0 || !row.isFree(frame, frame + clip.durationFrames(), null)) {
            return false;
        }
        row.clips.put(frame, clip);
        return true;
    }

    private boolean split(Id track, long frame, Id rightId, Sequence sequence) {
        ModelRow row = open(track);
        Map.Entry<Long, Clip> entry = row == null ? null : row.clips.lowerEntry(frame);
        if (row == null || entry == null || ids().contains(rightId)
                || frame >= entry.getKey() + entry.getValue().durationFrames()) {
            return false;
        }
        Clip clip = entry.getValue();
        long leftFrames = frame - entry.getKey();
        row.clips.put(entry.getKey(),
                ModelRow.withFades(clip, clip.fades().inFrames(), 0).withSource(clip.sourceIn(), leftFrames));
        row.clips.put(frame, ModelRow.withFades(clip, 0, clip.fades().outFrames()).withId(rightId).withSource(
                clip.sourceIn().plus(sequence.rate().timeOf(leftFrames).times(clip.speed())),
                clip.durationFrames() - leftFrames));
        row.joints = new ArrayList<>(row.joints.stream().map(joint -> joint.left().equals(clip.id())
                ? new ModelRow.Joint(rightId, joint.right(), joint.transition())
                : joint).toList());
        return true;
    }

    private boolean trim(Id clipId, long startDelta, long endDelta, Sequence sequence) {
        ModelRow row = rowOf(clipId);
        if (row == null) {
            return false;
        }
        long startFrame = row.startOf(clipId);
        Clip clip = row.clip(startFrame);
        long newStartFrame = startFrame + startDelta;
        long newDurationFrames = clip.durationFrames() - startDelta + endDelta;
        if (newStartFrame < 0 || newDurationFrames < 1
                || !row.isFree(newStartFrame, newStartFrame + newDurationFrames, clip)) {
            return false;
        }
        row.clips.remove(startFrame);
        row.clips.put(newStartFrame, clip.withSource(
                clip.sourceIn().plus(sequence.rate().timeOf(startDelta).times(clip.speed())), newDurationFrames));
        return true;
    }

    private boolean move(Id clipId, Id toTrack, long toFrame) {
        ModelRow row = rowOf(clipId);
        ModelRow target = open(toTrack);
        if (row == null || target == null || target.kind != row.kind || toFrame < 0) {
            return false;
        }
        long startFrame = row.startOf(clipId);
        Clip clip = row.clip(startFrame);
        if (!target.isFree(toFrame, toFrame + clip.durationFrames(), clip)) {
            return false;
        }
        row.clips.remove(startFrame);
        target.clips.put(toFrame, clip);
        return true;
    }

    private boolean delete(Id clipId, boolean ripple) {
        ModelRow row = rowOf(clipId);
        if (row == null) {
            return false;
        }
        long startFrame = row.startOf(clipId);
        Clip clip = row.clip(startFrame);
        row.clips.remove(startFrame);
        if (ripple) {
            TreeMap<Long, Clip> behind = new TreeMap<>(row.clips.tailMap(startFrame));
            row.clips.keySet().removeAll(behind.keySet());
            behind.forEach((frame, each) -> row.clips.put(frame - clip.durationFrames(), each));
        }
        return true;
    }

    private boolean dissolve(Id leftId, Id transitionId, long durationFrames) {
        ModelRow row = rowOf(leftId);
        if (row == null || ids().contains(transitionId)) {
            return false;
        }
        Clip left = row.clip(row.startOf(leftId));
        Clip right = row.clips.get(row.startOf(leftId) + left.durationFrames());
        if (right == null || row.joints.stream().anyMatch(joint -> joint.left().equals(leftId))) {
            return false;
        }
        long inFrames = durationFrames / 2;
        long outFrames = durationFrames - inFrames;
        long takenLeft = row.joints.stream().filter(joint -> joint.right().equals(leftId))
                .mapToLong(joint -> joint.transition().outOffsetFrames()).sum();
        long takenRight = row.joints.stream().filter(joint -> joint.left().equals(right.id()))
                .mapToLong(joint -> joint.transition().inOffsetFrames()).sum();
        if (inFrames + takenLeft > left.durationFrames() || outFrames + takenRight > right.durationFrames()) {
            return false;
        }
        row.joints.add(new ModelRow.Joint(leftId, right.id(), Transition.dissolve(transitionId, inFrames, outFrames)));
        return true;
    }

    private boolean changeTrack(Operation operation, Sequence sequence) {
        if (operation.kind() == Operation.Kind.ADD_TRACK) {
            Track track = operation.newTrack(sequence);
            int index = operation.newIndex(sequence);
            if (rows.containsKey(track.id()) || index > rows.size()) {
                return false;
            }
            ModelRow added = new ModelRow();
            added.kind = track.kind();
            List<Map.Entry<Id, ModelRow>> entries = new ArrayList<>(rows.entrySet());
            entries.add(index, Map.entry(track.id(), added));
            rows = new LinkedHashMap<>();
            entries.forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
            return true;
        }
        ModelRow row = rows.get(operation.track(sequence));
        if (row == null) {
            return false;
        }
        switch (operation.kind()) {
        case HIDE -> row.hidden = operation.durationFrames() % 2 == 0;
        case MUTE -> row.muted = operation.durationFrames() % 2 == 0;
        case LOCK -> row.locked = operation.durationFrames() % 6 == 0;
        default -> {
            return !row.locked && rows.remove(operation.track(sequence)) != null;
        }
        }
        return true;
    }

    private boolean change(Id clipId, UnaryOperator<Clip> change) {
        ModelRow row = rowOf(clipId);
        return row != null && row.clips.computeIfPresent(row.startOf(clipId), (_, clip) -> change.apply(clip)) != null;
    }

    private Set<Id> ids() {
        Set<Id> ids = new HashSet<>();
        for (ModelRow row : rows.values()) {
            row.clips.values().forEach(clip -> ids.add(clip.id()));
            row.joints.forEach(joint -> ids.add(joint.transition().id()));
        }
        return ids;
    }

    /** Returns a track whose items may be edited, or null. */
    private @Nullable ModelRow open(Id track) {
        ModelRow row = rows.get(track);
        return row == null || row.locked ? null : row;
    }

    /** Returns the row of a clip that may be edited, or null. */
    private @Nullable ModelRow rowOf(Id clip) {
        return rows.values().stream().filter(row -> !row.locked && row.holds(clip)).findFirst().orElse(null);
    }

    private ModelRow row(Id track) {
        ModelRow row = rows.get(track);
        if (row == null) {
            throw new AssertionError("the model has no track " + track);
        }
        return row;
    }
}
