package org.reelbench.media;

/** Which of a layer's pictures are two fields woven into one, and which field was taken first. */
public enum Fields {
    /** What each frame says of itself. */
    AS_FLAGGED,
    /** None, whatever frames say. */
    NONE,
    /** All; the upper lines come first. */
    TOP_FIRST,
    /** All; the lower lines come first. */
    BOTTOM_FIRST
}
