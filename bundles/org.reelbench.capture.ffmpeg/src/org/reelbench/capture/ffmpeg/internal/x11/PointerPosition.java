package org.reelbench.capture.ffmpeg.internal.x11;

/**
 * Where the pointer is.
 *
 * @param here false while it is on another screen of the display
 * @param xPx from the left of the screen, or of the window that was asked about
 * @param yPx from the top
 */
public record PointerPosition(boolean here, int xPx, int yPx) {
}
