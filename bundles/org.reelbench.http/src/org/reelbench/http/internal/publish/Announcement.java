package org.reelbench.http.internal.publish;

import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.media.MediaPublication;

/**
 * Offers the service of publications exactly while somebody serves them, so that no address is given out that leads nowhere yet.
 * For every thread.
 */
final class Announcement {

    private final BundleContext context;
    private final Executor later;
    private final MediaPublication service;

    private boolean wanted;
    private @Nullable ServiceRegistration<MediaPublication> registration;

    /**
     * Prepares it.
     *
     * @param context registers the service
     * @param later where that happens: not on the thread that says so, which may hold the web server's locks
     * @param service the service
     */
    Announcement(BundleContext context, Executor later, MediaPublication service) {
        this.context = context;
        this.later = later;
        this.service = service;
    }

    /** Somebody serves media from now on. */
    void begin() {
        synchronized (this) {
            wanted = true;
        }
        later.execute(this::register);
    }

    private void register() {
        synchronized (this) {
            if (!wanted || registration != null) {
                return;
            }
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
