package org.reelbench.encoding;

/** Says why an export made no file: a reason for programs, a message with clip and time or file for people. */
public final class ExportException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why there is no file. */
    public enum Reason {
        /** Somebody cancelled. */
        CANCELLED,
        /** Media are missing, or a clip could not be rendered. */
        SOURCE,
        /** The target's disk is full. */
        DISK_FULL,
        /** The target could not be written for another reason. */
        TARGET,
        /** No encoder of the preset is installed or one failed. */
        ENCODER,
        /** The film was written, but it is not what was composed. */
        NOT_VERIFIED
    }

    private final Reason reason;

    /**
     * Creates the exception.
     *
     * @param reason why there is no file
     * @param message what happened and what to do
     * @param cause the cause, or null
     */
    public ExportException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Returns why there is no file.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
