package org.reelbench.ui.tracks.internal.gesture;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditDraft;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.tracks.internal.model.Snapping;
import org.reelbench.ui.tracks.internal.model.Snapping.Snap;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Trims, rolls, slips or slides a clip, as far as there is room. */
public final class TrimDrag implements EditDrag {

    private final TrimKind kind;
    private final ClipPlace clip;
    private final TrimKind.Room room;
    private final Set<Id> linked;
    private final double pressedAt;

    /**
     * Begins a drag.
     *
     * @param frame what is shown
     * @param kind what is done
     * @param clip the clip it is done to; of a roll the one before the cut
     * @param pressed where the mouse was pressed
     */
    public TrimDrag(TrackFrame frame, TrimKind kind, Id clip, Pointer pressed) {
        Sequence sequence = frame.sequence();
        this.kind = kind;
        this.clip = sequence.findClip(clip).orElseThrow();
        linked = Links.linked(sequence, clip);
        room = kind.room(sequence, this.clip);
        pressedAt = pressed.time(frame.scale());
    }

    @Override
    public Proposal propose(TrackFrame frame, Pointer at, boolean snaps, EditDraft draft) throws EditRefused {
        Sequence sequence = frame.sequence();
        long wanted = Math.round(at.time(frame.scale()) - pressedAt);
        // Dragged to the left, later frames come into a clip that is slipped.
        long delta = room.within(kind == TrimKind.SLIP ? -wanted : wanted);
        Optional<Snap> snap = Optional.empty();
        if (snaps && kind != TrimKind.SLIP) {
            long moved = delta;
            snap = Snapping.of(frame, linked).nearest(kind.edges(clip).stream().map(edge -> edge + moved).toList())
                    .filter(near -> room.within(moved + near.moveFrames()) == moved + near.moveFrames());
            delta += snap.map(Snap::moveFrames).orElse(0L);
        }
        if (delta != 0) {
            draft.make(EditCommand.of(kind.command(), 0).with("clip", clip.clip().id().value()).with("deltaFrames", delta));
        }
        List<Long> guides = snap.map(Snap::atFrame).stream().toList();
        return new Proposal(kind.label(), guides, kind.label() + "  " + Moves.signed(delta, sequence.rate()),
                kind.twoUp(draft.sequence(), clip.clip().id()));
    }
}
