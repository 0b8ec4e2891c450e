package org.reelbench.sdk.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;

/** {@code reelbench plugin new}: writes a project to begin with. */
@Component(service = Subcommand.class, property = Subcommand.UNDER + "=plugin")
public final class NewPluginCommand implements Subcommand {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)+");

    private final Bundle own;

    /**
     * Creates the command.
     *
     * @param context this bundle's
     */
    @Activate
    public NewPluginCommand(BundleContext context) {
        own = context.getBundle();
    }

    @Override
    public String name() {
        return "new";
    }

    @Override
    public String summary() {
        return "writes a project for a new plug-in";
    }

    @Override
    public String usage() {
        return """
                plugin new ID [--kind KIND] [--tycho] [--dir FOLDER]
                  writes a project into the folder ID: one service, its manifest, a test, a pom.xml. It is built by
                  'plugin build' with this program and a JDK alone, or by Maven.
                  ID       its name, which says whose it is: org.example.glow
                  --kind   what the service is: %s (without it: effect)
                  --tycho  the pom.xml and the target platform are for Tycho and the p2 site that REELBENCH_SITE names
                  --dir    where the project's folder is made (without it: here)""".formatted(Kind.words());
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        String kindWord = arguments.value("--kind").orElse(Kind.EFFECT.word());
        Builder builder = arguments.flag("--tycho") ? Builder.TYCHO : Builder.MAVEN;
        Path parent = console.file(arguments.value("--dir").orElse(""));
        String id = arguments.rest(1, 1).getFirst();
        Kind kind = Arrays.stream(Kind.values()).filter(each -> each.word().equals(kindWord)).findFirst()
                .orElseThrow(() -> arguments.usage("the kind '" + kindWord + "' is none of " + Kind.words()));
        if (!ID.matcher(id).matches()) {
            throw arguments.usage("'" + id + "' is no id like org.example.glow: lower-case words with points between");
        }
        Path folder = parent.resolve(id);
        if (Files.exists(folder)) {
            throw new CommandException(ExitCode.OUTPUT, folder + " is there already; give another id, or delete it");
        }
        try {
            Templates.write(folder, id, kind, builder, Templates.version(own.getVersion()), Program.of(own).folder());
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, "the project cannot be written: " + e.getMessage(), e);
        }
        console.out().println(folder + " is there; next: reelbench plugin build " + id + ", then plugin test " + id);
        return ExitCode.OK;
    }
}
