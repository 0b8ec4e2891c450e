package org.reelbench.encoding.preview;

/** What a segment holds. */
public enum SegmentKind {

    /** Pictures; places are counted in frames of the sequence. */
    PICTURE,

    /** Sound; places are counted in samples of the sequence. */
    SOUND
}
