package org.reelbench.media;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.RationalTime;

/**
 * What one layer brings to one composed frame.
 *
 * @param frame the layer's frame, in the shape its {@link LayerSpec} names; stays the caller's
 * @param opacity 0 (not seen) to 1 (nothing below is seen)
 * @param sourceTime the exact source time of the layer's frame, for effects that move; it stays what it is when
 *            a clip is split or moved
 * @param placement where a layer of {@link LayerSpec.Motion#PLACE} lies in this frame; null for all others
 * @param around the layer's frames from the farthest one its effects look behind to the farthest one they look ahead, the frame
 *            itself among them; they stay the caller's; empty where no effect looks around
 */
public record ComposerInput(VideoFrame frame, double opacity, RationalTime sourceTime, @Nullable Placement placement,
        List<Neighbour> around) {

    /**
     * A frame near the one that is composed.
     *
     * @param frame the frame
     * @param sourceTime the exact source time it was asked for
     */
    public record Neighbour(VideoFrame frame, RationalTime sourceTime) {
    }

    /** Creates the input with a list of its own. */
    public ComposerInput {
        around = List.copyOf(around);
    }

    /**
     * Creates what a layer brings whose effects look at each frame alone.
     *
     * @param frame the layer's frame
     * @param opacity 0 to 1
     * @param sourceTime the exact source time
     * @param placement where a moving layer lies; null for all others
     */
    public ComposerInput(VideoFrame frame, double opacity, RationalTime sourceTime, @Nullable Placement placement) {
        this(frame, opacity, sourceTime, placement, List.of());
    }

    /**
     * Creates what a layer brings that lies where its {@link LayerSpec} says.
     *
     * @param frame the layer's frame
     * @param opacity 0 to 1
     * @param sourceTime the exact source time
     */
    public ComposerInput(VideoFrame frame, double opacity, RationalTime sourceTime) {
        this(frame, opacity, sourceTime, null);
    }
}
