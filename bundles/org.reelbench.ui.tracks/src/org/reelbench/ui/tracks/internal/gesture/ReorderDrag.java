package org.reelbench.ui.tracks.internal.gesture;

import java.util.List;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Drags a track by its header to another place among those of its kind. */
public final class ReorderDrag implements EditDrag {

    private final Id track;

    /**
     * Begins a drag.
     *
     * @param track the track
     */
    public ReorderDrag(Id track) {
        this.track = track;
    }

    @Override
    public Proposal propose(TrackFrame frame, Pointer at, boolean snaps, EditDraft draft) throws EditRefused {
        Sequence sequence = frame.sequence();
        List<Id> order = sequence.tracks().stream().map(Track::id).toList();
        Track moved = sequence.track(track);
        List<Row> rows = frame.layout().rows().stream().filter(row -> row.track().kind() == moved.kind()).toList();
        int y = at.y() + frame.scrollYPx();
        Row target = rows.getLast();
        for (Row row : rows.reversed()) {
            if (y < row.bottomPx()) {
                target = row;
            }
        }
        if (!target.track().id().equals(track)) {
            draft.make(EditCommand.of(EditCommands.MOVE_TRACK, 0).with("track", track.value()).with("index",
                    order.indexOf(target.track().id())));
        }
        return new Proposal("Move track", List.of(), moved.name());
    }
}
