package org.reelbench.capture.ffmpeg.internal.x11;

/**
 * A window that people see.
 *
 * @param id the server's number of it
 * @param title what stands in its title bar, or an empty text
 * @param area where it is on the screen, without its frame
 */
public record ScreenWindow(int id, String title, Area area) {
}
