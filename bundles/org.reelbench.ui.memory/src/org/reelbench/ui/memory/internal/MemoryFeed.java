package org.reelbench.ui.memory.internal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.reelbench.memory.MemoryListener;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.ui.UiThread;

/**
 * Brings readings from the monitor's thread to the UI thread, the latest only where it is slow, and tells whether there is a monitor:
 * it may be replaced while the window is open.
 */
final class MemoryFeed implements MemoryListener, AutoCloseable, ServiceTrackerCustomizer<MemoryMonitor, MemoryMonitor> {

    static final String UNWATCHED = "Memory is not watched for the moment";

    private final Consumer<MemoryReading> reader;
    private final Consumer<MemoryReading> warnings;
    private final AtomicReference<@Nullable MemoryReading> waiting = new AtomicReference<>();
    private final Consumer<Boolean> watched;
    private final BundleContext context = FrameworkUtil.getBundle(MemoryFeed.class).getBundleContext();
    private final ServiceTracker<MemoryMonitor, MemoryMonitor> monitor = new ServiceTracker<>(context, MemoryMonitor.class, this);
    private final ServiceRegistration<MemoryListener> registration;
    private volatile boolean closed;

    /**
     * Creates the feed; the monitor finds it.
     *
     * @param reader takes readings on the UI thread
     * @param warnings takes warnings on the UI thread
     * @param watched is told on the UI thread whether there is a monitor, as often as that changes
     */
    MemoryFeed(Consumer<MemoryReading> reader, Consumer<MemoryReading> warnings, Consumer<Boolean> watched) {
        this.reader = reader;
        this.warnings = warnings;
        this.watched = watched;
        registration = context.registerService(MemoryListener.class, this, null);
        monitor.open();
    }

    @Override
    public MemoryMonitor addingService(ServiceReference<MemoryMonitor> reference) {
        tell(true);
        return context.getService(reference);
    }

    @Override
    public void modifiedService(ServiceReference<MemoryMonitor> reference, MemoryMonitor service) {
        // its properties mean nothing here
    }

    @Override
    public void removedService(ServiceReference<MemoryMonitor> reference, MemoryMonitor service) {
        tell(false);
        context.ungetService(reference);
    }

    private void tell(boolean isThere) {
        UiThread.later(() -> {
            if (!closed) {
                watched.accept(isThere);
            }
        });
    }

    @Override
    public void read(MemoryReading reading) {
        if (waiting.getAndSet(reading) == null) {
            UiThread.later(() -> {
                MemoryReading latest = waiting.getAndSet(null);
                if (latest != null && !closed) {
                    reader.accept(latest);
                }
            });
        }
    }

    @Override
    public void warned(MemoryReading reading) {
        UiThread.later(() -> {
            if (!closed) {
                warnings.accept(reading);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        monitor.close();
        if (Bundles.isRunning(MemoryFeed.class)) {
            registration.unregister();
        }
    }
}
