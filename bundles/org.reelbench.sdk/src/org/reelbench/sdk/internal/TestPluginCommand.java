package org.reelbench.sdk.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.sdk.internal.Contracts.Sentence;
import org.reelbench.sdk.internal.PluginProject.BuildException;

/** {@code reelbench plugin test}: starts a bundle in this process alone, and holds what it brings against the contracts. */
@Component(service = Subcommand.class, property = Subcommand.UNDER + "=plugin")
public final class TestPluginCommand implements Subcommand {

    private static final long SEED = 1;
    private static final int CASES = 20;

    private final BundleContext context;

    /**
     * Creates the command.
     *
     * @param context this bundle's
     */
    @Activate
    public TestPluginCommand(BundleContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String summary() {
        return "holds a plug-in against the contracts of what it brings";
    }

    @Override
    public String usage() {
        return """
                plugin test [FOLDER | FILE …] [--cases N] [--seed N] [--sample FILE]
                  starts each bundle in this process alone and checks every service it brings against the contract of its
                  kind; exit code 1 if one does not keep to it
                  FOLDER    a project that is built (without any: this folder); FILE: any bundle
                  --cases   how many random cases of each kind (without it: 20)
                  --seed    where they begin (without it: 1)
                  --sample  a file that a format of timelines can read""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        int cases = (int) number(arguments, "--cases", CASES);
        long seed = number(arguments, "--seed", SEED);
        Optional<Path> sample = arguments.value("--sample").map(console::file);
        List<String> rest = arguments.rest(0, Integer.MAX_VALUE);
        Contracts contracts = new Contracts(context, seed, cases, sample);
        int exitCode = ExitCode.OK;
        for (String named : rest.isEmpty() ? List.of("") : rest) {
            exitCode = Math.max(exitCode, tested(bundle(console.file(named)), contracts, console));
        }
        return exitCode;
    }

    private int tested(Path bundle, Contracts contracts, Console console) throws CommandException {
        try {
            Bundle started = context.installBundle(bundle.toUri().toString());
            try {
                started.start();
                return checked(started, contracts, console);
            } finally {
                started.uninstall();
            }
        } catch (BundleException e) {
            throw new CommandException(ExitCode.FAILED, reason(e, bundle), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.CANCELLED, "cancelled", e);
        }
    }

    private static long number(Arguments arguments, String option, long fallback) throws CommandException {
        String given = arguments.value(option).orElse(Long.toString(fallback));
        if (!given.matches("\\d{1,9}")) {
            throw arguments.usage(option + " needs a whole number, not '" + given + "'");
        }
        return Long.parseLong(given);
    }

    private static Path bundle(Path named) throws CommandException {
        try {
            Path bundle = Files.isDirectory(named) ? new PluginProject(named).bundle() : named;
            if (Files.isRegularFile(bundle)) {
                return bundle;
            }
            throw new CommandException(ExitCode.INPUT, bundle + ": there is no such file; 'plugin build' makes it");
        } catch (BuildException | IOException e) {
            throw new CommandException(ExitCode.INPUT, e.getMessage(), e);
        }
    }

    private static String reason(BundleException e, Path bundle) {
        return e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR
                ? bundle.getFileName() + " is installed as a plug-in; test it by 'reelbench --safe-mode plugin test'"
                : bundle.getFileName() + " does not start: " + e.getMessage();
    }

    private int checked(Bundle bundle, Contracts contracts, Console console) throws InterruptedException, CommandException {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        if (services == null) {
            boolean waits = bundle.findEntries("OSGI-INF", "*.xml", false) != null;
            throw waits
                    ? new CommandException(ExitCode.NOT_AVAILABLE, bundle.getSymbolicName()
                            + " started, but its components wait for"
                            + " services that this process does not have, such as the server's; see it in 'reelbench --dev'")
                    : new CommandException(ExitCode.FAILED, bundle.getSymbolicName()
                            + " brings no service: no class has @Component, or the manifest lacks Service-Component");
        }
        int failed = 0;
        for (ServiceReference<?> reference : services) {
            Object service = context.getService(reference);
            if (service == null) {
                console.out().println("FAILED  " + reference + ": the service cannot be made; the log says why");
                failed++;
                continue;
            }
            for (Sentence sentence : contracts.of(service)) {
                String failure = contracts.failure(sentence);
                console.out().println((failure.isEmpty() ? "ok      " : "FAILED  ") + service.getClass().getSimpleName() + ": "
                        + sentence.what() + (failure.isEmpty() ? "" : "\n        " + failure));
                failed += failure.isEmpty() ? 0 : 1;
            }
            context.ungetService(reference);
        }
        return failed == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
