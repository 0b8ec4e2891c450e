package org.reelbench.encoding.preview;

/**
 * One quality in which a preview's pictures can be had.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param widthPx how wide pictures are
 * @param heightPx how high they are
 * @param bitsPerSecond about how much a second takes; a guess where the encoder is not told
 */
public record PreviewRung(int widthPx, int heightPx, long bitsPerSecond) {
}
