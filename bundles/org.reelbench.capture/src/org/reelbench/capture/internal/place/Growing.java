package org.reelbench.capture.internal.place;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureSource.Watching;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingListener;
import org.reelbench.capture.RecordingState;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.StaleRevision;
import org.reelbench.timeline.EditRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a project how long a recording is, once a second and at its end, after putting it there if that is wanted. */
public final class Growing implements RecordingListener, AutoCloseable {

    /** How lengths are counted. */
    public static final long US_PER_SECOND = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Growing.class);
    /** A clip of less is hardly to be seen. */
    private static final long LEAST_US = 100_000;
    /** Each time is a change that listeners hear of and the journal keeps. */
    private static final long EVERY_US = US_PER_SECOND;
    /** Whoever edits at the same time is quicker once or twice. */
    private static final int TRIES = 10;

    private final Recording recording;
    private final ProjectSession session;
    private final CompletableFuture<Change> placed;
    private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();
    private Optional<Placement> wanted;
    private long toldUs = -EVERY_US;
    private boolean ended;
    private @Nullable Watching watching;
    private boolean closed;

    /** Makes an edit, on a revision that nobody else has changed meanwhile. */
    @FunctionalInterface
    private interface Decision {

        EditCommand decide() throws EditRefused;
    }

    /**
     * Creates it; nothing happens yet.
     *
     * @param wanted where the recording is wanted, empty if it is there
     * @param placed told what putting it there comes to
     */
    public Growing(Recording recording, ProjectSession session, Optional<Placement> wanted, CompletableFuture<Change> placed) {
        this.recording = recording;
        this.session = session;
        this.wanted = wanted;
        this.placed = placed;
    }

    /** Begins to listen to the recording. */
    public void begin() {
        Watching begun = recording.listen(this);
        synchronized (this) {
            watching = begun;
        }
        if (isClosed()) {
            begun.close();
        }
    }

    /** Done once the recording has ended and the project has been told. */
    public CompletableFuture<@Nullable Void> settled() {
        return settled;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void grown(Recording unused, long fileBytes) {
        if (!isClosed() && !ended) {
            told(recording.statistics().writtenUs(), false);
        }
    }

    @Override
    public void stateChanged(Recording unused, RecordingState state) {
        if (isClosed() || ended) {
            return;
        }
        if (state.isEnd()) {
            ended = true;
            told(recording.statistics().writtenUs(), state == RecordingState.FINISHED);
            if (state != RecordingState.FINISHED) {
                tell(Math.max(0, toldUs));
            }
            placed.completeExceptionally(new EditRefused("there is nothing of the recording"));
            settled.complete(null);
        } else {
            told(recording.statistics().writtenUs(), false);
        }
    }

    private void told(long us, boolean whole) {
        if (us < LEAST_US && !whole || us <= 0 || ended && !whole) {
            return;
        }
        boolean due = whole || us - toldUs >= EVERY_US;
        if (wanted.isPresent()) {
            Placement placement = wanted.get();
            wanted = Optional.empty();
            // Where it lies already it is to be as long there.
            tell(us);
            put(placement, us);
        } else if (due) {
            tell(us);
        }
    }

    private void put(Placement placement, long us) {
        try {
            placed.complete(edit(() -> placement.command(us, !ended)));
        } catch (EditRefused e) {
            LOG.info("{} is not put on the timeline: {}", recording.file(), e.getMessage());
            placed.completeExceptionally(e);
        }
    }

    private void tell(long us) {
        toldUs = us;
        try {
            edit(() -> grown(session, recording.mediaId().toString(), us, ended));
        } catch (EditRefused e) {
            // The project may be closed by now; it is told when it is opened again.
            LOG.debug("{} does not grow on the timeline", recording.file(), e);
        }
    }

    /** Makes the command that tells how long a recording is. */
    public static EditCommand grown(ProjectSession session, String recording, long us, boolean ended) {
        EditCommand grown = EditCommand.of(EditCommands.GROW_RECORDING, session.revision()).with("recording", recording)
                .with("length", Placement.time(us).toString());
        return ended ? grown.with("ended", true) : grown;
    }

    private Change edit(Decision decision) throws EditRefused {
        for (int i = 1;; i++) {
            try {
                return session.execute(decision.decide());
            } catch (StaleRevision e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        Watching begun;
        synchronized (this) {
            closed = true;
            begun = watching;
        }
        if (begun != null) {
            begun.close();
        }
    }
}
