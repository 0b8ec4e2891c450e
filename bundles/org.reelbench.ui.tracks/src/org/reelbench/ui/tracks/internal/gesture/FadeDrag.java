package org.reelbench.ui.tracks.internal.gesture;

import java.util.List;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Drags the handle of a fade: the clip is wholly there from it on, or up to it. */
public final class FadeDrag implements EditDrag {

    private final ClipPlace clip;
    private final boolean isIn;

    /**
     * Begins a drag.
     *
     * @param clip the clip
     * @param isIn whether it is the fade at its start
     */
    public FadeDrag(ClipPlace clip, boolean isIn) {
        this.clip = clip;
        this.isIn = isIn;
    }

    @Override
    public Proposal propose(TrackFrame frame, Pointer at, boolean snaps, EditDraft draft) throws EditRefused {
        long here = Math.round(at.time(frame.scale()));
        long duration = clip.clip().durationFrames();
        long other = isIn ? clip.clip().fades().outFrames() : clip.clip().fades().inFrames();
        long old = isIn ? clip.clip().fades().inFrames() : clip.clip().fades().outFrames();
        long frames = Math.clamp(isIn ? here - clip.startFrame() : clip.endFrame() - here, 0, duration - other);
        if (frames != old) {
            draft.make(EditCommand.of(EditCommands.SET_FADES, 0).with("clip", clip.clip().id().value())
                    .with(isIn ? "fadeInFrames" : "fadeOutFrames", frames));
        }
        return new Proposal("Fade", List.of(),
                (isIn ? "Fade in  " : "Fade out  ") + Timecode.of(frames, frame.sequence().rate()));
    }
}
