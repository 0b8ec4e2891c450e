package org.reelbench.cli.internal.settings;

/** A setting that cannot be taken; the message is one line for people. */
public final class SettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
