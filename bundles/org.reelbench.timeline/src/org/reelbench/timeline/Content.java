package org.reelbench.timeline;

/**
 * What a clip shows or sounds: a stream of a medium, a still picture, something computed or another sequence.
 * <p>
 * Immutable, safe for every thread.
 */
public sealed interface Content permits MediaStream, Still, Generator, NestedSequence {
}
