package org.reelbench.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.reelbench.ui.EditorListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners on the UI thread, in order, and lets none of them harm another. */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final List<EditorListener> listeners = new CopyOnWriteArrayList<>();
    private final Executor ui;

    Announcer(Executor ui) {
        this.ui = ui;
    }

    void add(EditorListener listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    void remove(EditorListener listener) {
        listeners.remove(listener);
    }

    void announce(Consumer<EditorListener> news) {
        ui.execute(() -> tellAll(news));
    }

    /** Tells people something. */
    void told(String text, boolean isProblem) {
        announce(listener -> listener.told(text, isProblem));
    }

    /** Tells what is the newest when its turn comes. */
    void announceOnce(Supplier<Consumer<EditorListener>> news) {
        ui.execute(() -> tellAll(news.get()));
    }

    private void tellAll(Consumer<EditorListener> news) {
        for (EditorListener listener : listeners) {
            // One that was removed by another during this round must not hear of it any more.
            if (listeners.contains(listener)) {
                tell(listener, news);
            }
        }
    }

    private static void tell(EditorListener listener, Consumer<EditorListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            LOG.error("{} failed", listener.getClass().getName(), e);
        }
    }
}
