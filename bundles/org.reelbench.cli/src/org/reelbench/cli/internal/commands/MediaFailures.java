package org.reelbench.cli.internal.commands;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.MediaException;

/** Media errors as the end of a command. */
final class MediaFailures {

    private MediaFailures() {
    }

    static CommandException of(MediaException e) {
        int code = switch (e.reason()) {
        case MISSING, UNREADABLE, EMPTY, NOT_MEDIA, NO_STREAM, DAMAGED, NO_DECODER -> ExitCode.INPUT;
        case DISK_FULL, UNWRITABLE -> ExitCode.OUTPUT;
        case UNSUPPORTED -> ExitCode.NOT_AVAILABLE;
        case NO_ENCODER, EFFECT -> ExitCode.FAILED;
        };
        return new CommandException(code, e.getMessage(), e);
    }
}
