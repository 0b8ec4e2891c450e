package org.example.reelbench;

import java.io.IOException;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.project.ProjectFile;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.Sequence;

/** A subcommand: {@code reelbench length PROJECT.reel} prints how long a project's film is. */
@Component
public final class Length implements Subcommand {

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
            Sequence sequence = ProjectFile.load(console.file(file)).mainSequence();
            console.out().println(Timecode.of(sequence.durationFrames(), sequence.rate()));
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, e.getMessage(), e);
        }
    }
}
