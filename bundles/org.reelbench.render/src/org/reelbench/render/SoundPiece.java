package org.reelbench.render;

/**
 * A piece of a sequence's sound, at most two seconds long, in which the same clips sound from its first sample to its last.
 *
 * @param startSample the first sample in the sequence
 * @param endSample the sample after the last
 * @param silent whether nothing sounds
 */
public record SoundPiece(long startSample, long endSample, boolean silent) {
}
