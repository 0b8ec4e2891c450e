package org.reelbench.interchange;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A timeline file that cannot be read. The message names the file, the line, the thing and what to do:
 * {@code film.otio, line 14: track 'V1' clip 'Beach': "rate" must be a number above 0, not "x". …}
 * <p>
 * Reading the same file again fails again.
 */
public final class TimelineFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The file as it was given; not kept when the exception is sent elsewhere. */
    private final transient Path file;
    /** The line, from one; zero for the whole file. */
    private final int line;

    /**
     * Creates the exception.
     *
     * @param file the file
     * @param line the line, from one; zero if the problem is with the whole file
     * @param problem what is wrong, without a full stop
     * @param remedy what a person can do, a sentence
     * @param cause the exception behind it, or null
     */
    public TimelineFormatException(Path file, int line, String problem, String remedy, @Nullable Throwable cause) {
        super(file.getFileName() + (line > 0 ? ", line " + line : "") + ": " + problem + ". " + remedy, cause);
        this.file = file;
        this.line = line;
    }

    /**
     * Returns the file.
     *
     * @return its path as it was given
     */
    public Path file() {
        return file;
    }

    /**
     * Returns the line.
     *
     * @return the line, from one; zero if the problem is with the whole file
     */
    public int line() {
        return line;
    }
}
