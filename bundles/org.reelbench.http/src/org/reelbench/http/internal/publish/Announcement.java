package org.reelbench.http.internal.publish;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.ServletDTO;
import org.reelbench.media.MediaPublication;

/**
 * Offers the service of publications exactly while somebody serves them, so that no address is given out that leads nowhere yet.
 * For every thread.
 */
final class Announcement {

    /** The web server starts a servlet a moment before it sends requests there, and says nothing when it does. */
    private static final long LOOK_MS = 5;

    private final BundleContext context;
    private final ScheduledExecutorService clock;
    private final MediaPublication service;

    private boolean wanted;
    private @Nullable ServiceRegistration<MediaPublication> registration;

    /**
     * Prepares it.
     *
     * @param context registers the service
     * @param clock where that happens: not on the thread that says so, which may hold the web server's locks
     * @param service the service
     */
    Announcement(BundleContext context, ScheduledExecutorService clock, MediaPublication service) {
        this.context = context;
        this.clock = clock;
        this.service = service;
    }

    /** Somebody is about to serve media. */
    void begin() {
        synchronized (this) {
            wanted = true;
        }
        clock.execute(this::registerOnceServed);
    }

    private void registerOnceServed() {
        synchronized (this) {
            if (!wanted || registration != null) {
                return;
            }
        }
        if (!isServed()) {
            clock.schedule(this::registerOnceServed, LOOK_MS, TimeUnit.MILLISECONDS);
            return;
        }
        ServiceRegistration<MediaPublication> registered = context.registerService(MediaPublication.class, service, null);
        boolean late;
        synchronized (this) {
            late = !wanted || registration != null;
            if (!late) {
                registration = registered;
            }
        }
        if (late) {
            registered.unregister();
        }
    }

    /** Asks the web server where it would send a request for media. */
    private boolean isServed() {
        ServiceReference<HttpServiceRuntime> reference = context.getServiceReference(HttpServiceRuntime.class);
        HttpServiceRuntime runtime = reference == null ? null : context.getService(reference);
        if (runtime == null) {
            return false;
        }
        try {
            ServletDTO servlet = runtime.calculateRequestInfoDTO(Publications.PATH + "/any").servletDTO;
            return servlet != null && Publications.SERVLET.equals(servlet.name);
        } finally {
            context.ungetService(reference);
        }
    }

    /** Nobody does any more. */
    void end() {
        ServiceRegistration<MediaPublication> registered;
        synchronized (this) {
            wanted = false;
            registered = registration;
            registration = null;
        }
        if (registered != null) {
            registered.unregister();
        }
    }
}
