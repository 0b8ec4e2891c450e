package org.reelbench.media.ffmpeg.internal.read;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.time.RationalTime;

/**
 * The stretches of one track in which its edit list shows nothing, though something was shown before. FFmpeg fills them with what
 * lies at the start of the track; by the rule, the last picture stays and the sound is silent.
 */
final class EditGaps {

    /** A track without such stretches, as nearly all are. */
    static final EditGaps NONE = new EditGaps();

    private final List<RationalTime> begins = new ArrayList<>();
    private final List<RationalTime> ends = new ArrayList<>();

    /** Adds a stretch, after those that were added before. */
    void add(RationalTime begin, RationalTime end) {
        begins.add(begin);
        ends.add(end);
    }

    /** Whether a time lies in one. */
    boolean contains(RationalTime time) {
        for (int i = 0; i < begins.size(); i++) {
            if (!time.isBefore(begins.get(i)) && time.isBefore(ends.get(i))) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return begins.isEmpty();
    }
}
