package org.reelbench.encoding;

import java.time.Duration;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One export of an {@link ExportQueue}: waiting, under way, or ended and remembered.
 * <p>
 * For every thread; no method but {@link #awaitEnd} waits.
 */
@ProviderType
public interface QueuedExport {

    /** How far an export of the queue is. */
    enum State {
        /** It waits for those before it. */
        WAITING,
        /** It is made. */
        RUNNING,
        /** It was begun and rests, as the queue is paused. */
        PAUSED,
        /** Its file is there. */
        DONE,
        /** There is no file, and {@link QueuedExport#problem} says why. */
        FAILED,
        /** Somebody cancelled it, and there is no file. */
        CANCELLED;

        /**
         * Tells whether nothing more comes of it by itself.
         *
         * @return true if it is done, failed or cancelled
         */
        public boolean isEnd() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /**
     * Returns what is exported.
     *
     * @return the request, as it was tried last
     */
    ExportRequest request();

    /**
     * Returns how far it is.
     *
     * @return the state now
     */
    State state();

    /**
     * Returns how far it is in frames.
     *
     * @return the progress of the last attempt, or empty if it was never begun
     */
    Optional<ExportProgress> progress();

    /**
     * Returns what was made.
     *
     * @return the summary, or empty if it is not {@link State#DONE}
     */
    Optional<ExportSummary> summary();

    /**
     * Returns why there is no file.
     *
     * @return the reason, for people; empty unless it is {@link State#FAILED}
     */
    String problem();

    /** Asks to stop, as {@link ExportJob#cancel} does; one that waits is cancelled at once. Does nothing if it has ended. */
    void cancel();

    /**
     * Puts it at the end of the queue once more. Does nothing unless it has failed or was cancelled.
     *
     * @param options how it goes about its work this time
     * @return true if it waits again
     */
    boolean retry(ExportOptions options);

    /**
     * Waits for its end.
     *
     * @param limit how long to wait at most
     * @return true if it has ended
     * @throws InterruptedException if the waiting thread is interrupted; the export goes on
     */
    boolean awaitEnd(Duration limit) throws InterruptedException;
}
