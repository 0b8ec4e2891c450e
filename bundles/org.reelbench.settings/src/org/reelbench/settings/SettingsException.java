package org.reelbench.settings;

/**
 * A setting that cannot be taken or kept; the message is one line for people, which names the place.
 */
public final class SettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message one line for people
     */
    public SettingsException(String message) {
        super(message);
    }
}
