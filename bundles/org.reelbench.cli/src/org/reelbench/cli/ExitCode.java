package org.reelbench.cli;

/** What the process tells its caller when it ends. */
public final class ExitCode {

    /** All went well. */
    public static final int OK = 0;

    /** The work could not be done; the message says why. */
    public static final int FAILED = 1;

    /** The command was not understood. */
    public static final int USAGE = 2;

    /** An input file is missing, unreadable or broken. */
    public static final int INPUT = 3;

    /** The output could not be written, for example because the disk is full. */
    public static final int OUTPUT = 4;

    /** A feature is not available in this version or on this machine. */
    public static final int NOT_AVAILABLE = 5;

    /** A defect of the program. */
    public static final int DEFECT = 70;

    /** Cancelled by the user. */
    public static final int CANCELLED = 130;

    private ExitCode() {
    }
}
