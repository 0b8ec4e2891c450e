package org.reelbench.encoding.preview;

import java.util.List;

import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;

/**
 * What somebody who looks at a preview may want next. It is encoded while nothing else is to be done, and never on battery.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param places ranges of frames of what is shown, the likeliest first: both sides of an edge that is selected, the clip under the
 *            pointer
 * @param snapshots what may be shown next in place of it, the likeliest first: where undo leads. Of each, what lies under the
 *            playhead and two seconds on is made
 */
public record PreviewHint(List<FrameRange> places, List<Sequence> snapshots) {

    /** Nothing is known of what comes next. */
    public static final PreviewHint NONE = new PreviewHint(List.of(), List.of());

    /** Creates the hint with lists of its own. */
    public PreviewHint {
        places = List.copyOf(places);
        snapshots = List.copyOf(snapshots);
    }

    /**
     * Guesses that an edge is trimmed next.
     *
     * @param frame the frame after the edge
     * @param reachFrames how far to both sides it is likely to go
     * @return the hint
     */
    public static PreviewHint edge(long frame, long reachFrames) {
        return new PreviewHint(List.of(new FrameRange(Math.max(0, frame - reachFrames), frame + reachFrames)), List.of());
    }
}
