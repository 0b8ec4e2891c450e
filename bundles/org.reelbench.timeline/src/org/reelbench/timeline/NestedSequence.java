package org.reelbench.timeline;

/**
 * Another sequence of the project as the content of a clip: its picture on a video track, its sound on an audio track. Source
 * times of the clip are times in that sequence.
 * <p>
 * Immutable, safe for every thread. Whether the sequence exists, and that none contains itself, is for the project to see to.
 *
 * @param sequence the id of the sequence
 */
public record NestedSequence(Id sequence) implements Content {
}
