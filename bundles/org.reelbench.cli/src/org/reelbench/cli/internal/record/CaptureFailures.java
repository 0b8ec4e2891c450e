package org.reelbench.cli.internal.record;

import org.reelbench.capture.CaptureException;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;

/** What keeps a recorder from recording as the end of a command. */
final class CaptureFailures {

    private CaptureFailures() {
    }

    /** Ends the command. */
    static CommandException of(CaptureException e) {
        return new CommandException(code(e.reason()), e.getMessage(), e);
    }

    static int code(CaptureException.Reason reason) {
        return switch (reason) {
        case NO_DEVICE, BUSY, NO_PERMISSION, LOST, UNSUPPORTED, NOT_RECOVERABLE -> ExitCode.INPUT;
        case DISK_FULL, UNWRITABLE -> ExitCode.OUTPUT;
        case NOT_AVAILABLE -> ExitCode.NOT_AVAILABLE;
        case NO_ENCODER -> ExitCode.FAILED;
        };
    }
}
