package org.reelbench.ui;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * The editor as a view sees it, which shows something as long as there is one: the editor may come after the view, and go before it.
 * <p>
 * For every thread; the view hears of the editor on the UI thread. Whoever opened the slot closes it; then the view hears that the
 * editor is gone.
 *
 * <pre>{@code
 * private final EditorSlot editor = new EditorSlot(TrackView.class, this::show, this::hide);
 * …
 * editor.open();    // in createPartControl()
 * …
 * editor.close();   // in dispose()
 * }</pre>
 */
public final class EditorSlot implements AutoCloseable {

    private final ServiceTracker<Editor, Editor> tracker;

    /**
     * Creates a slot that is not open yet.
     *
     * @param user a class of the bundle that uses the editor
     * @param come hears of an editor that came, on the UI thread
     * @param gone hears that it went, on the UI thread
     */
    public EditorSlot(Class<?> user, Consumer<Editor> come, Runnable gone) {
        BundleContext context = Objects.requireNonNull(FrameworkUtil.getBundle(user), "no bundle").getBundleContext();
        tracker = new ServiceTracker<>(context, Editor.class, new Customizer(context, come, gone));
    }

    /** Begins to look for an editor; if one is there and this is the UI thread, the view hears of it at once. */
    public void open() {
        tracker.open();
    }

    /**
     * Returns the editor that is there now.
     *
     * @return the editor, or empty if there is none
     */
    public Optional<Editor> get() {
        return Optional.ofNullable(tracker.getService());
    }

    /** Lets the editor go. */
    @Override
    public void close() {
        tracker.close();
    }

    private record Customizer(BundleContext context, Consumer<Editor> come, Runnable gone)
            implements
                ServiceTrackerCustomizer<Editor, Editor> {

        @Override
        public Editor addingService(ServiceReference<Editor> reference) {
            Editor editor = context.getService(reference);
            onUiThread(() -> come.accept(editor));
            return editor;
        }

        @Override
        public void modifiedService(ServiceReference<Editor> reference, Editor editor) {
            // its properties mean nothing here
        }

        @Override
        public void removedService(ServiceReference<Editor> reference, Editor editor) {
            onUiThread(gone);
            context.ungetService(reference);
        }

        private static void onUiThread(Runnable action) {
            if (UiThread.isCurrent()) {
                action.run();
            } else {
                UiThread.later(action);
            }
        }
    }
}
