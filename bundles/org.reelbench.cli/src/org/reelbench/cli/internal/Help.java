package org.reelbench.cli.internal;

import java.util.List;

import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;

/** Prints what the command line can do. */
final class Help {

    private Help() {
    }

    static int print(String name, List<Subcommand> subcommands, Console console) {
        if (name.isEmpty()) {
            console.out().println("Usage: reelbench COMMAND …\n\nCommands:");
            for (Subcommand subcommand : subcommands) {
                console.out().printf("  %-8s %s%n", subcommand.name(), subcommand.summary());
            }
            console.out().println(
                    "\n'reelbench --safe-mode COMMAND' starts no plug-in, 'reelbench --dev FOLDER COMMAND' also those worked on there."
                            + "\n'reelbench help COMMAND' explains one, 'reelbench help commands' the edits of scripts.\nExit codes:"
                            + " 0 done, 1 failed, 2 wrong usage, 3 input missing or broken,\n4 output not writable or disk full,"
                            + " 5 not available, 70 defect, 130 cancelled.");
            return ExitCode.OK;
        }
        for (Subcommand subcommand : subcommands) {
            if (subcommand.name().equals(name)) {
                console.out().println(
                        "Usage: reelbench " + subcommand.usage() + "\n\n" + subcommand.name() + " " + subcommand.summary() + ".");
                return ExitCode.OK;
            }
        }
        console.err().println("reelbench help: there is no command '" + name + "'; 'reelbench help' lists them");
        return ExitCode.USAGE;
    }
}
