package org.reelbench.encoding;

import java.time.Duration;

import org.osgi.annotation.versioning.ProviderType;

/**
 * An export under way.
 * <p>
 * For every thread. The job ends by itself and needs no closing.
 */
@ProviderType
public interface ExportJob {

    /**
     * Returns how far it is.
     *
     * @return the progress now
     */
    ExportProgress progress();

    /** Asks to stop; within 200 ms the job ends and its partial file is gone, also while it is paused. */
    void cancel();

    /**
     * Lets the work rest: no frame is begun, those under way are ended. What was written, and what is open for it, is kept; nothing
     * is encoded twice. Does nothing if it rests already, or has ended.
     */
    void pause();

    /** Goes on where it was paused. Does nothing if it was not. */
    void resume();

    /**
     * Tells whether the work is to rest.
     *
     * @return true from {@link #pause()} to {@link #resume()}
     */
    boolean isPaused();

    /**
     * Waits for the end.
     *
     * @param limit how long to wait at most
     * @return true if the job has ended
     * @throws InterruptedException if the waiting thread is interrupted; the job goes on
     */
    boolean awaitEnd(Duration limit) throws InterruptedException;

    /**
     * Waits for the end and returns what was made.
     *
     * @return the summary
     * @throws ExportException if there is no file
     * @throws InterruptedException if the waiting thread is interrupted; the job goes on
     */
    ExportSummary result() throws ExportException, InterruptedException;
}
