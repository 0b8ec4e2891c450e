package org.reelbench.ui.viewer.internal;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.reelbench.playback.Scene;
import org.reelbench.proxies.Proxies;
import org.reelbench.proxies.ProxyListener;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.OpenProject;

/**
 * What the viewer shows of a project: its main sequence, with proxies in place of heavy media where there are some. Tells when there
 * are others. For every thread.
 */
final class Scenes implements AutoCloseable {

    private final BundleContext context;
    private final Runnable changed;
    private final ServiceTracker<Proxies, Proxies> proxies;
    private final ProxyListener listener = this::hear;

    /**
     * Creates the scenes.
     *
     * @param context the viewer's bundle
     * @param changed runs, on any thread, when a proxy was made
     */
    Scenes(BundleContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
        proxies = new ServiceTracker<>(context, Proxies.class, new Followed());
        proxies.open();
    }

    /** Returns the scene of a sequence of a project: the main one, or what an edit that is tried would leave of it. */
    Scene of(OpenProject project, Sequence shown) {
        MediaCatalog snapshot = project.snapshot();
        Proxies there = proxies.getService();
        return new Scene(shown,
                there == null ? snapshot : there.standingIn(snapshot, project.session().project().media(), true));
    }

    private void hear(String fingerprint, ProxyStatus status) {
        if (status.state() == State.READY) {
            changed.run();
        }
    }

    @Override
    public void close() {
        proxies.close();
    }

    /** Proxies may come and go while the viewer is open; what they stood in for stays. */
    private final class Followed implements ServiceTrackerCustomizer<Proxies, Proxies> {

        @Override
        public Proxies addingService(ServiceReference<Proxies> reference) {
            Proxies there = context.getService(reference);
            there.addListener(listener);
            return there;
        }

        @Override
        public void modifiedService(ServiceReference<Proxies> reference, Proxies there) {
            // its properties mean nothing here
        }

        @Override
        public void removedService(ServiceReference<Proxies> reference, Proxies there) {
            there.removeListener(listener);
            context.ungetService(reference);
            changed.run();
        }
    }
}
