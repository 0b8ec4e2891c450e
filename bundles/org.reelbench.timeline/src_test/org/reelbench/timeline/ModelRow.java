package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;

/** A track as the {@link SequenceModel} sees it: clips at positions, and transitions that belong to two clips. */
final class ModelRow {

    record Joint(Id left, Id right, Transition transition) {
    }

    TrackKind kind = TrackKind.VIDEO;
    boolean hidden;
    boolean muted;
    boolean locked;
    final TreeMap<Long, Clip> clips = new TreeMap<>();
    List<Joint> joints = new ArrayList<>();

    ModelRow copy() {
        ModelRow copy = new ModelRow();
        copy.kind = kind;
        copy.hidden = hidden;
        copy.muted = muted;
        copy.locked = locked;
        copy.clips.putAll(clips);
        copy.joints.addAll(joints);
        return copy;
    }

    boolean isFree(long inFrame, long outFrame, @Nullable Clip except) {
        return clips.entrySet().stream().allMatch(entry -> entry.getValue().equals(except) || entry.getKey() >= outFrame
                || entry.getKey() + entry.getValue().durationFrames() <= inFrame);
    }

    boolean holds(Id clip) {
        return clips.values().stream().anyMatch(each -> each.id().equals(clip));
    }

    long endFrame() {
        return clips.isEmpty() ? 0 : clips.lastKey() + clips.lastEntry().getValue().durationFrames();
    }

    long startOf(Id clip) {
        return clips.entrySet().stream().filter(entry -> entry.getValue().id().equals(clip)).findFirst().orElseThrow().getKey();
    }

    Clip clip(long startFrame) {
        Clip clip = clips.get(startFrame);
        if (clip == null) {
            throw new AssertionError("the model has no clip at frame " + startFrame);
        }
        return clip;
    }

    @Nullable
    Clip endingAt(long frame) {
        Map.Entry<Long, Clip> before = clips.lowerEntry(frame);
        return before != null && before.getKey() + before.getValue().durationFrames() == frame ? before.getValue() : null;
    }

    /** Returns the items that the track should have. */
    List<Item> items() {
        List<Item> items = new ArrayList<>();
        long frame = 0;
        for (Map.Entry<Long, Clip> entry : clips.entrySet()) {
            if (entry.getKey() > frame) {
                items.add(new Gap(entry.getKey() - frame));
            }
            joints.stream().filter(joint -> joint.right.equals(entry.getValue().id()))
                    .forEach(joint -> items.add(joint.transition));
            items.add(entry.getValue());
            frame = entry.getKey() + entry.getValue().durationFrames();
        }
        return items;
    }

    /** Takes away what lies in a range and the transitions whose cut it touches; false if an id for a right part is wanting. */
    boolean cut(long inFrame, long outFrame, SpareRights rights, FrameRate rate) {
        joints.removeIf(joint -> startOf(joint.right) >= inFrame && startOf(joint.right) <= outFrame);
        for (Map.Entry<Long, Clip> entry : List.copyOf(clips.entrySet())) {
            long startFrame = entry.getKey();
            Clip clip = entry.getValue();
            long endFrame = startFrame + clip.durationFrames();
            if (startFrame >= Math.max(outFrame, inFrame) || endFrame <= inFrame) {
                continue;
            }
            clips.remove(startFrame);
            boolean leaves = startFrame < inFrame;
            if (leaves) {
                clips.put(startFrame,
                        withFades(clip, clip.fades().inFrames(), 0).withSource(clip.sourceIn(), inFrame - startFrame));
            }
            if (endFrame > outFrame) {
                Clip right = startingLater(withFades(clip, 0, clip.fades().outFrames()), outFrame - startFrame, rate);
                if (leaves) {
                    Id id = rights.next();
                    if (id == null) {
                        return false;
                    }
                    right = right.withId(id);
                    joints.replaceAll(joint -> joint.left.equals(clip.id())
                            ? new Joint(id, joint.right, joint.transition)
                            : joint);
                }
                clips.put(outFrame, right);
            }
        }
        return true;
    }

    static Clip withFades(Clip clip, long inFrames, long outFrames) {
        return clip.withFades(new Fades(inFrames, outFrames));
    }

    static Clip startingLater(Clip clip, long deltaFrames, FrameRate rate) {
        return clip.withSource(clip.sourceIn().plus(rate.timeOf(deltaFrames).times(clip.speed())),
                clip.durationFrames() - deltaFrames);
    }

    /** Moves all that begins at a frame or behind it. */
    void shift(long fromFrame, long deltaFrames) {
        TreeMap<Long, Clip> behind = new TreeMap<>(clips.tailMap(fromFrame));
        clips.keySet().removeAll(behind.keySet());
        behind.forEach((frame, clip) -> clips.put(frame + deltaFrames, clip));
    }

    /** Removes the transitions whose clips no longer touch or are too short, the earlier of two first come. */
    void settle() {
        joints.removeIf(joint -> !holds(joint.left) || !holds(joint.right));
        joints.sort(Comparator.comparingLong(joint -> startOf(joint.right)));
        List<Joint> kept = new ArrayList<>();
        for (Joint joint : joints) {
            Clip left = clip(startOf(joint.left));
            Clip right = clips.get(startOf(joint.left) + left.durationFrames());
            long takenFrames = kept.isEmpty() || !kept.getLast().right.equals(joint.left)
                    ? 0
                    : kept.getLast().transition.outOffsetFrames();
            if (right != null && right.id().equals(joint.right)
                    && joint.transition.inOffsetFrames() <= left.durationFrames() - takenFrames
                    && joint.transition.outOffsetFrames() <= right.durationFrames()) {
                kept.add(joint);
            }
        }
        joints = kept;
    }
}
