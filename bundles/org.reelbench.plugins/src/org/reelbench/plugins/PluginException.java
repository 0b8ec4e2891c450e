package org.reelbench.plugins;

/** A plug-in cannot be installed, replaced or removed; the message says which, why, and what to do. */
public final class PluginException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The file is missing, unreadable, damaged, too large or no plug-in. */
        FILE,
        /** A signature is missing, broken, or of somebody who is not trusted. */
        SIGNATURE,
        /** The plug-in is there already, or a part of the program has its name. */
        DUPLICATE,
        /** It needs something that is not there. */
        UNRESOLVED,
        /** Its own code failed or did not return. */
        CODE,
        /** There is no such plug-in or version. */
        UNKNOWN,
        /** The folder of plug-ins cannot be written. */
        FOLDER
    }

    private final Reason reason;

    /**
     * Creates the exception.
     *
     * @param reason why
     * @param message one line: what, why, what to do
     * @param cause the cause, or null
     */
    public PluginException(Reason reason, String message, Throwable cause) {
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
