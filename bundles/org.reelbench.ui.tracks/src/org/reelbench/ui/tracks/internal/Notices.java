package org.reelbench.ui.tracks.internal;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.swt.widgets.Composite;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.reelbench.ui.TrackNotice;
import org.reelbench.ui.UiThread;

/** Shows the notices that there are above the tracks, as they come and go. */
final class Notices implements ServiceTrackerCustomizer<TrackNotice, TrackNotice> {

    private final BundleContext context;
    private final Composite parent;
    private final Runnable focus;
    private final ServiceTracker<TrackNotice, TrackNotice> tracker;
    private final Map<TrackNotice, NoticeStrip> strips = new HashMap<>();

    /**
     * Begins to look for notices.
     *
     * @param context finds them
     * @param parent has a grid of one column; its last row are the tracks
     * @param focus gives the tracks the focus
     */
    Notices(BundleContext context, Composite parent, Runnable focus) {
        this.context = context;
        this.parent = parent;
        this.focus = focus;
        tracker = new ServiceTracker<>(context, TrackNotice.class, this);
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    @Override
    public TrackNotice addingService(ServiceReference<TrackNotice> reference) {
        TrackNotice notice = context.getService(reference);
        onUi(() -> show(notice));
        return notice;
    }

    @Override
    public void modifiedService(ServiceReference<TrackNotice> reference, TrackNotice notice) {
        onUi(() -> {
            NoticeStrip strip = strips.get(notice);
            if (strip != null) {
                strip.fill();
            }
        });
    }

    @Override
    public void removedService(ServiceReference<TrackNotice> reference, TrackNotice notice) {
        onUi(() -> hide(notice));
        context.ungetService(reference);
    }

    private void show(TrackNotice notice) {
        if (!parent.isDisposed()) {
            NoticeStrip strip = new NoticeStrip(parent, notice, focus);
            strip.moveUp();
            strips.put(notice, strip);
            parent.layout(true, true);
        }
    }

    private void hide(TrackNotice notice) {
        NoticeStrip strip = strips.remove(notice);
        if (strip != null && !parent.isDisposed()) {
            strip.dispose();
            parent.layout(true, true);
        }
    }

    private static void onUi(Runnable action) {
        if (UiThread.isCurrent()) {
            action.run();
        } else {
            UiThread.later(action);
        }
    }
}
