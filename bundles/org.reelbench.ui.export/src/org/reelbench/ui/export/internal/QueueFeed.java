package org.reelbench.ui.export.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.reelbench.encoding.ExportQueue;
import org.reelbench.encoding.QueuedExport;
import org.reelbench.ui.UiThread;

/** The queue of exports as a view follows it, which may come and go. On the UI thread. */
final class QueueFeed implements AutoCloseable {

    private final ServiceTracker<ExportQueue, ExportQueue> tracker;

    /**
     * Creates a feed that is not open yet.
     *
     * @param changed hears of each change, on the UI thread
     */
    QueueFeed(Runnable changed) {
        BundleContext context = Objects.requireNonNull(FrameworkUtil.getBundle(QueueFeed.class), "no bundle").getBundleContext();
        ExportQueue.Listener listener = () -> UiThread.later(changed);
        tracker = new ServiceTracker<>(context, ExportQueue.class, new Customizer(context, listener));
    }

    private record Customizer(BundleContext context, ExportQueue.Listener listener)
            implements
                ServiceTrackerCustomizer<ExportQueue, ExportQueue> {

        @Override
        public ExportQueue addingService(ServiceReference<ExportQueue> reference) {
            ExportQueue queue = context.getService(reference);
            queue.addListener(listener);
            listener.queueChanged();
            return queue;
        }

        @Override
        public void modifiedService(ServiceReference<ExportQueue> reference, ExportQueue queue) {
            // its properties mean nothing here
        }

        @Override
        public void removedService(ServiceReference<ExportQueue> reference, ExportQueue queue) {
            queue.removeListener(listener);
            context.ungetService(reference);
            listener.queueChanged();
        }
    }

    void open() {
        tracker.open();
    }

    Optional<ExportQueue> queue() {
        return Optional.ofNullable(tracker.getService());
    }

    List<QueuedExport> exports() {
        return queue().map(ExportQueue::exports).orElse(List.of());
    }

    @Override
    public void close() {
        tracker.close();
    }
}
