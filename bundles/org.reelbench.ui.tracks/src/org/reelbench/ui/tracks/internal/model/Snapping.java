package org.reelbench.ui.tracks.internal.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/**
 * Where what is dragged is drawn to: edges of clips on tracks that are seen, markers, the marked range, the playhead and the start.
 * Looks only at what lies near, however long the sequence is.
 */
public final class Snapping {

    /** So near draws. */
    public static final int REACH_PX = 8;

    /** So many edges of what is dragged itself are passed over at most before one that counts. */
    private static final int MAX_STEPS = 64;
    private static final long NOWHERE = -1;

    private final Sequence sequence;
    private final Set<Id> dragged;
    private final @Nullable Long playheadFrame;
    private final long reachFrames;
    private final long ownFrame;

    /**
     * A place that draws.
     *
     * @param moveFrames how far what is dragged moves to be there
     * @param atFrame the place
     */
    public record Snap(long moveFrames, long atFrame) {
    }

    private Snapping(Sequence sequence, Set<Id> dragged, @Nullable Long playheadFrame, long reachFrames,
            long ownFrame) {
        this.sequence = sequence;
        this.dragged = Set.copyOf(dragged);
        this.playheadFrame = playheadFrame;
        this.reachFrames = reachFrames;
        this.ownFrame = ownFrame;
    }

    /**
     * Creates the rule for something that is dragged.
     *
     * @param frame what is shown
     * @param dragged clips whose own edges do not draw
     * @return the rule
     */
    public static Snapping of(TrackFrame frame, Set<Id> dragged) {
        return new Snapping(frame.sequence(), dragged, frame.playheadFrame(), reach(frame.scale()), NOWHERE);
    }

    /**
     * Returns where media that are dropped on a point go: near edges, markers and the playhead draw them.
     *
     * @param frame what is shown
     * @param x across the view
     * @param y down the view
     * @return the track and the frame, or nothing if none takes media there
     */
    public static Optional<Hit.Lane> laneAt(TrackFrame frame, int x, int y) {
        return Hit.laneAt(frame, x, y).map(lane -> of(frame, Set.of()).nearest(List.of(lane.frame()))
                .map(snap -> new Hit.Lane(lane.track(), snap.atFrame())).orElse(lane));
    }

    /**
     * Creates the rule for the playhead, which is not drawn to itself.
     *
     * @param frame what is shown
     * @return the rule
     */
    public static Snapping ofPlayhead(TrackFrame frame) {
        return new Snapping(frame.sequence(), Set.of(), null, reach(frame.scale()), NOWHERE);
    }

    /**
     * Creates the rule for a marker or an end of the marked range.
     *
     * @param frame what is shown
     * @param ownFrame where it stands, to which it is not drawn by its own mark
     * @return the rule
     */
    public static Snapping ofMark(TrackFrame frame, long ownFrame) {
        return new Snapping(frame.sequence(), Set.of(), frame.playheadFrame(), reach(frame.scale()), ownFrame);
    }

    private static long reach(TimeScale scale) {
        return (long) (REACH_PX / scale.pxPerFrame());
    }

    /**
     * Finds what draws the most.
     *
     * @param frames the frames of what is dragged that may be drawn, such as its start and its end
     * @return the nearest place within reach, or empty if none is
     */
    public Optional<Snap> nearest(Collection<Long> frames) {
        Snap best = null;
        for (long frame : frames) {
            for (Track track : sequence.tracks()) {
                if (!track.hidden()) {
                    best = nearestEdge(track.items(), frame, best);
                }
            }
            for (Marker marker : sequence.markers()) {
                best = nearerMark(frame, marker.frame(), best);
            }
            FrameRange range = sequence.inOut();
            if (range != null) {
                best = nearerMark(frame, range.outFrame(), nearerMark(frame, range.inFrame(), best));
            }
            Long playhead = playheadFrame;
            if (playhead != null) {
                best = nearer(frame, playhead, best);
            }
            best = nearer(frame, 0, best);
        }
        return Optional.ofNullable(best);
    }

    private @Nullable Snap nearerMark(long frame, long place, @Nullable Snap best) {
        return place == ownFrame ? best : nearer(frame, place, best);
    }

    private @Nullable Snap nearer(long frame, long place, @Nullable Snap best) {
        long move = place - frame;
        if (Math.abs(move) > reachFrames || best != null && Math.abs(best.moveFrames()) <= Math.abs(move)) {
            return best;
        }
        return new Snap(move, place);
    }

    /** The edges on both sides of a frame that belong to a clip that is not dragged. */
    private @Nullable Snap nearestEdge(TrackItems items, long frame, @Nullable Snap soFar) {
        Snap best = soFar;
        long from = Math.max(0, frame);
        long edge = items.locate(from).map(Located::startFrame).orElse(items.durationFrames());
        for (int step = 0; step < MAX_STEPS && frame - edge <= reachFrames; step++) {
            if (counts(items, edge)) {
                best = nearer(frame, edge, best);
                break;
            }
            if (edge == 0) {
                break;
            }
            edge = items.locate(edge - 1).map(Located::startFrame).orElse(0L);
        }
        edge = from;
        for (int step = 0; step < MAX_STEPS && edge - frame <= reachFrames; step++) {
            Optional<Located> item = items.locate(edge);
            if (item.isEmpty()) {
                break;
            }
            edge = item.get().endFrame();
            if (counts(items, edge)) {
                best = nearer(frame, edge, best);
                break;
            }
        }
        return best;
    }

    /** Whether a clip that is not dragged begins or ends at a frame. */
    private boolean counts(TrackItems items, long frame) {
        Optional<Located> after = items.locate(frame);
        boolean begins = after.isPresent() && after.get().startFrame() == frame && isOther(after.get().item());
        if (begins) {
            return true;
        }
        Optional<Located> before = items.locate(frame - 1);
        return before.isPresent() && before.get().endFrame() == frame && isOther(before.get().item());
    }

    private boolean isOther(Item item) {
        return item instanceof Clip clip && !dragged.contains(clip.id());
    }
}
