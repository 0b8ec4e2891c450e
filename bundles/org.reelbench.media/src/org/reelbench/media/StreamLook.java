package org.reelbench.media;

import org.reelbench.time.Rational;

/**
 * How the pictures of a stream are shown, and how fast it runs, where somebody knows better than the medium.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param turnDegrees how far they are turned clockwise to stand upright: 0, 90, 180 or 270
 * @param pixelAspect the width of a pixel as coded divided by its height, above 0
 * @param color what their colours are
 * @param speed how much faster pictures and sound run than by themselves, above 0; times are counted after that
 */
public record StreamLook(int turnDegrees, Rational pixelAspect, ColorDescription color, Rational speed) {
}
