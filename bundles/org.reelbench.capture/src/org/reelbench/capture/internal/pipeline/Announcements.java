package org.reelbench.capture.internal.pipeline;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.reelbench.capture.CaptureSource.Watching;
import org.reelbench.capture.RecordingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners, in order and one at a time, on a thread that has nothing else to do. For every thread. */
final class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    private final Executor threads;
    private final List<RecordingListener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean telling;

    Announcements(Executor threads) {
        this.threads = threads;
    }

    /** Adds a listener and tells it alone what is so now. */
    Watching add(RecordingListener listener, Consumer<RecordingListener> first) {
        later(() -> {
            listeners.add(listener);
            tell(listener, first);
        });
        return () -> later(() -> listeners.remove(listener));
    }

    void say(Consumer<RecordingListener> message) {
        later(() -> listeners.forEach(listener -> tell(listener, message)));
    }

    private static void tell(RecordingListener listener, Consumer<RecordingListener> message) {
        try {
            message.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn("a listener of a recording failed; it is told what follows nevertheless", e);
        }
    }

    private void later(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (telling) {
                return;
            }
            telling = true;
        }
        threads.execute(this::run);
    }

    private void run() {
        while (true) {
            Runnable next;
            synchronized (waiting) {
                next = waiting.poll();
                if (next == null) {
                    telling = false;
                    return;
                }
            }
            next.run();
        }
    }
}
