package org.reelbench.cli.internal.play;

import org.reelbench.playback.Direction;

/**
 * What is played.
 *
 * @param fromFrame the first frame
 * @param seconds how long at most
 * @param direction which way
 * @param seeks how many places are looked at one after the other, beforehand
 * @param starts at how many of these places playing is begun and stopped again
 * @param askedNanos when that was asked for, by the system's clock
 */
record PlayRequest(long fromFrame, double seconds, Direction direction, int seeks, int starts, long askedNanos) {
}
