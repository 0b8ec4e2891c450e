package org.reelbench.project.internal.journal;

/**
 * Time and the thread on which journals are written; tests have a time of their own.
 */
public interface Timer {

    /** Returns milliseconds since some fixed moment; never goes back. */
    long nowMs();

    /** Returns milliseconds since 1970, for people. */
    long dateMs();

    /**
     * Does something on a thread for such work.
     *
     * @throws java.util.concurrent.RejectedExecutionException if there is no such thread any more
     */
    void after(long delayMs, Runnable work);
}
