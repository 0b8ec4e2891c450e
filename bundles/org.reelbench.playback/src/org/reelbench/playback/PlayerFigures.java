package org.reelbench.playback;

/**
 * What a player has done since it was opened.
 *
 * @param shown how many pictures were shown, single ones and those of playback
 * @param dropped how many pictures of playback came too late
 * @param rendered how many single pictures were rendered exactly
 * @param approximate how many were shown quickly before
 * @param cancelled how many were given up because a newer one was wanted
 */
public record PlayerFigures(long shown, long dropped, long rendered, long approximate, long cancelled) {
}
