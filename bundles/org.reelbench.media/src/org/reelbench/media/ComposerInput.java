package org.reelbench.media;

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
 */
public record ComposerInput(VideoFrame frame, double opacity, RationalTime sourceTime, @Nullable Placement placement) {

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
