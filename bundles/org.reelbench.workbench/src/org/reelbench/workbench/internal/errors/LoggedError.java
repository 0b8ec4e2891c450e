package org.reelbench.workbench.internal.errors;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Something that went wrong.
 *
 * @param time when
 * @param severity how bad it was
 * @param message what, as one line for people
 * @param details everything that is known: the whole message, what it is about, and where in the program it was
 */
record LoggedError(Instant time, Severity severity, String message, String details) {

    private static final int MESSAGE_CHARACTERS = 400;

    /** How bad it was. */
    enum Severity {

        /** Something did not happen that should have. */
        ERROR("Error", "error"),
        /** Something happened in another way than was asked for. */
        WARNING("Warning", "warning"),
        /** Something worth knowing. */
        NOTE("Note", "note");

        private final String label;
        private final String icon;

        Severity(String label, String icon) {
            this.label = label;
            this.icon = icon;
        }

        String label() {
            return label;
        }

        String icon() {
            return icon;
        }
    }

    static LoggedError of(IStatus status, Instant time) {
        String whole = status.getMessage() == null ? "" : status.getMessage().strip();
        String text = whole.isEmpty() && status.getException() != null ? String.valueOf(status.getException()) : whole;
        String line = text.lines().findFirst().orElse("");
        String message = line.length() > MESSAGE_CHARACTERS ? line.substring(0, MESSAGE_CHARACTERS) + "…" : line;
        StringBuilder details = new StringBuilder();
        describe(status, "", details);
        return new LoggedError(time, severity(status), message, details.toString());
    }

    private static Severity severity(IStatus status) {
        return switch (status.getSeverity()) {
        case IStatus.ERROR -> Severity.ERROR;
        case IStatus.WARNING, IStatus.CANCEL -> Severity.WARNING;
        default -> Severity.NOTE;
        };
    }

    private static void describe(IStatus status, String indent, StringBuilder to) {
        to.append(indent).append(status.getMessage()).append('\n');
        for (IStatus part : status.getChildren()) {
            describe(part, indent + "  ", to);
        }
        if (status.getException() != null) {
            to.append('\n').append(stackTrace(status.getException()));
        }
    }

    private static String stackTrace(@Nullable Throwable cause) {
        StringWriter text = new StringWriter();
        if (cause != null) {
            cause.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
