package org.reelbench.ui.tracks.internal.gesture;

import java.util.List;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Transition;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Drags an end of a transition; with Ctrl the other end goes as far to its side. */
public final class TransitionDrag implements EditDrag {

    private final Transition transition;
    private final long cutFrame;
    private final boolean isIn;

    /**
     * Begins a drag.
     *
     * @param transition the transition
     * @param cutFrame the cut it lies over
     * @param isIn whether it is its start
     */
    public TransitionDrag(Transition transition, long cutFrame, boolean isIn) {
        this.transition = transition;
        this.cutFrame = cutFrame;
        this.isIn = isIn;
    }

    @Override
    public Proposal propose(TrackFrame frame, Pointer at, boolean snaps, EditDraft draft) throws EditRefused {
        long here = Math.round(at.time(frame.scale()));
        long offset = Math.max(0, isIn ? cutFrame - here : here - cutFrame);
        long in = isIn || at.ctrl() ? offset : transition.inOffsetFrames();
        long out = !isIn || at.ctrl() ? offset : transition.outOffsetFrames();
        if (in + out == 0) {
            in = 1;
        }
        if (in != transition.inOffsetFrames() || out != transition.outOffsetFrames()) {
            draft.make(EditCommand.of(EditCommands.TRIM_TRANSITION, 0).with("transition", transition.id().value())
                    .with("inOffsetFrames", in).with("outOffsetFrames", out));
        }
        return new Proposal("Transition", List.of(), "Transition  " + Timecode.of(in + out, frame.sequence().rate()));
    }
}
