package org.reelbench.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine commandLine = new CommandLine(Map.of("launcher.arguments", new String[0]));

    /** What a subcommand does. */
    private interface Action {
        int run(List<String> arguments) throws CommandException;
    }

    @BeforeEach
    void addCommands() {
        add("count", List::size);
        add("refuse", arguments -> {
            throw new CommandException(ExitCode.INPUT, "film.mp4: it is broken");
        });
        add("leave", arguments -> {
            throw new CancelledException();
        });
        add("crash", arguments -> {
            throw new IllegalStateException("oops");
        });
    }

    @Test
    void theWordPicksTheSubcommand() {
        assertEquals(2, run("count", "a", "b"));
    }

    @Test
    void failuresBecomeOneLineAndAnExitCode() {
        assertEquals(ExitCode.INPUT, run("refuse"));
        assertEquals("reelbench refuse: film.mp4: it is broken\n", err.toString());
        assertEquals(ExitCode.CANCELLED, run("leave"));
        assertEquals(ExitCode.DEFECT, run("crash"));
        assertEquals(ExitCode.USAGE, run("cook"));
        assertEquals(4, err.toString().lines().count());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void helpListsAndExplains() {
        assertEquals(ExitCode.OK, run("help"));
        assertTrue(out.toString().contains("  count    counts"), out.toString());
        out.reset();
        assertEquals(ExitCode.OK, run("count", "--help"));
        assertTrue(out.toString().startsWith("Usage: reelbench count THING…"), out.toString());
        assertEquals(ExitCode.USAGE, run("help", "cook"));
    }

    @Test
    void aSubcommandThatLeftIsUnknown() {
        Subcommand passing = command("passing", arguments -> 0);
        commandLine.addSubcommand(passing);
        assertEquals(0, run("passing"));
        commandLine.removeSubcommand(passing);
        assertEquals(ExitCode.USAGE, run("passing"));
    }

    private int run(String... words) {
        return commandLine.run(List.of(words),
                new Console(new PrintStream(out), new PrintStream(err), false, Path.of(""), new Cancellation()));
    }

    private void add(String name, Action action) {
        commandLine.addSubcommand(command(name, action));
    }

    private static Subcommand command(String name, Action action) {
        return new Subcommand() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String summary() {
                return name + "s";
            }

            @Override
            public String usage() {
                return name + " THING…";
            }

            @Override
            public int run(List<String> arguments, Console console) throws CommandException {
                return action.run(arguments);
            }
        };
    }
}
