package org.reelbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the arguments of a subcommand: options with and without values, in any order, and the rest.
 * <p>
 * One thread. Options are taken out one after the other; {@link #rest} complains about what nobody took.
 */
public final class Arguments {

    private final Subcommand command;
    private final List<String> left;

    /**
     * Creates the reader.
     *
     * @param command the subcommand, named in complaints
     * @param arguments its arguments
     */
    public Arguments(Subcommand command, List<String> arguments) {
        this.command = command;
        this.left = new ArrayList<>(arguments);
    }

    /**
     * An option as it was given.
     *
     * @param name the option's name
     * @param value its value
     */
    public record Option(String name, String value) {
    }

    /**
     * Takes an option without value.
     *
     * @param name the option, with its dashes
     * @return true if it was given
     */
    public boolean flag(String name) {
        int end = endOfOptions();
        return left.subList(0, end).remove(name);
    }

    /**
     * Takes an option with one value.
     *
     * @param names the option's names, with their dashes
     * @return the value, or empty if the option was not given
     * @throws CommandException if the value is missing or the option was given twice
     */
    public Optional<String> value(String... names) throws CommandException {
        List<Option> found = values(names);
        if (found.size() > 1) {
            throw usage(names[0] + " was given twice");
        }
        return found.stream().findFirst().map(Option::value);
    }

    /**
     * Takes options that may be given several times.
     *
     * @param names the options' names, with their dashes
     * @return the options in the order they were given
     * @throws CommandException if a value is missing
     */
    public List<Option> values(String... names) throws CommandException {
        List<Option> found = new ArrayList<>();
        for (int i = 0; i < endOfOptions();) {
            String word = left.get(i);
            if (!List.of(names).contains(word)) {
                i++;
                continue;
            }
            if (i + 1 >= left.size()) {
                throw usage(word + " needs a value");
            }
            left.remove(i);
            found.add(new Option(word, left.remove(i)));
        }
        return found;
    }

    /**
     * Takes an option with two values.
     *
     * @param name the option, with its dashes
     * @return the two values, or an empty list if the option was not given
     * @throws CommandException if a value is missing
     */
    public List<String> pair(String name) throws CommandException {
        int at = left.subList(0, endOfOptions()).indexOf(name);
        if (at < 0) {
            return List.of();
        }
        if (at + 2 >= left.size()) {
            throw usage(name + " needs two values");
        }
        left.remove(at);
        return List.of(left.remove(at), left.remove(at));
    }

    /**
     * Takes what is left: file names and the like.
     *
     * @param minimum how many there must be
     * @param maximum how many there may be
     * @return the arguments
     * @throws CommandException if an option is left that nobody knows, or the number does not fit
     */
    public List<String> rest(int minimum, int maximum) throws CommandException {
        int end = endOfOptions();
        for (String word : left.subList(0, end)) {
            if (word.startsWith("--") || word.length() == 2 && word.startsWith("-")) {
                throw usage("there is no option " + word);
            }
        }
        if (end < left.size()) {
            left.remove(end);
        }
        if (left.size() < minimum) {
            throw usage("something is missing");
        }
        if (left.size() > maximum) {
            throw usage("'" + left.get(maximum) + "' is one too many");
        }
        return List.copyOf(left);
    }

    /**
     * Makes the complaint about a wrong call.
     *
     * @param complaint what is wrong
     * @return the exception to throw
     */
    public CommandException usage(String complaint) {
        return new CommandException(ExitCode.USAGE,
                complaint + "; usage: reelbench " + command.usage().lines().findFirst().orElse(""));
    }

    /** Everything after {@code --} is a file name, whatever it looks like. */
    private int endOfOptions() {
        int dashes = left.indexOf("--");
        return dashes < 0 ? left.size() : dashes;
    }
}
