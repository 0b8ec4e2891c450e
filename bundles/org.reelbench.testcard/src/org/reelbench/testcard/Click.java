package org.reelbench.testcard;

/**
 * One click found in a sound.
 * <p>
 * Immutable.
 *
 * @param voice which of the 16 click shapes it is: the source's id modulo 16
 * @param samplePosition the position of its onset, which was made at a full second
 * @param gainDb its level against the one it was made with, so the gain of everything between
 * @param match how well it fits what was made, 0 to 1; noise, coding and other sounds in its band lower it
 */
public record Click(int voice, long samplePosition, double gainDb, double match) {
}
