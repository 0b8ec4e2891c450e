package org.reelbench.encoding;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that makes exports one after the other, so that each has the machine to itself.
 * <p>
 * For every thread; no method waits. What {@link Exports} starts beside it is not in the queue. When the service goes, all that has
 * not ended is cancelled.
 *
 * <pre>{@code
 * QueuedExport film = queue.add(ExportRequest.whole(sequence, catalog, Path.of("film.mp4"), ExportPreset.H264));
 * QueuedExport sound = queue.add(ExportRequest.whole(sequence, catalog, Path.of("film.wav"), ExportPreset.builtIn("wav")));
 * queue.pause();
 * queue.resume();
 * sound.cancel();
 * }</pre>
 */
@ProviderType
public interface ExportQueue {

    /** Hears that an export of the queue, or the queue, is in another state. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {

        /** Is called after each change, on the thread that made it: to be left at once. Progress within an export is no change. */
        void queueChanged();
    }

    /**
     * Puts an export at the end of the queue; it begins when those before it have ended, at once if there are none.
     *
     * @param request what to export
     * @return the export
     */
    QueuedExport add(ExportRequest request);

    /**
     * Returns all exports that are remembered.
     *
     * @return those that have ended, the one under way and those that wait, as they were added
     */
    List<QueuedExport> exports();

    /** Forgets the exports that have ended. */
    void forgetEnded();

    /** Lets the export under way rest as {@link ExportJob#pause} does, and begins no other. */
    void pause();

    /** Goes on. */
    void resume();

    /**
     * Tells whether the queue rests.
     *
     * @return true from {@link #pause()} to {@link #resume()}
     */
    boolean isPaused();

    /**
     * Adds a listener. Adding one twice has no effect.
     *
     * @param listener is told from now on
     */
    void addListener(Listener listener);

    /**
     * Removes a listener. Does nothing if it was not added.
     *
     * @param listener is told nothing more, but may be in a call
     */
    void removeListener(Listener listener);
}
