package org.reelbench.encoding.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.ExportQueue;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.encoding.QueuedExport;
import org.reelbench.encoding.QueuedExport.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the exports in their order and makes them on a thread of its own, which there is from the first one on. */
@Component
public final class ExportQueueComponent implements ExportQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ExportQueueComponent.class);

    /** Longer than a cancelled export takes to end. */
    private static final long STOP_LIMIT_MS = 2_000;

    private final Exports exports;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(task -> Thread.ofPlatform().name("reelbench-exports").unstarted(task));
    private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
    private final Turn turn = new Turn();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * Creates the queue.
     *
     * @param exports makes the exports
     */
    @Activate
    public ExportQueueComponent(@Reference Exports exports) {
        this.exports = exports;
    }

    /** Cancels what has not ended, and waits for its end. */
    @Deactivate
    public void stop() {
        List<Entry> all;
        synchronized (entries) {
            all = List.copyOf(entries);
        }
        // The last first: none shall begin because those before it have ended.
        all.reversed().forEach(Entry::cancel);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_LIMIT_MS, TimeUnit.MILLISECONDS)) {
                LOG.warn("an export of the queue has not ended {} ms after it was cancelled", STOP_LIMIT_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public QueuedExport add(ExportRequest request) {
        Entry entry = new Entry(request, turn, this::enqueue, this::tell);
        synchronized (entries) {
            entries.add(entry);
        }
        enqueue(entry);
        tell();
        return entry;
    }

    private void enqueue(Entry entry) {
        try {
            thread.execute(() -> entry.run(exports));
        } catch (RejectedExecutionException e) {
            LOG.debug("the queue has ended", e);
            entry.cancel();
        }
    }

    private void tell() {
        for (Listener listener : listeners) {
            try {
                listener.queueChanged();
            } catch (RuntimeException e) {
                LOG.warn("a listener to the exports failed", e);
            }
        }
    }

    @Override
    public List<QueuedExport> exports() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    @Override
    public void forgetEnded() {
        synchronized (entries) {
            entries.removeIf(entry -> entry.state().isEnd());
        }
        tell();
    }

    @Override
    public void pause() {
        turn.pause();
        running().forEach(Entry::follow);
        tell();
    }

    @Override
    public void resume() {
        turn.resume();
        running().forEach(Entry::follow);
        tell();
    }

    private List<Entry> running() {
        synchronized (entries) {
            return entries.stream().filter(entry -> entry.state() == State.RUNNING || entry.state() == State.PAUSED).toList();
        }
    }

    @Override
    public boolean isPaused() {
        return turn.isPaused();
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
