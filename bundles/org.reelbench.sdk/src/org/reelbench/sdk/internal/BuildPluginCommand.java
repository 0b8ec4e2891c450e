package org.reelbench.sdk.internal;

import java.io.IOException;
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
import org.reelbench.sdk.internal.PluginProject.BuildException;

/** {@code reelbench plugin build}: makes the bundle of a project, with the installed program and a JDK alone. */
@Component(service = Subcommand.class, property = Subcommand.UNDER + "=plugin")
public final class BuildPluginCommand implements Subcommand {

    private final Bundle own;

    /**
     * Creates the command.
     *
     * @param context this bundle's
     */
    @Activate
    public BuildPluginCommand(BundleContext context) {
        own = context.getBundle();
    }

    @Override
    public String name() {
        return "build";
    }

    @Override
    public String summary() {
        return "builds the project of a plug-in";
    }

    @Override
    public String usage() {
        return """
                plugin build [FOLDER …]
                  compiles src/main/java against the packages this program publishes, reads @Component, compares what is
                  used with what META-INF/MANIFEST.MF imports, and writes build/ID.jar
                  FOLDER   a project (without any: this folder)""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        List<String> rest = new Arguments(this, words).rest(0, Integer.MAX_VALUE);
        try {
            for (String folder : rest.isEmpty() ? List.of("") : rest) {
                console.out().println(new PluginProject(console.file(folder)).build(Program.of(own)));
            }
            return ExitCode.OK;
        } catch (BuildException e) {
            throw new CommandException(ExitCode.INPUT, e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, "the plug-in cannot be built: " + e.getMessage(), e);
        }
    }
}
