package org.reelbench.media;

/** Whether the colours of a layer's pictures were multiplied by their alpha; nothing to pictures without alpha. */
public enum Alpha {
    /** What each frame says of itself; one that says nothing is straight. */
    AS_FLAGGED,
    /** They were not, whatever frames say. */
    STRAIGHT,
    /** They were, whatever frames say. */
    PREMULTIPLIED
}
