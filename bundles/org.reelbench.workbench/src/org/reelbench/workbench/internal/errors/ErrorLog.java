package org.reelbench.workbench.internal.errors;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What went wrong since the program was started, the newest last; bounded, the oldest goes first. For every thread.
 */
public final class ErrorLog implements ILogListener {

    /** The log that the window shows. */
    public static final ErrorLog INSTANCE = new ErrorLog(InstantSource.system());

    /** More than anybody reads. */
    static final int MAX_ENTRIES = 1000;

    private final InstantSource clock;
    private final Deque<LoggedError> entries = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    ErrorLog(InstantSource clock) {
        this.clock = clock;
    }

    /** Keeps what the platform logs from now on; a second time has no effect. */
    public void listen() {
        Platform.addLogListener(this);
    }

    @Override
    public void logging(@Nullable IStatus status, @Nullable String plugin) {
        if (status == null || status.isOK()) {
            return;
        }
        LoggedError entry = LoggedError.of(status, clock.instant());
        synchronized (entries) {
            if (entries.size() == MAX_ENTRIES) {
                entries.removeFirst();
            }
            entries.addLast(entry);
        }
        listeners.forEach(Runnable::run);
    }

    /** Returns what is in the log now, the newest first. */
    List<LoggedError> newestFirst() {
        synchronized (entries) {
            return List.copyOf(entries.reversed());
        }
    }

    void clear() {
        synchronized (entries) {
            entries.clear();
        }
        listeners.forEach(Runnable::run);
    }

    /** Adds a listener; it is told of every change on the thread that made it. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
