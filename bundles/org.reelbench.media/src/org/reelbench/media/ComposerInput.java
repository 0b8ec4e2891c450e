package org.reelbench.media;

import org.reelbench.time.RationalTime;

/**
 * What one layer brings to one composed frame.
 *
 * @param frame the layer's frame, in the shape its {@link LayerSpec} names; stays the caller's
 * @param opacity 0 (not seen) to 1 (nothing below is seen)
 * @param sourceTime the exact source time of the layer's frame, for effects that move; it stays what it is when
 *            a clip is split or moved
 */
public record ComposerInput(VideoFrame frame, double opacity, RationalTime sourceTime) {
}
