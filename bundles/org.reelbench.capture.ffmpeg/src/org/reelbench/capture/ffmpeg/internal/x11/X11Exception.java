package org.reelbench.capture.ffmpeg.internal.x11;

import java.io.IOException;

/** Something that an X server did not do. */
public final class X11Exception extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** Nobody answers there. */
        NO_SERVER,
        /** The server does not let this user in. */
        NO_PERMISSION,
        /** What the request named is gone, such as a closed window. */
        GONE,
        /** The connection broke, or an answer makes no sense. */
        BROKEN
    }

    private final Reason reason;

    /**
     * Creates the exception.
     *
     * @param reason why
     * @param message what, for people
     */
    public X11Exception(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param reason why
     * @param message what, for people
     * @param cause the cause, or null
     */
    public X11Exception(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Returns why it was not done.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
