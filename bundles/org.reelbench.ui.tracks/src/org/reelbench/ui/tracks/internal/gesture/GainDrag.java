package org.reelbench.ui.tracks.internal.gesture;

import java.util.List;
import java.util.Locale;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.ui.tracks.internal.model.GainLine;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Drags the line that shows how loud a clip is. */
public final class GainDrag implements EditDrag {

    private final ClipPlace clip;
    private final GainLine line;
    private final int grabPx;

    /**
     * Begins a drag.
     *
     * @param clip the clip
     * @param line where the line lies in its row
     * @param pressed where the mouse was pressed
     */
    public GainDrag(ClipPlace clip, GainLine line, Pointer pressed) {
        this.clip = clip;
        this.line = line;
        grabPx = pressed.y() - line.yOf(clip.clip().gainDb());
    }

    @Override
    public Proposal propose(TrackFrame frame, Pointer at, boolean snaps, EditDraft draft) throws EditRefused {
        double gainDb = at.y() - grabPx == line.yOf(clip.clip().gainDb()) ? clip.clip().gainDb() : line.gainDbAt(at.y() - grabPx);
        if (gainDb != clip.clip().gainDb()) {
            draft.make(EditCommand.of(EditCommands.SET_GAIN, 0).with("clip", clip.clip().id().value()).with("gainDb", gainDb));
        }
        return new Proposal("Gain", List.of(), String.format(Locale.ROOT, "%+.1f dB", gainDb));
    }
}
