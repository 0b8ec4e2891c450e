package org.reelbench.cli.internal.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.PlacedRecording;
import org.reelbench.capture.Recording;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.internal.commands.RecoveryNote;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;

/** Where on the timeline of a project a recording is wanted: the project is open until the recording is in it and saved. */
final class RecordPlace implements AutoCloseable {

    /** The file is finished by then; the project is told at once. */
    private static final int LIMIT_MINUTES = 1;

    private final Path file;
    private final Console console;
    private final ProjectSession session;
    private final long frame;
    private @Nullable PlacedRecording placed;

    private RecordPlace(Path file, Console console, ProjectSession session, long frame) {
        this.file = file;
        this.console = console;
        this.session = session;
        this.frame = frame;
    }

    /** Opens the project that is named; empty if none is. */
    static Optional<RecordPlace> of(Arguments arguments, ProjectSessions sessions, Console console) throws CommandException {
        Optional<String> name = arguments.value("--project");
        Optional<String> at = arguments.value("--at");
        if (name.isEmpty()) {
            if (at.isPresent()) {
                throw arguments.usage("--at says where in a project, which --project names");
            }
            return Optional.empty();
        }
        Path file = console.file(name.get());
        try {
            ProjectSession session = sessions.open(file);
            boolean isTaken = false;
            try {
                session.recovery().ifPresent(recovery -> console.err().println(RecoveryNote.of(file, recovery)));
                RecordPlace place = new RecordPlace(file, console, session, frame(arguments, at, session));
                isTaken = true;
                return Optional.of(place);
            } finally {
                if (!isTaken) {
                    session.close();
                }
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, e.getMessage(), e);
        }
    }

    private static long frame(Arguments arguments, Optional<String> at, ProjectSession session) throws CommandException {
        var sequence = session.project().mainSequence();
        try {
            long frame = at.isEmpty() ? sequence.durationFrames() : sequence.rate().parseFrame(at.get());
            if (frame >= 0) {
                return frame;
            }
        } catch (IllegalArgumentException | ArithmeticException _) {
            // told below, as is what lies before the beginning
        }
        throw arguments.usage("--at takes a frame, a time such as 2s, or a timecode, not " + at.orElse(""));
    }

    /** Puts the recording there as soon as there is something of it. */
    void put(Recording recording) {
        placed = PlacedRecording.put(recording, session, frame);
    }

    /** Saves the project with all of the recording; after that it needs nobody. */
    void save() throws CommandException {
        PlacedRecording place = placed;
        if (place == null) {
            return;
        }
        try {
            place.settled().toCompletableFuture().orTimeout(LIMIT_MINUTES, TimeUnit.MINUTES).join();
            place.placed().toCompletableFuture().join();
            session.save();
        } catch (CompletionException e) {
            throw new CommandException(ExitCode.FAILED, file + ": the recording is not on the timeline ("
                    + e.getCause().getMessage() + ")", e);
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        PlacedRecording place = placed;
        if (place != null) {
            place.close();
        }
        try {
            session.close();
        } catch (IOException e) {
            console.err().println("reelbench record: " + e.getMessage());
        }
    }
}
