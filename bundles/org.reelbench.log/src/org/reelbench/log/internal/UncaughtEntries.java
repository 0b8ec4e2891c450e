package org.reelbench.log.internal;

import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.event.Level;

/** What ends a thread because nobody caught it, as entries like all others. For every thread. */
final class UncaughtEntries implements Thread.UncaughtExceptionHandler {

    private final LogOutput output;
    private Thread.@Nullable UncaughtExceptionHandler before;

    UncaughtEntries(LogOutput output) {
        this.output = output;
    }

    /** Is told from now on of all threads that have nobody of their own to tell. */
    synchronized void follow() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    /** Leaves everything as it was, unless somebody else has come after this. */
    synchronized void leave() {
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        before = null;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        try {
            output.write(new LogEntry(Instant.now(), Level.ERROR, UncaughtEntries.class.getName(), thread.getName(),
                    "the thread ended, as nobody caught " + thrown.getClass().getName(), Map.of(), thrown));
        } catch (RuntimeException | Error e) {
            // Nobody is told of what a handler throws: what went wrong first would be seen nowhere.
            thrown.addSuppressed(e);
            thrown.printStackTrace();
        }
    }
}
