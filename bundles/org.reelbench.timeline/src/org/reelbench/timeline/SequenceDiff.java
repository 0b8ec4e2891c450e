package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.reelbench.timeline.internal.ItemDiff;
import org.reelbench.timeline.internal.RangeCollector;

/**
 * What changed between two snapshots of a sequence: which tracks, and on each the frames that may look or sound different.
 * <p>
 * Immutable, safe for every thread. Every frame at which the clips, their parameters, the place within each clip or the
 * transitions differ is reported; a frame reported may still look the same, as after a cut that only divides a clip. Hidden and
 * muted tracks are compared like all others.
 * <p>
 * Costs nothing for tracks that are the same instance and for the subtrees two tracks share, O(log n) for each item that differs.
 */
public final class SequenceDiff {

    private final Sequence before;
    private final Sequence after;
    private final boolean formChanged;
    private final boolean marksChanged;
    private final List<TrackChange> tracks;

    private SequenceDiff(Sequence before, Sequence after) {
        this.before = before;
        this.after = after;
        formChanged = !before.rate().equals(after.rate()) || before.widthPx() != after.widthPx()
                || before.heightPx() != after.heightPx() || before.sampleRateHz() != after.sampleRateHz()
                || before.limiter() != after.limiter();
        marksChanged = !before.markers().equals(after.markers()) || !Objects.equals(before.inOut(), after.inOut());
        tracks = before.tracks() == after.tracks() && !formChanged ? List.of() : changes();
    }

    /**
     * Compares two snapshots.
     *
     * @param before the earlier snapshot
     * @param after the later snapshot
     * @return what differs
     */
    public static SequenceDiff between(Sequence before, Sequence after) {
        return new SequenceDiff(before, after);
    }

    /**
     * Returns the earlier snapshot.
     *
     * @return the one compared from
     */
    public Sequence before() {
        return before;
    }

    /**
     * Returns the later snapshot.
     *
     * @return the one compared to
     */
    public Sequence after() {
        return after;
    }

    /**
     * Tells whether the canvas, the frame rate, the sample rate or the limiter changed, so that every frame differs.
     *
     * @return true if one of them changed
     */
    public boolean formChanged() {
        return formChanged;
    }

    /**
     * Tells whether the markers or the marked range changed, of which nothing is seen or heard.
     *
     * @return true if they did
     */
    public boolean marksChanged() {
        return marksChanged;
    }

    /**
     * Returns the tracks that changed, were added, removed or put into another order.
     *
     * @return one entry for each track: those of the later snapshot bottom first, then the removed ones
     */
    public List<TrackChange> tracks() {
        return tracks;
    }

    /**
     * Tells whether nothing changed that is seen, heard, marked or belongs to a track.
     *
     * @return true if the form, the marks and all tracks are as before
     */
    public boolean isEmpty() {
        return !formChanged && !marksChanged && tracks.isEmpty();
    }

    /**
     * Returns the frames that may differ because of one track.
     *
     * @param track the track's id
     * @return the ranges in order, neither touching nor overlapping; empty if the track did not change
     */
    public List<FrameRange> rangesOf(Id track) {
        for (TrackChange change : tracks) {
            if (change.track().equals(track)) {
                return change.ranges();
            }
        }
        return List.of();
    }

    /**
     * Returns the frames that may differ because of any track.
     *
     * @return the ranges in order, neither touching nor overlapping
     */
    public List<FrameRange> ranges() {
        RangeCollector all = new RangeCollector();
        tracks.forEach(change -> all.addAll(change.ranges()));
        return all.ranges();
    }

    private List<TrackChange> changes() {
        Map<Id, Track> earlier = byId(before);
        Map<Id, Track> later = byId(after);
        Set<Id> moved = moved(earlier, later);
        List<TrackChange> changes = new ArrayList<>();
        for (Track track : later.values()) {
            Track old = earlier.get(track.id());
            if (old == null) {
                changes.add(whole(track.id(), track.durationFrames()));
            } else if (formChanged || moved.contains(track.id()) || !sameUse(old, track)) {
                changes.add(whole(track.id(), Math.max(old.durationFrames(), track.durationFrames())));
            } else if (old != track) {
                List<FrameRange> ranges = new ItemDiff(old.items().tree(), track.items().tree()).run();
                if (!ranges.isEmpty() || !old.withItems(track.items()).equals(track)) {
                    changes.add(new TrackChange(track.id(), ranges));
                }
            }
        }
        for (Track track : earlier.values()) {
            if (!later.containsKey(track.id())) {
                changes.add(whole(track.id(), track.durationFrames()));
            }
        }
        return List.copyOf(changes);
    }

    /** Returns the tracks whose rank among those both snapshots have is another one: of two that swapped, at least one. */
    private static Set<Id> moved(Map<Id, Track> earlier, Map<Id, Track> later) {
        List<Id> earlierOrder = earlier.keySet().stream().filter(later::containsKey).toList();
        List<Id> laterOrder = later.keySet().stream().filter(earlier::containsKey).toList();
        Set<Id> moved = new HashSet<>();
        for (int rank = 0; rank < earlierOrder.size(); rank++) {
            if (!earlierOrder.get(rank).equals(laterOrder.get(rank))) {
                moved.add(earlierOrder.get(rank));
            }
        }
        return moved;
    }

    /** A track that goes solo takes others of its kind out, though these did not change themselves. */
    private boolean sameUse(Track old, Track track) {
        return old.kind() == track.kind() && old.hidden() == track.hidden() && old.muted() == track.muted()
                && before.isPresented(old) == after.isPresented(track);
    }

    private static TrackChange whole(Id track, long durationFrames) {
        return new TrackChange(track, durationFrames == 0 ? List.of() : List.of(new FrameRange(0, durationFrames)));
    }

    private static Map<Id, Track> byId(Sequence sequence) {
        Map<Id, Track> tracks = new LinkedHashMap<>();
        sequence.tracks().forEach(track -> tracks.put(track.id(), track));
        return tracks;
    }
}
