package org.reelbench.cli.internal.play;

/**
 * What is played.
 *
 * @param fromFrame the first frame
 * @param seconds how long at most
 * @param seeks how many places are looked at one after the other, beforehand
 */
record PlayRequest(long fromFrame, double seconds, int seeks) {
}
