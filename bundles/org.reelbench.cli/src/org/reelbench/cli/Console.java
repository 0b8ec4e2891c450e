package org.reelbench.cli;

import java.io.PrintStream;
import java.nio.file.Path;

import org.reelbench.media.Cancellation;

/**
 * What a subcommand talks to.
 *
 * @param out takes results
 * @param err takes messages
 * @param terminal true if a person sees {@code out} as it comes
 * @param workingFolder what relative paths are counted from
 * @param cancellation cancelled when the user interrupts the program
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, Path workingFolder, Cancellation cancellation) {

    /**
     * Returns the file that an argument names.
     *
     * @param argument an absolute path or one from the working folder
     * @return the path
     */
    public Path file(String argument) {
        return workingFolder.resolve(argument).normalize();
    }
}
