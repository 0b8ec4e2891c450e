package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Component;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ProjectJournal;
import org.reelbench.project.ProjectJournal.Entry;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;

/** {@code reelbench log}: shows the journal of a project, also while it is open. */
@Component(service = Subcommand.class)
public final class LogCommand implements Subcommand {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    /** Below the label. */
    private static final String STEP = " ".repeat(36);

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String summary() {
        return "shows the journal of a project: its latest edits";
    }

    @Override
    public String usage() {
        return """
                log PROJECT.reel [--json]
                  --json  prints an object for each edit
                Each line tells when, the revision, whether the edit is in the project file (saved) or only in the journal
                (journal), from which it comes back when the project is opened, what it did, and the command; of several
                edits that were made as one, such as those of a script, the commands.""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        Path file = console.file(arguments.rest(1, 1).getFirst());
        if (!Files.isRegularFile(file)) {
            throw new CommandException(ExitCode.INPUT, file + ": there is no such file");
        }
        ProjectJournal journal;
        try {
            journal = ProjectJournal.read(file);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, file + ": its journal cannot be read (" + e.getMessage() + ")", e);
        }
        journal.entries().forEach(entry -> console.out().println(json ? line(entry) : text(entry)));
        if (journal.entries().isEmpty() && !json) {
            console.out().println("The journal is empty: all there is is in the project file.");
        }
        if (journal.problem().isPresent()) {
            throw new CommandException(ExitCode.INPUT, file + ": that is not all of the journal: " + journal.problem().get());
        }
        return ExitCode.OK;
    }

    private static String text(Entry entry) {
        String time = entry.date().map(date -> TIME.format(date.atZone(ZoneId.systemDefault()))).orElse("-");
        return "%-19s %5d %-7s %s%s  %s".formatted(time, entry.revision(), entry.isSaved() ? "saved" : "journal", switch (entry
                .kind()) {
        case EDIT, GROWTH -> "";
        case UNDO -> "Undo: ";
        case REDO -> "Redo: ";
        }, entry.label(), text(entry.command()));
    }

    /** The edits of a unit stand below each other. */
    private static String text(EditCommand command) {
        List<EditCommand> steps;
        try {
            steps = command.name().equals(EditCommands.UNIT) ? EditCommands.steps(command) : List.of();
        } catch (EditRefused _) {
            // A later version may have written it: it is shown as it is.
            steps = List.of();
        }
        return steps.isEmpty()
                ? command.name() + " " + command.parameters()
                : (steps.size() == 1 ? "one edit:" : steps.size() + " edits:") + steps.stream().map(LogCommand::text)
                        .map(step -> "\n" + STEP + step.replace("\n", "\n  ")).collect(Collectors.joining());
    }

    private static String line(Entry entry) {
        return Json.line(out -> {
            out.writeStringField("kind", entry.kind().name().toLowerCase(Locale.ROOT));
            out.writeNumberField("revision", entry.revision());
            if (entry.date().isPresent()) {
                out.writeStringField("date", entry.date().get().toString());
            }
            out.writeStringField("label", entry.label());
            out.writeBooleanField("saved", entry.isSaved());
            out.writeArrayFieldStart("created");
            for (Id id : entry.created()) {
                out.writeString(id.value());
            }
            out.writeEndArray();
            out.writeFieldName("command");
            out.writeRawValue(entry.command().toJson());
        });
    }
}
