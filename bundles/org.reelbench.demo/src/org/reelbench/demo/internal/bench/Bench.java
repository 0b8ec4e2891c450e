package org.reelbench.demo.internal.bench;

import java.util.List;

import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;

/** One bench of {@code reelbench bench}. */
public interface Bench {

    /**
     * Returns the word that chooses it.
     *
     * @return the name
     */
    String name();

    /**
     * Returns how it is called, and what it measures.
     *
     * @return lines without the word {@code bench}
     */
    String usage();

    /**
     * Measures.
     *
     * @param arguments its options; the bench takes what is left
     * @param words all words of the command line behind the program's own
     * @param console what to talk to
     * @return the exit code
     * @throws CommandException if it cannot measure
     */
    int run(Arguments arguments, List<String> words, Console console) throws CommandException;
}
