package org.reelbench.cli;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that is one word of the command line: {@code reelbench NAME …}.
 * <p>
 * Called once in a process, on its main thread.
 *
 * <pre>{@code
 * @Component
 * public final class Hello implements Subcommand {
 *     public String name() { return "hello"; }
 *     public String summary() { return "greets"; }
 *     public String usage() { return "hello [NAME]"; }
 *     public int run(List<String> arguments, Console console) { console.out().println("Hello"); return ExitCode.OK; }
 * }
 * }</pre>
 */
@ConsumerType
public interface Subcommand {

    /**
     * The service property that makes it a word of another subcommand instead of the command line:
     * {@code @Component(property = Subcommand.UNDER + "=plugin")} is called as {@code reelbench plugin NAME …}. Only {@code plugin}
     * takes such words.
     */
    String UNDER = "reelbench.under";

    /**
     * Returns the word.
     *
     * @return the name, lower case
     */
    String name();

    /**
     * Returns what it does, in a few words.
     *
     * @return the summary shown by {@code help}
     */
    String summary();

    /**
     * Returns how it is called, and what its options mean.
     *
     * @return one or more lines, beginning with the name, and with the word it is under before that
     */
    String usage();

    /**
     * Runs the subcommand.
     *
     * @param arguments what follows the name
     * @param console what to talk to
     * @return one of {@link ExitCode}
     * @throws CommandException to end with one line and an exit code
     */
    int run(List<String> arguments, Console console) throws CommandException;
}
