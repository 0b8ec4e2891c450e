package org.reelbench.capture.ffmpeg.internal.x11;

/**
 * A monitor that shows a part of the screen.
 *
 * @param name what the server calls it, such as {@code HDMI-1}
 * @param primary whether the user made it the first one
 * @param area the part it shows
 */
public record Monitor(String name, boolean primary, Area area) {
}
