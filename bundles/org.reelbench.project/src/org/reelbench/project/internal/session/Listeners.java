package org.reelbench.project.internal.session;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.reelbench.project.ProjectListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who are told what happens to a project. Told under the lock of the session; added and removed at any time.
 */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<ProjectListener> all = new CopyOnWriteArrayList<>();
    private final Queue<Consumer<ProjectListener>> untold = new ArrayDeque<>();
    private boolean telling;

    void add(ProjectListener listener) {
        if (!all.contains(listener)) {
            all.add(listener);
        }
    }

    void remove(ProjectListener listener) {
        all.remove(listener);
    }

    /** An edit made by a listener waits in the queue, so that no listener hears of it before the one that caused it. */
    void tell(Consumer<ProjectListener> call) {
        untold.add(call);
        if (telling) {
            return;
        }
        telling = true;
        try {
            for (Consumer<ProjectListener> next = untold.poll(); next != null; next = untold.poll()) {
                tellAll(next);
            }
        } finally {
            telling = false;
        }
    }

    /** Listeners come from other bundles, which may be half gone: their linkage errors are theirs, too. */
    private void tellAll(Consumer<ProjectListener> call) {
        for (ProjectListener listener : all) {
            try {
                call.accept(listener);
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.error("A listener of a project failed: {}", listener.getClass().getName(), e);
            }
        }
    }
}
