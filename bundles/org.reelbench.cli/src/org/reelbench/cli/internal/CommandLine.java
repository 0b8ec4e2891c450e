package org.reelbench.cli.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.plugins.Plugins;
import org.reelbench.settings.ProgramSettings;
import org.reelbench.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main program inside the framework: picks the subcommand and turns what it throws into one line and an exit code. */
@Component(service = Callable.class, property = "main.thread:Boolean=true")
public final class CommandLine implements Callable<Integer>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLine.class);

    private final List<String> arguments;
    private final List<Subcommand> subcommands = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private volatile @Nullable Plugins plugins;
    private volatile @Nullable ProgramSettings settings;

    /**
     * Creates the program.
     *
     * @param launch the properties of the launcher's service, which hold the arguments
     */
    @Activate
    public CommandLine(@Reference(service = Object.class, target = "(launcher.arguments=*)") Map<String, Object> launch) {
        arguments = List.of((String[]) launch.get("launcher.arguments"));
    }

    /** Cancels what runs: the user has interrupted the program, or it is being stopped. */
    @Deactivate
    @Override
    public void close() {
        cancellation.cancel();
    }

    /**
     * Adds a word to the language.
     *
     * @param subcommand the subcommand
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = "(!(" + Subcommand.UNDER
            + "=*))")
    public void addSubcommand(Subcommand subcommand) {
        subcommands.add(subcommand);
    }

    /**
     * Takes a word out of the language.
     *
     * @param subcommand the subcommand
     */
    public void removeSubcommand(Subcommand subcommand) {
        subcommands.remove(subcommand);
    }

    /** Somebody may have set something. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setSettings(ProgramSettings service) {
        settings = service;
    }

    /** Settings cannot be read any more. */
    public void unsetSettings(ProgramSettings service) {
        if (settings == service) {
            settings = null;
        }
    }

    /** Plug-ins may bring words. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setPlugins(Plugins service) {
        plugins = service;
    }

    /** Plug-ins have gone. */
    public void unsetPlugins(Plugins service) {
        if (plugins == service) {
            plugins = null;
        }
    }

    private void lookForPlugins() {
        Plugins service = plugins;
        try {
            if (service != null) {
                service.look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancellation.cancel();
        }
    }

    @Override
    public Integer call() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean terminal = System.console() != null && System.console().isTerminal();
        Path folder = Path.of(System.getProperty("reelbench.cwd", "")).toAbsolutePath();
        return run(arguments, new Console(out, err, terminal, folder, cancellation));
    }

    int run(List<String> words, Console console) {
        ProgramSettings given = settings;
        try {
            if (given != null) {
                given.apply();
            }
        } catch (SettingsException e) {
            console.err().println("reelbench: " + e.getMessage());
            return ExitCode.USAGE;
        }
        lookForPlugins();
        if (words.isEmpty() || words.getFirst().equals("help") || words.getFirst().equals("--help")) {
            return help(words.stream().skip(1).toList(), console);
        }
        String name = words.getFirst();
        Subcommand subcommand = subcommands.stream().filter(s -> s.name().equals(name)).findFirst().orElse(null);
        if (subcommand == null) {
            console.err().println("reelbench: there is no command '" + name + "'; 'reelbench help' lists them");
            return ExitCode.USAGE;
        }
        List<String> rest = words.subList(1, words.size());
        if (rest.contains("--help") && !rest.contains("--")) {
            return Help.print(name, sorted(), console);
        }
        return run(subcommand, rest, console);
    }

    private int help(List<String> topic, Console console) {
        if (!topic.isEmpty() && topic.getFirst().equals("commands")) {
            console.out().print(topic.contains("--markdown") ? EditCommandHelp.markdown() : EditCommandHelp.text());
            return ExitCode.OK;
        }
        return Help.print(topic.stream().findFirst().orElse(""), sorted(), console);
    }

    private static int run(Subcommand subcommand, List<String> rest, Console console) {
        try {
            return subcommand.run(rest, console);
        } catch (CommandException e) {
            console.err().println("reelbench " + subcommand.name() + ": " + e.getMessage());
            return e.exitCode();
        } catch (CancelledException e) {
            console.err().println("reelbench " + subcommand.name() + ": cancelled");
            return ExitCode.CANCELLED;
        } catch (RuntimeException | LinkageError e) {
            // The trace goes to the log for us, one line goes to the person.
            LOG.error("{} failed", subcommand.name(), e);
            console.err().println("reelbench " + subcommand.name() + ": a defect of this program (" + e + "); please report it");
            return ExitCode.DEFECT;
        }
    }

    private List<Subcommand> sorted() {
        return subcommands.stream().sorted(Comparator.comparing(Subcommand::name)).toList();
    }
}
