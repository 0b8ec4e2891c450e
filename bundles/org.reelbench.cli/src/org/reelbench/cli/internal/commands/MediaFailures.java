package org.reelbench.cli.internal.commands;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.MediaException;

/** Media errors as the end of a command. */
public final class MediaFailures {

    private MediaFailures() {
    }

    /** Ends the command for a medium that could not be read or made. */
    public static CommandException of(MediaException e) {
        int code = switch (e.reason()) {
        case MISSING, UNREADABLE, NOT_ALLOWED, CHANGED, EMPTY, NOT_MEDIA, NO_STREAM, DAMAGED, NO_DECODER -> ExitCode.INPUT;
        case DISK_FULL, UNWRITABLE -> ExitCode.OUTPUT;
        case UNSUPPORTED -> ExitCode.NOT_AVAILABLE;
        case NO_ENCODER, EFFECT -> ExitCode.FAILED;
        };
        return new CommandException(code, e.getMessage(), e);
    }
}
