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

    private record Joint(Id left, Id right, Transition transition) {
    }

    private static final class Row {
        private TrackKind kind = TrackKind.VIDEO;
        private boolean hidden;
        private boolean muted;
        private final TreeMap<Long, Clip> clips = new TreeMap<>();
        private List<Joint> joints = new ArrayList<>();

        private boolean isFree(long inFrame, long outFrame, @Nullable Clip except) {
            return clips.entrySet().stream().allMatch(entry -> entry.getValue().equals(except) || entry.getKey() >= outFrame
                    || entry.getKey() + entry.getValue().durationFrames() <= inFrame);
        }

        private long endFrame() {
            return clips.isEmpty() ? 0 : clips.lastKey() + clips.lastEntry().getValue().durationFrames();
        }
    }

    private Map<Id, Row> rows = new LinkedHashMap<>();

    /** Takes up tracks without items. */
    SequenceModel(Sequence sequence) {
        for (Track track : sequence.tracks()) {
            Row row = new Row();
            row.kind = track.kind();
            rows.put(track.id(), row);
        }
    }

    /** Returns the items that a track should have. */
    List<Item> items(Id track) {
        Row row = row(track);
        List<Item> items = new ArrayList<>();
        long frame = 0;
        for (Map.Entry<Long, Clip> entry : row.clips.entrySet()) {
            if (entry.getKey() > frame) {
                items.add(new Gap(entry.getKey() - frame));
            }
            row.joints.stream().filter(joint -> joint.right.equals(entry.getValue().id()))
                    .forEach(joint -> items.add(joint.transition));
            items.add(entry.getValue());
            frame = entry.getKey() + entry.getValue().durationFrames();
        }
        return items;
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
                row -> row.joints.removeIf(joint -> joint.transition.id().equals(operation.transition(sequence))));
        case HIDE, MUTE, ADD_TRACK, REMOVE_TRACK -> changeTrack(operation, sequence);
        case TRANSFORM -> change(operation.clip(sequence), clip -> clip.withTransform(operation.transform()));
        case OPACITY -> operation.opacity() <= 1
                && change(operation.clip(sequence), clip -> clip.withOpacity(operation.opacity()));
        case GAIN -> operation.frame() <= 48
                && change(operation.clip(sequence), clip -> clip.withGainDb(operation.frame()));
        case EFFECTS -> change(operation.clip(sequence), clip -> clip.withEffects(operation.effects()));
        };
        rows.values().forEach(SequenceModel::settle);
        return made;
    }

    private boolean put(Operation operation, Sequence sequence) {
        Row row = rows.get(operation.track(sequence));
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
        Row row = rows.get(track);
        Map.Entry<Long, Clip> entry = row == null ? null : row.clips.lowerEntry(frame);
        if (row == null || entry == null || ids().contains(rightId)
                || frame >= entry.getKey() + entry.getValue().durationFrames()) {
            return false;
        }
        Clip clip = entry.getValue();
        long leftFrames = frame - entry.getKey();
        row.clips.put(entry.getKey(), clip.withSource(clip.sourceIn(), leftFrames));
        row.clips.put(frame, clip.withId(rightId).withSource(
                clip.sourceIn().plus(sequence.rate().timeOf(leftFrames).times(clip.speed())),
                clip.durationFrames() - leftFrames));
        row.joints = new ArrayList<>(row.joints.stream().map(joint -> joint.left.equals(clip.id())
                ? new Joint(rightId, joint.right, joint.transition)
                : joint).toList());
        return true;
    }

    private boolean trim(Id clipId, long startDelta, long endDelta, Sequence sequence) {
        Row row = rowOf(clipId);
        if (row == null) {
            return false;
        }
        long startFrame = startOf(row, clipId);
        Clip clip = clip(row, startFrame);
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
        Row row = rowOf(clipId);
        Row target = rows.get(toTrack);
        if (row == null || target == null || target.kind != row.kind || toFrame < 0) {
            return false;
        }
        long startFrame = startOf(row, clipId);
        Clip clip = clip(row, startFrame);
        if (!target.isFree(toFrame, toFrame + clip.durationFrames(), clip)) {
            return false;
        }
        row.clips.remove(startFrame);
        target.clips.put(toFrame, clip);
        return true;
    }

    private boolean delete(Id clipId, boolean ripple) {
        Row row = rowOf(clipId);
        if (row == null) {
            return false;
        }
        long startFrame = startOf(row, clipId);
        Clip clip = clip(row, startFrame);
        row.clips.remove(startFrame);
        if (ripple) {
            TreeMap<Long, Clip> behind = new TreeMap<>(row.clips.tailMap(startFrame));
            row.clips.keySet().removeAll(behind.keySet());
            behind.forEach((frame, each) -> row.clips.put(frame - clip.durationFrames(), each));
        }
        return true;
    }

    private boolean dissolve(Id leftId, Id transitionId, long durationFrames) {
        Row row = rowOf(leftId);
        if (row == null || ids().contains(transitionId)) {
            return false;
        }
        Clip left = clip(row, startOf(row, leftId));
        Clip right = row.clips.get(startOf(row, leftId) + left.durationFrames());
        if (right == null || row.joints.stream().anyMatch(joint -> joint.left.equals(leftId))) {
            return false;
        }
        long inFrames = durationFrames / 2;
        long outFrames = durationFrames - inFrames;
        long takenLeft = row.joints.stream().filter(joint -> joint.right.equals(leftId))
                .mapToLong(joint -> joint.transition.outOffsetFrames()).sum();
        long takenRight = row.joints.stream().filter(joint -> joint.left.equals(right.id()))
                .mapToLong(joint -> joint.transition.inOffsetFrames()).sum();
        if (inFrames + takenLeft > left.durationFrames() || outFrames + takenRight > right.durationFrames()) {
            return false;
        }
        row.joints.add(new Joint(leftId, right.id(), Transition.dissolve(transitionId, inFrames, outFrames)));
        return true;
    }

    private boolean changeTrack(Operation operation, Sequence sequence) {
        if (operation.kind() == Operation.Kind.ADD_TRACK) {
            Track track = operation.newTrack(sequence);
            int index = operation.newIndex(sequence);
            if (rows.containsKey(track.id()) || index > rows.size()) {
                return false;
            }
            Row added = new Row();
            added.kind = track.kind();
            List<Map.Entry<Id, Row>> entries = new ArrayList<>(rows.entrySet());
            entries.add(index, Map.entry(track.id(), added));
            rows = new LinkedHashMap<>();
            entries.forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
            return true;
        }
        Row row = rows.get(operation.track(sequence));
        if (row == null) {
            return false;
        }
        switch (operation.kind()) {
        case HIDE -> row.hidden = operation.durationFrames() % 2 == 0;
        case MUTE -> row.muted = operation.durationFrames() % 2 == 0;
        default -> rows.remove(operation.track(sequence));
        }
        return true;
    }

    private boolean change(Id clipId, UnaryOperator<Clip> change) {
        Row row = rowOf(clipId);
        return row != null && row.clips.computeIfPresent(startOf(row, clipId), (_, clip) -> change.apply(clip)) != null;
    }

    /** Removes the transitions whose clips no longer touch or are too short. */
    private static void settle(Row row) {
        row.joints.removeIf(joint -> {
            Map.Entry<Long, Clip> left = row.clips.entrySet().stream()
                    .filter(entry -> entry.getValue().id().equals(joint.left)).findFirst().orElse(null);
            Clip right = left == null ? null : row.clips.get(left.getKey() + left.getValue().durationFrames());
            return left == null || right == null || !right.id().equals(joint.right)
                    || joint.transition.inOffsetFrames() > left.getValue().durationFrames()
                    || joint.transition.outOffsetFrames() > right.durationFrames();
        });
    }

    private Set<Id> ids() {
        Set<Id> ids = new HashSet<>();
        for (Row row : rows.values()) {
            row.clips.values().forEach(clip -> ids.add(clip.id()));
            row.joints.forEach(joint -> ids.add(joint.transition.id()));
        }
        return ids;
    }

    private @Nullable Row rowOf(Id clip) {
        return rows.values().stream().filter(row -> row.clips.values().stream().anyMatch(each -> each.id().equals(clip)))
                .findFirst().orElse(null);
    }

    private Row row(Id track) {
        Row row = rows.get(track);
        if (row == null) {
            throw new AssertionError("the model has no track " + track);
        }
        return row;
    }

    private static long startOf(Row row, Id clip) {
        return row.clips.entrySet().stream().filter(entry -> entry.getValue().id().equals(clip)).findFirst().orElseThrow()
                .getKey();
    }

    private static Clip clip(Row row, long startFrame) {
        Clip clip = row.clips.get(startFrame);
        if (clip == null) {
            throw new AssertionError("the model has no clip at frame " + startFrame);
        }
        return clip;
    }
}
