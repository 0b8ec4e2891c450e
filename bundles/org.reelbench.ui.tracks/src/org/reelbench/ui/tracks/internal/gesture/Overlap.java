package org.reelbench.ui.tracks.internal.gesture;

import java.util.Optional;
import java.util.Set;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackItems;

/**
 * The frames on which a moved clip and one beside it would both lie. They meet in the middle of them, and dissolve over all of them.
 *
 * @param moved the clip that is moved
 * @param left the clip that is seen first
 * @param right the clip that is seen after it
 * @param fromFrame the first frame of both
 * @param toFrame the first frame behind
 */
record Overlap(Id moved, Id left, Id right, long fromFrame, long toFrame) {

    /** Finds the overlap of a clip with what lies where it goes; empty if it only touches, covers or is covered. */
    static Optional<Overlap> of(Sequence sequence, ClipPlace moved, long deltaFrames, Set<Id> moving) {
        TrackItems items = moved.track().items();
        Id id = moved.clip().id();
        long start = moved.startFrame() + deltaFrames;
        long end = moved.endFrame() + deltaFrames;
        Optional<Located> before = items.locate(start).filter(other -> isOther(other, moving))
                .filter(other -> other.startFrame() < start && other.endFrame() < end);
        if (before.isPresent()) {
            return Optional.of(new Overlap(id, idOf(before.get()), id, start, before.get().endFrame()));
        }
        return items.locate(end - 1).filter(other -> isOther(other, moving))
                .filter(other -> other.startFrame() > start && other.endFrame() > end)
                .map(other -> new Overlap(id, id, idOf(other), other.startFrame(), end));
    }

    private static boolean isOther(Located place, Set<Id> moving) {
        return place.item() instanceof Clip clip && !moving.contains(clip.id());
    }

    private static Id idOf(Located place) {
        return ((Clip) place.item()).id();
    }

    void make(EditDraft draft, long deltaFrames) throws EditRefused {
        long frames = toFrame - fromFrame;
        long before = frames / 2;
        draft.make(EditCommand.of(EditCommands.TRIM_END, 0).with("clip", left.value()).with("deltaFrames", before - frames));
        draft.make(EditCommand.of(EditCommands.TRIM_START, 0).with("clip", right.value()).with("deltaFrames", before));
        draft.make(EditCommand.of(EditCommands.MOVE, 0).with("clip", moved.value()).with("deltaFrames", deltaFrames));
        Sequence cut = draft.sequence();
        for (Id clip : Links.linked(cut, left)) {
            if (clip.equals(left) || touchesNext(cut, clip)) {
                draft.make(EditCommand.of(EditCommands.DISSOLVE, 0).with("clip", clip.value()).with("durationFrames", frames));
            }
        }
    }

    private static boolean touchesNext(Sequence sequence, Id clip) {
        return sequence.findClip(clip)
                .filter(place -> place.index() + 1 < place.track().items().size()
                        && place.track().items().get(place.index() + 1) instanceof Clip)
                .isPresent();
    }
}
