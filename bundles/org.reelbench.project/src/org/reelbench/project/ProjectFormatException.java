package org.reelbench.project;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A file that is no project this version can read. The message names the file, the line, the thing and what to do:
 * {@code film.reel, line 14: track 'V1' clip 'c3': "durationFrames" must be a whole number above 0, not "x". …}
 * <p>
 * Reading the same file again fails again. Nothing was changed.
 */
public final class ProjectFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The file as it was given; not kept when the exception is sent elsewhere. */
    private final transient Path file;
    /** The line, from one; zero for the whole file. */
    private final int line;
    /** The character in the line, from one; zero for the whole file. */
    private final int column;

    /**
     * Creates the exception.
     *
     * @param file the file
     * @param line the line, from one; zero if the problem is with the whole file
     * @param column the character in the line, from one; zero if the problem is with the whole file
     * @param problem what is wrong, without a full stop
     * @param remedy what a person can do, a sentence
     * @param cause the exception behind it, or null
     */
    public ProjectFormatException(Path file, int line, int column, String problem, String remedy, @Nullable Throwable cause) {
        super(file.getFileName() + (line > 0 ? ", line " + line : "") + ": " + problem + ". " + remedy, cause);
        this.file = file;
        this.line = line;
        this.column = column;
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

    /**
     * Returns the place in the line.
     *
     * @return the character, from one; zero if the problem is with the whole file
     */
    public int column() {
        return column;
    }
}
