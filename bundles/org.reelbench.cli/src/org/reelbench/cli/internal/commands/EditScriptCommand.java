package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.project.EditDraft.Step;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
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
                  --json     prints an object for each edit
                All edits are one step: to undo, in the journal, and for whatever ends the program meanwhile.""";
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
            session.recovery().ifPresent(recovery -> console.err().println(RecoveryNote.of(file, recovery)));
            EditDraft draft = draft(session, lines, isStandardInput(script) ? "standard input" : script, console);
            long revision = dry
                    ? session.revision() + 1
                    : save(session, draft, isStandardInput(script) ? "a script" : "'" + console.file(script).getFileName() + "'");
            draft.steps().forEach(step -> console.out().println(json ? line(step, revision) : text(step)));
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, e.getMessage(), e);
        }
    }

    private static boolean isStandardInput(String script) {
        return script.equals(STANDARD_INPUT);
    }

    /** Reads each line where the lines before it have led; the project does not notice. */
    private static EditDraft draft(ProjectSession session, List<String> lines, String name, Console console)
            throws CommandException {
        EditDraft draft = EditDraft.of(session);
        for (int i = 0; i < lines.size(); i++) {
            console.cancellation().check();
            try {
                Optional<EditCommand> command = EditCommands.ofLine(lines.get(i), draft.project(), draft.revision());
                if (command.isPresent()) {
                    draft.make(command.get());
                }
            } catch (EditRefused e) {
                throw new CommandException(ExitCode.FAILED,
                        name + ", line " + (i + 1) + ": " + e.getMessage() + "; the project is as it was", e);
            }
        }
        return draft;
    }

    /** Makes all edits as one and saves them; what cannot be saved is taken back. Returns the revision then. */
    private static long save(ProjectSession session, EditDraft draft, String script) throws CommandException {
        long before = session.revision();
        boolean isSaved = false;
        try {
            if (!draft.steps().isEmpty()) {
                session.execute(draft.command("Edits of " + script));
            }
            long after = session.revision();
            session.save();
            isSaved = true;
            return after;
        } catch (EditRefused e) {
            throw new CommandException(ExitCode.FAILED, e.getMessage() + "; the project is as it was", e);
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, e.getMessage(), e);
        } finally {
            // What was recovered when the project was opened stays; only the script's own edits go.
            if (!isSaved && session.revision() > before) {
                undo(session);
            }
        }
    }

    private static void undo(ProjectSession session) throws CommandException {
        try {
            session.undo();
        } catch (EditRefused e) {
            throw new CommandException(ExitCode.DEFECT, "the edits could not be taken back: " + e.getMessage(), e);
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

    private static String text(Step step) {
        return step.label() + (step.created().isEmpty()
                ? ""
                : " (" + String.join(", ", step.created().stream().map(Id::value).toList()) + ")");
    }

    private static String line(Step step, long revision) {
        return Json.line(out -> {
            out.writeStringField("command", step.command().name());
            out.writeStringField("label", step.label());
            out.writeArrayFieldStart("created");
            for (Id id : step.created()) {
                out.writeString(id.value());
            }
            out.writeEndArray();
            out.writeNumberField("revision", revision);
        });
    }
}
