package org.reelbench.timeline;

import java.util.List;

/**
 * What changed on one track between two snapshots of a sequence.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param track the id of the track, which one of the snapshots may lack
 * @param ranges the frames that may look or sound different because of this track, in order, neither touching nor overlapping;
 *        empty if only something like the name changed
 */
public record TrackChange(Id track, List<FrameRange> ranges) {

    /**
     * Creates a change from a copy of the ranges.
     */
    public TrackChange {
        ranges = List.copyOf(ranges);
    }
}
