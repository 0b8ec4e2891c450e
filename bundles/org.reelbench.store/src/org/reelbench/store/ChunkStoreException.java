package org.reelbench.store;

import java.io.IOException;

/** Says why a store refuses: a reason for programs, a message for people. */
public class ChunkStoreException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why, for programs. */
    public enum Reason {
        /** The chunk is larger than the quota, or than what can be evicted for it. Deleting something helps. */
        FULL,
        /** The bytes of a chunk are not those that were put; the chunk is gone now and can be put again. */
        CORRUPT,
        /** Another program, or another part of this one, has the store open. */
        IN_USE,
        /** The store is closed. */
        CLOSED,
        /** Nobody opens stores of this kind: the plug-in that does is not installed, or was just removed. */
        NO_PROVIDER,
        /** The number of bytes is not what was announced; nothing was stored. */
        WRONG_SIZE,
        /** A part of a larger whole is not in the store any more. */
        INCOMPLETE
    }

    private final Reason reason;

    /**
     * Creates the exception.
     *
     * @param reason why
     * @param message what happened and what to do, beginning with the chunk or the store
     */
    public ChunkStoreException(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param reason why
     * @param message what happened and what to do, beginning with the chunk or the store
     * @param cause the cause, or null
     */
    public ChunkStoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Returns why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
