package org.reelbench.media;

/** Thrown out of a long call whose {@link Cancellation} was cancelled; nothing is wrong, the result is just not wanted. */
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public CancelledException() {
        super("cancelled");
    }
}
