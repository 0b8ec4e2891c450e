package org.reelbench.ui.tracks.internal.decoration;

import org.reelbench.project.decoration.TrackDecorator;
import org.reelbench.project.decoration.TrackStretch;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack;

/** One who may be asked what there is to say of tracks. */
interface Source {

    /**
     * What was said.
     *
     * @param scope a change of what is a reason to ask again
     * @param marks the decorations
     */
    record Answer(TrackDecorator.Scope scope, DecoratedTrack marks) {
    }

    /** How often it has said that it knows more; answers of before are asked for again. */
    int edition();

    /** Asks; may take seconds, and throws what the plug-in threw. */
    Answer ask(TrackStretch stretch);
}
