package org.example.reelbench;

import java.io.IOException;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.project.ProjectSessions;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.Sequence;

/** A subcommand: {@code reelbench length PROJECT.reel} prints how long a project's film is. */
@Component
public final class Length implements Subcommand {

    private final ProjectSessions sessions;

    /**
     * Creates the subcommand.
     *
     * @param sessions opens the project
     */
    @Activate
    public Length(@Reference ProjectSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "length";
    }

    @Override
    public String summary() {
        return "prints how long a project's film is";
    }

    @Override
    public String usage() {
        return "length PROJECT.reel";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        String file = new Arguments(this, words).rest(1, 1).getFirst();
        try {
            Sequence sequence = sessions.open(console.file(file)).project().mainSequence();
            console.out().println(Timecode.of(sequence.durationFrames(), sequence.rate()));
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, e.getMessage(), e);
        }
    }
}
