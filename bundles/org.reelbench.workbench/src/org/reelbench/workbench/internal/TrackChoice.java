package org.reelbench.workbench.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;

/** Walks the chosen track up and down as the tracks are seen; beyond both ends none is chosen. */
final class TrackChoice {

    private final Editor editor;

    TrackChoice(Editor editor) {
        this.editor = editor;
    }

    void walk(boolean up) {
        editor.project().map(OpenProject::sequence)
                .ifPresent(sequence -> editor.chooseTrack(next(sequence, editor.chosenTrack(), up)));
    }

    /** The track that is seen next; from none, the lowest video track upwards and the first audio track downwards. */
    static Optional<Id> next(Sequence sequence, Optional<Id> chosen, boolean up) {
        List<Id> videos = sequence.tracks().stream().filter(track -> track.kind() == TrackKind.VIDEO).map(Track::id).toList();
        List<Id> seen = new ArrayList<>(videos.reversed());
        sequence.tracks().stream().filter(track -> track.kind() == TrackKind.AUDIO).map(Track::id).forEach(seen::add);
        int now = chosen.map(seen::indexOf).orElse(-1);
        int next = now < 0 ? videos.size() - (up ? 1 : 0) : now + (up ? -1 : 1);
        return next < 0 || next >= seen.size() ? Optional.empty() : Optional.of(seen.get(next));
    }
}
