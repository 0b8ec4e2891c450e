package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/**
 * The edits that empty a range of frames, on one track or on all that are open. {@link org.reelbench.timeline.RangeEdits} says
 * what each does.
 * <p>
 * Without state, safe for every thread.
 */
public final class RangeCuts {

    private RangeCuts() {
    }

    public static Sequence lift(Sequence sequence, Id trackId, FrameRange range, Id rightId) throws EditRefused {
        Track track = Lookup.openTrack(sequence, trackId);
        return sequence.withTrack(surgery(sequence, List.of(rightId)).lift(track, range.inFrame(), range.outFrame()));
    }

    public static Sequence extract(Sequence sequence, Id trackId, FrameRange range, Id rightId) throws EditRefused {
        Track track = Lookup.openTrack(sequence, trackId);
        return sequence.withTrack(surgery(sequence, List.of(rightId)).extract(track, range.inFrame(), range.outFrame()));
    }

    public static Sequence liftAll(Sequence sequence, FrameRange range, List<Id> rightIds) throws EditRefused {
        RangeSurgery surgery = surgery(sequence, rightIds);
        return onOpenTracks(sequence, track -> surgery.lift(track, range.inFrame(), range.outFrame()));
    }

    public static Sequence extractAll(Sequence sequence, FrameRange range, List<Id> rightIds) throws EditRefused {
        RangeSurgery surgery = surgery(sequence, rightIds);
        return onOpenTracks(sequence, track -> surgery.extract(track, range.inFrame(), range.outFrame()));
    }

    public static Sequence rippleDelete(Sequence sequence, Id clip, List<Id> rightIds) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clip);
        return extractAll(sequence, new FrameRange(place.startFrame(), place.endFrame()), rightIds);
    }

    private static RangeSurgery surgery(Sequence sequence, List<Id> rightIds) {
        return new RangeSurgery(sequence, new SpareIds(sequence, rightIds));
    }

    private static Sequence onOpenTracks(Sequence sequence, TrackEdit edit) throws EditRefused {
        List<Track> tracks = new ArrayList<>();
        boolean changed = false;
        boolean open = false;
        for (Track track : sequence.tracks()) {
            Track edited = track.locked() ? track : edit.apply(track);
            tracks.add(edited);
            open |= !track.locked();
            changed |= edited != track;
        }
        if (!open && !tracks.isEmpty()) {
            throw new EditRefused("all tracks are locked");
        }
        return changed ? sequence.withTracks(tracks) : sequence;
    }

    private interface TrackEdit {
        Track apply(Track track) throws EditRefused;
    }
}
