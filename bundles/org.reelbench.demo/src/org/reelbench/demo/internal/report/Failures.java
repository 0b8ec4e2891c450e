package org.reelbench.demo.internal.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.encoding.ExportException;
import org.reelbench.media.MediaException;

/** Failures as the end of a command: one line and an exit code. */
public final class Failures {

    private Failures() {
    }

    /**
     * Ends the command for a medium that could not be made or read.
     *
     * @param e what happened
     * @return the exception to throw
     */
    public static CommandException of(MediaException e) {
        int code = switch (e.reason()) {
        case MISSING, UNREADABLE, NOT_ALLOWED, CHANGED, EMPTY, NOT_MEDIA, NO_STREAM, DAMAGED, NO_DECODER -> ExitCode.INPUT;
        case DISK_FULL, UNWRITABLE -> ExitCode.OUTPUT;
        case NO_ENCODER, UNSUPPORTED -> ExitCode.NOT_AVAILABLE;
        case EFFECT -> ExitCode.FAILED;
        };
        return new CommandException(code, e.getMessage(), e);
    }

    /**
     * Ends the command for an export without film.
     *
     * @param e what happened
     * @return the exception to throw
     */
    public static CommandException of(ExportException e) {
        int code = switch (e.reason()) {
        case CANCELLED -> ExitCode.CANCELLED;
        case SOURCE -> ExitCode.INPUT;
        case DISK_FULL, TARGET -> ExitCode.OUTPUT;
        case ENCODER, NOT_VERIFIED -> ExitCode.FAILED;
        };
        return new CommandException(code, e.getMessage(), e);
    }

    /**
     * Ends the command for a file or folder that could not be written.
     *
     * @param file the file or folder
     * @param e what happened
     * @return the exception to throw
     */
    public static CommandException of(Path file, IOException e) {
        return new CommandException(ExitCode.OUTPUT, file + ": it cannot be written (" + reason(e)
                + "); free some space, check the permissions, or name another folder", e);
    }

    /** The system's own words where there are any: the message of most exceptions is the file's name alone. */
    private static String reason(IOException e) {
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return e instanceof FileSystemException
                ? e.getClass().getSimpleName().replace("Exception", "")
                : String.valueOf(e.getMessage());
    }
}
