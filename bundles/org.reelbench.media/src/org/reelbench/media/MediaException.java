package org.reelbench.media;

/**
 * Says why a medium could not be read, composed or written: a reason for programs, a message with the medium's name and the
 * remedy for people.
 */
public class MediaException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Reason {
        /** There is no such file. */
        MISSING,
        /** The bytes cannot be read: permissions, a folder, a broken disk. */
        UNREADABLE,
        /** The address is of a host that is not allowed, or of no kind that is opened. */
        NOT_ALLOWED,
        /** The bytes are others than those that reading began with. Opening the medium again reads the new ones. */
        CHANGED,
        /** The file holds no byte. */
        EMPTY,
        /** The bytes are no medium of a supported container. */
        NOT_MEDIA,
        /** The medium has no stream of the kind asked for. */
        NO_STREAM,
        /** The medium is cut short or damaged. */
        DAMAGED,
        /** No decoder for a stream's codec is installed. */
        NO_DECODER,
        /** No encoder of that name is installed, or it refuses the parameters. */
        NO_ENCODER,
        /** An effect is not installed or refuses its parameters. */
        EFFECT,
        /** The target's disk is full. */
        DISK_FULL,
        /** The target cannot be written for another reason. */
        UNWRITABLE,
        /** Something is not supported by this version. */
        UNSUPPORTED
    }

    private final Reason reason;
    private final String medium;
    private final String explanation;

    /**
     * Creates the exception.
     *
     * @param reason what went wrong
     * @param medium the name of the medium, shown first
     * @param explanation what happened and what to do, one sentence
     */
    public MediaException(Reason reason, String medium, String explanation) {
        this(reason, medium, explanation, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param reason what went wrong
     * @param medium the name of the medium, shown first
     * @param explanation what happened and what to do, one sentence
     * @param cause the cause, or null
     */
    public MediaException(Reason reason, String medium, String explanation, Throwable cause) {
        super(medium.isEmpty() ? explanation : medium + ": " + explanation, cause);
        this.reason = reason;
        this.medium = medium;
        this.explanation = explanation;
    }

    /**
     * Returns what went wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the medium's name.
     *
     * @return the name, or an empty text
     */
    public String medium() {
        return medium;
    }

    /**
     * Returns the message without the medium's name.
     *
     * @return what happened and what to do
     */
    public String explanation() {
        return explanation;
    }
}
