package org.reelbench.ui.memory.internal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.memory.MemoryListener;
import org.reelbench.memory.MemoryReading;
import org.reelbench.ui.UiThread;

/** Brings readings from the monitor's thread to the UI thread, the latest only where it is slow. */
final class MemoryFeed implements MemoryListener, AutoCloseable {

    private final Consumer<MemoryReading> reader;
    private final Consumer<MemoryReading> warnings;
    private final AtomicReference<@Nullable MemoryReading> waiting = new AtomicReference<>();
    private final ServiceRegistration<MemoryListener> registration;
    private volatile boolean closed;

    /**
     * Creates the feed; the monitor finds it.
     *
     * @param reader takes readings on the UI thread
     * @param warnings takes warnings on the UI thread
     */
    MemoryFeed(Consumer<MemoryReading> reader, Consumer<MemoryReading> warnings) {
        this.reader = reader;
        this.warnings = warnings;
        BundleContext context = FrameworkUtil.getBundle(MemoryFeed.class).getBundleContext();
        registration = context.registerService(MemoryListener.class, this, null);
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
        if (Bundles.isRunning(MemoryFeed.class)) {
            registration.unregister();
        }
    }
}
