package org.reelbench.cli.internal.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.PlacedRecording;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.internal.commands.RecoveryNote;
import org.reelbench.project.ProjectListener;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.rest.ProjectApi;
import org.reelbench.rest.ProjectSettings;
import org.reelbench.rest.PublishedProject;
import org.reelbench.timeline.Sequence;

/**
 * A project that is open here and edited over HTTP: nobody else can open it meanwhile, and each change is shown at once. What was not
 * saved at the end stays in its journal.
 */
final class EditedProject implements Served {

    private final Path file;
    private final ProjectSessions sessions;
    private final ProjectApi api;
    private final ShownPreviews shown;
    private final ServeOptions options;
    private final Resuming resuming;
    private final Console console;

    /** What changes brought, on the threads of who made them. */
    private final ConcurrentLinkedQueue<Sequence> added = new ConcurrentLinkedQueue<>();

    private List<PlacedRecording> recordings = List.of();
    private @Nullable ProjectSession session;
    private @Nullable PublishedProject published;

    /** Goes on with the recordings that a project was left with. */
    @FunctionalInterface
    interface Resuming {

        /** Returns those that run still. */
        List<PlacedRecording> resume(ProjectSession session, Path file, Console console);
    }

    EditedProject(Path file, ProjectSessions sessions, ProjectApi api, ShownPreviews shown, ServeOptions options,
            Resuming resuming, Console console) {
        this.file = file;
        this.sessions = sessions;
        this.api = api;
        this.shown = shown;
        this.options = options;
        this.resuming = resuming;
        this.console = console;
    }

    @Override
    public List<Sequence> start() throws CommandException {
        try {
            ProjectSession opened = sessions.open(file);
            session = opened;
            opened.recovery().ifPresent(recovery -> console.err().println(RecoveryNote.of(file, recovery)));
            List<Sequence> first = shown.show(opened.project());
            ProjectListener listener = change -> added.addAll(shown.show(change.after()));
            opened.addListener(listener);
            recordings = resuming.resume(opened, file, console);
            published = api.publish(opened,
                    new ProjectSettings(shown::catalog, options.exportFolder(), options.recordingFolder()));
            return first;
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, e.getMessage(), e);
        }
    }

    @Override
    public List<Sequence> look() {
        return Stream.generate(added::poll).takeWhile(Objects::nonNull).toList();
    }

    @Override
    public Optional<String> api() {
        PublishedProject known = published;
        return known == null ? Optional.empty() : Optional.of(api.uri(known).toString());
    }

    @Override
    public void close() {
        if (published != null) {
            published.close();
        }
        recordings.forEach(PlacedRecording::close);
        shown.close();
        ProjectSession open = session;
        if (open != null) {
            boolean isDirty = open.isDirty();
            try {
                open.close();
                if (isDirty) {
                    console.err().println(file + ": what was not saved is kept, and is there when the project is opened again");
                }
            } catch (IOException e) {
                console.err().println("reelbench serve: " + e.getMessage());
            }
        }
    }
}
