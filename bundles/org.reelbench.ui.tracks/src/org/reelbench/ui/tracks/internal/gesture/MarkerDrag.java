package org.reelbench.ui.tracks.internal.gesture;

import java.util.List;
import java.util.Optional;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Marker;
import org.reelbench.ui.tracks.internal.model.Snapping;
import org.reelbench.ui.tracks.internal.model.Snapping.Snap;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Drags something that stands at a frame in the ruler: a marker, or an end of the marked range. */
public final class MarkerDrag implements EditDrag {

    private final String name;
    private final long oldFrame;
    private final long least;
    private final Setting setting;

    /** Makes the edit that puts it at a frame. */
    @FunctionalInterface
    private interface Setting {
        EditCommand to(long frame);
    }

    private MarkerDrag(String name, long oldFrame, long least, Setting setting) {
        this.name = name;
        this.oldFrame = oldFrame;
        this.least = least;
        this.setting = setting;
    }

    /**
     * Begins to drag a marker.
     *
     * @param marker the marker
     * @return the drag
     */
    public static MarkerDrag of(Marker marker) {
        return new MarkerDrag("Marker", marker.frame(), 0,
                frame -> EditCommand.of(EditCommands.CHANGE_MARKER, 0).with("marker", marker.id().value()).with("frame", frame));
    }

    /**
     * Begins to drag an end of the marked range.
     *
     * @param range the range
     * @param isIn whether it is its first frame
     * @return the drag
     */
    public static MarkerDrag of(FrameRange range, boolean isIn) {
        return isIn
                ? new MarkerDrag("In", range.inFrame(), 0, frame -> EditCommand.of(EditCommands.SET_IN_OUT, 0)
                        .with("inFrame", Math.min(frame, range.outFrame() - 1)).with("outFrame", range.outFrame()))
                : new MarkerDrag("Out", range.outFrame(), range.inFrame() + 1, frame -> EditCommand.of(EditCommands.SET_IN_OUT, 0)
                        .with("inFrame", range.inFrame()).with("outFrame", frame));
    }

    @Override
    public Proposal propose(TrackFrame frame, Pointer at, boolean snaps, EditDraft draft) throws EditRefused {
        long to = Math.clamp(Math.round(at.time(frame.scale())), least, Item.MAX_DURATION_FRAMES);
        long wanted = to;
        Optional<Snap> snap = snaps
                ? Snapping.ofMark(frame, oldFrame).nearest(List.of(to)).filter(near -> wanted + near.moveFrames() >= least)
                : Optional.empty();
        to += snap.map(Snap::moveFrames).orElse(0L);
        if (to != oldFrame) {
            draft.make(setting.to(to));
        }
        return new Proposal(name, snap.map(Snap::atFrame).stream().toList(),
                name + "  " + Timecode.of(to, frame.sequence().rate()));
    }
}
