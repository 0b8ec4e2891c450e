package org.reelbench.ui;

import java.util.Objects;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A service as views see it: there, or not there for the moment. Views are made by the workbench, so nothing injects services
 * into them.
 * <p>
 * For every thread. Whoever opened the slot closes it.
 *
 * <pre>{@code
 * private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, TrackView.class);
 * …
 * editor.get().ifPresent(Editor::undo);
 * …
 * editor.close();   // in dispose()
 * }</pre>
 *
 * @param <T> the service's type
 */
public final class ServiceSlot<T> implements AutoCloseable {

    private final ServiceTracker<T, T> tracker;

    private ServiceSlot(ServiceTracker<T, T> tracker) {
        this.tracker = tracker;
    }

    /**
     * Opens a slot.
     *
     * @param <T> the service's type
     * @param service the service's type
     * @param user a class of the bundle that uses the service
     * @return the slot, to be closed by the caller
     */
    public static <T> ServiceSlot<T> open(Class<T> service, Class<?> user) {
        BundleContext context = Objects.requireNonNull(FrameworkUtil.getBundle(user), "no bundle").getBundleContext();
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, service, null);
        tracker.open();
        return new ServiceSlot<>(tracker);
    }

    /**
     * Returns the service that is there now.
     *
     * @return the service, or empty if there is none
     */
    public Optional<T> get() {
        return Optional.ofNullable(tracker.getService());
    }

    /** Lets the service go. */
    @Override
    public void close() {
        tracker.close();
    }
}
