package org.reelbench.sdk.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;

/** {@code reelbench plugin maven}: writes the program's bundles where Maven finds them. */
@Component(service = Subcommand.class, property = Subcommand.UNDER + "=plugin")
public final class MavenPluginCommand implements Subcommand {

    private final Bundle own;

    /**
     * Creates the command.
     *
     * @param context this bundle's
     */
    @Activate
    public MavenPluginCommand(BundleContext context) {
        own = context.getBundle();
    }

    @Override
    public String name() {
        return "maven";
    }

    @Override
    public String summary() {
        return "writes the program's bundles as a repository of Maven";
    }

    @Override
    public String usage() {
        return """
                plugin maven FOLDER
                  writes this program's bundles, a BOM of them and an archetype as a repository of Maven, for those who
                  build plug-ins with it
                  FOLDER   where: ~/.m2/repository for builds of this user alone""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Path folder = console.file(new Arguments(this, words).rest(1, 1).getFirst());
        try {
            String version = Templates.version(own.getVersion());
            int bundles = new MavenRepository(folder, Program.of(own), version).write();
            console.out().println(
                    folder + ": " + bundles + " bundles, org.reelbench.bom and " + Archetype.ID + ", version " + version);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, "the repository cannot be written: " + e.getMessage(), e);
        }
    }
}
