package org.reelbench.encoding.internal.segment;

/** Says what is wrong with a segment, so that it is neither kept nor served. */
public final class DamagedSegment extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, in a few words
     */
    public DamagedSegment(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what is wrong, in a few words
     * @param cause the cause
     */
    public DamagedSegment(String message, Throwable cause) {
        super(message, cause);
    }
}
