package org.reelbench.ui.tracks.internal.model;

/**
 * A picture that was rendered. Not changed once made.
 *
 * @param widthPx its width
 * @param heightPx its height
 * @param bgrx 8 bit blue, green, red and a byte without meaning, row after row, without gaps; not to be changed
 */
public record StillPicture(int widthPx, int heightPx, byte[] bgrx) {
}
