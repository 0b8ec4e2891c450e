package org.reelbench.ui.plugins.internal;

import java.util.List;
import java.util.Optional;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.reelbench.memory.MemoryListener;
import org.reelbench.memory.MemoryReading;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.PluginListener;
import org.reelbench.plugins.Plugins;
import org.reelbench.ui.UiThread;

/**
 * Tells the UI thread when plug-ins change, when the service that takes them up comes or goes, and whenever memory was looked at, as
 * what they hold may be other then.
 */
final class PluginFeed implements PluginListener, MemoryListener, AutoCloseable {

    private final Bundle bundle = FrameworkUtil.getBundle(PluginFeed.class);
    private final Runnable listener;
    private final ServiceTracker<Plugins, Plugins> tracker;
    private final ServiceRegistration<?> registration;
    private volatile boolean closed;

    /**
     * Begins to tell.
     *
     * @param listener called on the UI thread
     */
    PluginFeed(Runnable listener) {
        this.listener = listener;
        BundleContext context = bundle.getBundleContext();
        tracker = new ServiceTracker<>(context, Plugins.class, new Comings(context));
        tracker.open();
        registration = context.registerService(new String[] { PluginListener.class.getName(), MemoryListener.class.getName() },
                this, null);
    }

    /** The service that is there now. */
    Optional<Plugins> service() {
        return Optional.ofNullable(tracker.getService());
    }

    @Override
    public void changed(List<Plugin> plugins) {
        tell();
    }

    @Override
    public void read(MemoryReading reading) {
        tell();
    }

    private void tell() {
        UiThread.later(() -> {
            if (!closed) {
                listener.run();
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        tracker.close();
        // A bundle that stops has its services unregistered by the framework.
        if ((bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0) {
            registration.unregister();
        }
    }

    /** Tells of the service itself. */
    private final class Comings implements ServiceTrackerCustomizer<Plugins, Plugins> {

        private final BundleContext context;

        Comings(BundleContext context) {
            this.context = context;
        }

        @Override
        public Plugins addingService(ServiceReference<Plugins> reference) {
            tell();
            return context.getService(reference);
        }

        @Override
        public void modifiedService(ServiceReference<Plugins> reference, Plugins service) {
            // its properties mean nothing here
        }

        @Override
        public void removedService(ServiceReference<Plugins> reference, Plugins service) {
            context.ungetService(reference);
            tell();
        }
    }
}
