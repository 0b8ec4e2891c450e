package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.project.RecoveryOutcome;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;

/** {@code reelbench edit}: makes the edits of a script, all of them or none. */
@Component(service = Subcommand.class)
public final class EditScriptCommand implements Subcommand {

    private static final String STANDARD_INPUT = "-";

    private final ProjectSessions sessions;
    private final InputStream input;

    /**
     * Creates the command.
     *
     * @param sessions opens the project
     */
    @Activate
    public EditScriptCommand(@Reference ProjectSessions sessions) {
        this(sessions, System.in);
    }

    EditScriptCommand(ProjectSessions sessions, InputStream input) {
        this.sessions = sessions;
        this.input = input;
    }

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public String summary() {
        return "makes the edits of a script, all of them or none";
    }

    @Override
    public String usage() {
        return """
                edit PROJECT.reel SCRIPT|- [--dry-run] [--json]
                  SCRIPT     one command a line, such as: split track=2 at=4.5s
                             'reelbench help commands' lists them all; - reads them from the standard input
                  --dry-run  tells what the edits would do, and saves nothing
                  --json     prints an object for each edit""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean dry = arguments.flag("--dry-run");
        boolean json = arguments.flag("--json");
        List<String> files = arguments.rest(2, 2);
        Path file = console.file(files.getFirst());
        String script = files.getLast();
        List<String> lines = lines(script, console);
        try (ProjectSession session = sessions.open(file)) {
            session.recovery().ifPresent(recovery -> console.err().println(told(file, recovery)));
            Script edits = new Script(session, script.equals(STANDARD_INPUT) ? "standard input" : script);
            boolean isDone = false;
            try {
                edits.run(lines, console);
                if (!dry) {
                    save(session);
                    isDone = true;
                }
            } finally {
                if (!isDone) {
                    edits.undo();
                }
            }
            edits.changes().forEach(change -> console.out().println(json ? line(change) : text(change)));
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, e.getMessage(), e);
        }
    }

    private static String told(Path file, RecoveryOutcome outcome) {
        return file + ": " + (outcome.isRecovered()
                ? outcome.found().changes() + " changes that were not saved last time are in the project again"
                : "changes that were not saved last time are not in the project")
                + outcome.kept().map(folder -> "; what was not used is kept in " + folder).orElse("");
    }

    private static void save(ProjectSession session) throws CommandException {
        try {
            session.save();
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, e.getMessage(), e);
        }
    }

    private List<String> lines(String script, Console console) throws CommandException {
        Path file = console.file(script);
        try {
            return script.equals(STANDARD_INPUT)
                    ? new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().toList()
                    : Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new CommandException(ExitCode.INPUT, file + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new CommandException(ExitCode.INPUT, file + ": it is no text in UTF-8", e);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, file + ": it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static String text(Change change) {
        return change.label() + (change.created().isEmpty()
                ? ""
                : " (" + String.join(", ", change.created().stream().map(Id::value).toList()) + ")");
    }

    private static String line(Change change) {
        return Json.line(out -> {
            out.writeStringField("command", change.command().name());
            out.writeStringField("label", change.label());
            out.writeArrayFieldStart("created");
            for (Id id : change.created()) {
                out.writeString(id.value());
            }
            out.writeEndArray();
            out.writeNumberField("revision", change.revision());
        });
    }

    /** The edits made so far. */
    private static final class Script {

        private final ProjectSession session;
        private final String name;
        private final List<Change> changes = new ArrayList<>();
        private final long before;

        Script(ProjectSession session, String name) {
            this.session = session;
            this.name = name;
            before = session.revision();
        }

        List<Change> changes() {
            return changes;
        }

        void run(List<String> lines, Console console) throws CommandException {
            for (int i = 0; i < lines.size(); i++) {
                console.cancellation().check();
                try {
                    Optional<EditCommand> command = EditCommands.ofLine(lines.get(i), session.project(), session.revision());
                    if (command.isPresent()) {
                        changes.add(session.execute(command.get()));
                    }
                } catch (EditRefused e) {
                    throw new CommandException(ExitCode.FAILED,
                            name + ", line " + (i + 1) + ": " + e.getMessage() + "; the project is as it was", e);
                }
            }
        }

        /** What was recovered when the project was opened stays; only the script's own edits go. */
        void undo() throws CommandException {
            long edits = session.revision() - before;
            try {
                for (long i = 0; i < edits; i++) {
                    session.undo();
                }
            } catch (EditRefused e) {
                throw new CommandException(ExitCode.DEFECT, "the edits could not be taken back: " + e.getMessage(), e);
            }
        }
    }
}
