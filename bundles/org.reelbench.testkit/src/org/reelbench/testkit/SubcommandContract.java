package org.reelbench.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.Cancellation;

/**
 * What every subcommand keeps to: it says what it is, and a wrong call is an error for people that does nothing.
 * <p>
 * For one thread.
 */
public final class SubcommandContract implements Contract {

    private static final String UNKNOWN = "--nobody-knows-this-option";

    private final Subcommand subcommand;

    /**
     * Creates the contract of a subcommand.
     *
     * @param subcommand the subcommand
     */
    public SubcommandContract(Subcommand subcommand) {
        this.subcommand = subcommand;
    }

    @Override
    public List<ContractCase> cases() {
        return List.of(new ContractCase("the name is one word in lower case", this::name),
                new ContractCase("the summary is a few words on a line", this::summary),
                new ContractCase("the usage begins with the name", this::usage),
                new ContractCase("an option that nobody knows is a wrong call", this::unknownOption));
    }

    private void name() {
        String name = subcommand.name();
        Claims.holds(name.matches("[a-z][a-z0-9-]*"), "'" + name + "' is no word of lower-case letters");
        Claims.holds(!name.equals("help"), "'help' is the command line's own word");
        Claims.same(name, subcommand.name(), "the name, asked again,");
    }

    private void summary() {
        String summary = subcommand.summary();
        Claims.line(summary, "the summary");
        Claims.holds(summary.length() <= 100 && !summary.endsWith("."), "'" + summary + "' is no summary of a few words");
    }

    private void usage() {
        String usage = subcommand.usage();
        Claims.holds((usage + " ").replace('\n', ' ').startsWith(subcommand.name() + " "),
                "the usage begins otherwise: " + usage);
    }

    private void unknownOption() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, Path.of("").toAbsolutePath(), new Cancellation());
        CommandException refused = Claims.thrown(CommandException.class, () -> subcommand.run(List.of(UNKNOWN), console),
                "with the option " + UNKNOWN);
        Claims.same(ExitCode.USAGE, refused.exitCode(), "the exit code");
        Claims.line(refused.getMessage(), "the complaint");
        Claims.same("", out.toString(StandardCharsets.UTF_8), "what it wrote");
    }
}
