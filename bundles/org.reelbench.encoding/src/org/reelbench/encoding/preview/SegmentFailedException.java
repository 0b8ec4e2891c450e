package org.reelbench.encoding.preview;

import java.io.IOException;

/** Says that a segment's bytes end here: it could not be made, or nobody makes it any more. Opening it again tries again. */
public class SegmentFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what happened, naming the clip where one is to blame
     */
    public SegmentFailedException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what happened
     * @param cause the cause
     */
    public SegmentFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
