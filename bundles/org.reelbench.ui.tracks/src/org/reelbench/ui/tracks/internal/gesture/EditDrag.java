package org.reelbench.ui.tracks.internal.gesture;

import org.reelbench.project.EditDraft;
import org.reelbench.timeline.EditRefused;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Something that is dragged and edits the sequence. */
public interface EditDrag {

    /**
     * Says which edits a place of the mouse means, by trying them on a draft that has no steps; one that has none afterwards changes
     * nothing.
     *
     * @param frame what is shown, with the sequence as it was when the drag began
     * @param at where the mouse is
     * @param snaps whether near edges draw
     * @param draft where the edits are tried
     * @return what is to be seen beside the edits
     * @throws EditRefused if what is meant cannot be done
     */
    Proposal propose(TrackFrame frame, Pointer at, boolean snaps, EditDraft draft) throws EditRefused;
}
