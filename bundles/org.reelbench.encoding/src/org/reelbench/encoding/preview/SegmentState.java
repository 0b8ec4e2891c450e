package org.reelbench.encoding.preview;

/** How far a segment is. */
public enum SegmentState {

    /** Nobody works on it yet. */
    PENDING,

    /** It is being encoded; what there is of it can be read. */
    ENCODING,

    /** It is whole and was checked. */
    READY,

    /** It could not be made; the status says why. It is tried again after some seconds if it is still wanted. */
    FAILED
}
