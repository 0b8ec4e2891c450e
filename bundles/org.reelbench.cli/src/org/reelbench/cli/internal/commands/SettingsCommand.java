package org.reelbench.cli.internal.commands;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.settings.GivenSetting;
import org.reelbench.settings.ProgramSettings;
import org.reelbench.settings.Setting;
import org.reelbench.settings.Settings;
import org.reelbench.settings.SettingsException;

/** {@code settings}: what can be set, what is, and where that was written. */
@Component
public final class SettingsCommand implements Subcommand {

    private final ProgramSettings settings;

    /**
     * Creates the command.
     *
     * @param settings the settings of this run
     */
    @Activate
    public SettingsCommand(@Reference ProgramSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public String summary() {
        return "shows what can be set, what is set and where";
    }

    @Override
    public String usage() {
        return """
                settings
                  a line for each setting: its name, its value, where that was written, and what it is.
                  --set NAME=VALUE before a command sets one for that command; the environment sets it as REELBENCH_NAME, with
                  capital letters and _ for dots; a file has lines NAME = VALUE: what --config FILE before a command names, else
                  the environment as REELBENCH_CONFIG, else ~/.config/reelbench/reelbench.conf, else /etc/reelbench/reelbench.conf.
                  What comes first here counts most""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        new Arguments(this, words).rest(0, 0);
        try {
            Settings all = settings.get();
            for (Setting setting : Setting.ALL) {
                GivenSetting given = all.given(setting.name()).orElse(null);
                console.out().println("%-20s = %-12s %s".formatted(setting.name(), given == null ? setting.unset() : given.text(),
                        (given == null ? "" : "(" + given.where() + ") ") + setting.meaning()));
            }
            if (!settings.fileName().isEmpty()) {
                console.out().println("file: " + settings.fileName());
            }
            return ExitCode.OK;
        } catch (SettingsException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        }
    }
}
