package org.reelbench.capture;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.internal.place.Growing;
import org.reelbench.capture.internal.place.Placement;
import org.reelbench.project.Change;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;

/**
 * A recording that is on tracks of a project while it is made: its clips grow with it.
 * <p>
 * For every thread. Edits are made on the thread that tells the recording's listeners.
 * <p>
 * Putting it there is one step to undo, whatever it has grown meanwhile; growing is none. Whoever made it closes it before the
 * project, which leaves recording and clips as they are; {@link LeftRecordings} goes on when the project is opened again. After the
 * recording's end there is nothing to do but to close it.
 *
 * <pre>{@code
 * try (PlacedRecording placed = PlacedRecording.put(recording, session, frame)) {
 *     recording.ended().toCompletableFuture().join();
 * }
 * }</pre>
 */
public final class PlacedRecording implements AutoCloseable {

    private final CompletableFuture<Change> placed;
    private final Growing growing;

    private PlacedRecording(Growing growing, CompletableFuture<Change> placed) {
        this.growing = growing;
        this.placed = placed;
    }

    /**
     * Puts a recording on tracks as soon as there is something of it: pictures and sound on the lowest unlocked tracks of their kinds
     * on which nothing lies from there on, or on new ones, linked. What grows never covers or moves anything.
     *
     * @param recording the recording, in any state
     * @param session the project
     * @param frame where in the main sequence it begins, from 0
     * @return the recording's place, to be closed by the caller
     */
    public static PlacedRecording put(Recording recording, ProjectSession session, long frame) {
        return put(recording, session, session.project().mainSequenceId(), frame);
    }

    /**
     * Puts a recording on tracks of any sequence, as {@link #put(Recording, ProjectSession, long)} does on those of the main one.
     *
     * @param recording the recording, in any state
     * @param session the project
     * @param sequence the id of the sequence
     * @param frame where in it the recording begins, from 0
     * @return the recording's place, to be closed by the caller
     */
    public static PlacedRecording put(Recording recording, ProjectSession session, Id sequence, long frame) {
        CompletableFuture<Change> placed = new CompletableFuture<>();
        Growing growing = new Growing(recording, session, Optional.of(new Placement(recording, session, sequence, frame)),
                placed);
        growing.begin();
        return new PlacedRecording(growing, placed);
    }

    /**
     * Lets clips grow that are on tracks already.
     *
     * @param recording the recording, in any state
     * @param session the project
     * @return the recording's place, to be closed by the caller
     */
    public static PlacedRecording follow(Recording recording, ProjectSession session) {
        CompletableFuture<Change> placed = CompletableFuture
                .failedFuture(new EditRefused("the recording is on its tracks already"));
        Growing growing = new Growing(recording, session, Optional.empty(), placed);
        growing.begin();
        return new PlacedRecording(growing, placed);
    }

    /**
     * Returns what putting it there comes to.
     *
     * @return done with the change once it is on its tracks; fails with {@link EditRefused} if it cannot be put there, or there never
     *         was anything of it
     */
    public CompletionStage<Change> placed() {
        return placed.minimalCompletionStage();
    }

    /**
     * Returns when its clips have their last length.
     *
     * @return done once the recording has ended and the project has been told; never after {@link #close}
     */
    public CompletionStage<@Nullable Void> settled() {
        return growing.settled().minimalCompletionStage();
    }

    /** Lets its clips stay as they are. Closing twice is harmless. */
    @Override
    public void close() {
        growing.close();
    }
}
