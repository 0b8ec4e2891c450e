package org.reelbench.media;

import org.reelbench.time.RationalTime;

/**
 * What one layer brings to one composed frame.
 *
 * @param frame the layer's frame, in the shape its {@link LayerSpec} names; stays the caller's
 * @param opacity 0 (not seen) to 1 (nothing below is seen)
 * @param clipTime the time since the clip's in point, for effects that move
 */
public record ComposerInput(VideoFrame frame, double opacity, RationalTime clipTime) {
}
