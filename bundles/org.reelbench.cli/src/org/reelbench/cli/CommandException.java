package org.reelbench.cli;

/** Ends a subcommand with one line for people and an exit code for programs. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * Creates the exception.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message one line: the file or the option, what is wrong, what to do
     */
    public CommandException(int exitCode, String message) {
        this(exitCode, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message one line: the file or the option, what is wrong, what to do
     * @param cause the cause, or null
     */
    public CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /**
     * Returns the exit code.
     *
     * @return one of {@link ExitCode}
     */
    public int exitCode() {
        return exitCode;
    }
}
