package org.reelbench.capture;

/** Says why nothing can be recorded, or why a recording ended, and what to do about it. */
public final class CaptureException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Reason {
        /** There is no such device, or none at all. */
        NO_DEVICE,
        /** Another program holds the device. */
        BUSY,
        /** This user may not use the device. */
        NO_PERMISSION,
        /** This session does not let it be recorded: Wayland, locked, remote, or no screen at all. */
        NOT_AVAILABLE,
        /** The device does not deliver what was asked for. */
        UNSUPPORTED,
        /** The device was unplugged, or fell silent. */
        LOST,
        /** No encoder is there, or it failed. */
        NO_ENCODER,
        /** The disk is full, or nearly. */
        DISK_FULL,
        /** The file cannot be written. */
        UNWRITABLE,
        /** The file is no recording that can be recovered. */
        NOT_RECOVERABLE
    }

    private final Reason reason;

    /**
     * Creates the exception.
     *
     * @param reason what went wrong
     * @param message whose device or file it is, what happened and what to do, one sentence
     */
    public CaptureException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /**
     * Creates the exception with its cause.
     *
     * @param reason what went wrong
     * @param message whose device or file it is, what happened and what to do, one sentence
     * @param cause the cause
     */
    public CaptureException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Returns what went wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
