package org.reelbench.ui.bin.internal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.reelbench.media.MediaException;
import org.reelbench.proxies.Proxies;
import org.reelbench.proxies.ProxyListener;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.UiThread;
import org.slf4j.LoggerFactory;

/** Looks how far the proxies of media are, on a thread of somebody else's, and hears when that changes. For every thread. */
final class ProxyBadges implements AutoCloseable {

    private final Executor thread;
    private final BiConsumer<MediaReference, ProxyStatus> answer;
    private final Map<String, Set<MediaReference>> shown = new ConcurrentHashMap<>();
    private final ServiceTracker<Proxies, Proxies> proxies;

    /**
     * Creates the badges.
     *
     * @param context the bundle of the list
     * @param thread where media are looked into
     * @param answer hears how far a medium's proxy is, on any thread
     */
    ProxyBadges(BundleContext context, Executor thread, BiConsumer<MediaReference, ProxyStatus> answer) {
        this.thread = thread;
        this.answer = answer;
        proxies = new ServiceTracker<>(context, Proxies.class, new Followed(context));
        proxies.open();
    }

    /** Looks how far the proxy of a medium is. */
    void look(MediaCatalog catalog, MediaReference reference) {
        thread.execute(() -> {
            Proxies there = proxies.getService();
            if (there == null) {
                return;
            }
            UiThread.forbid("looking into media");
            try {
                Medium medium = catalog.medium(reference.id());
                shown.computeIfAbsent(medium.fingerprint(), _ -> ConcurrentHashMap.newKeySet()).add(reference);
                answer.accept(reference, there.status(medium, reference.proxy()));
            } catch (MediaException e) {
                LoggerFactory.getLogger(ProxyBadges.class).debug("{} has no proxy: it cannot be read", reference.path(), e);
            }
        });
    }

    /** Forgets all media: another project is shown. */
    void forget() {
        shown.clear();
    }

    @Override
    public void close() {
        proxies.close();
    }

    private void hear(String fingerprint, ProxyStatus status) {
        shown.getOrDefault(fingerprint, Set.of()).forEach(reference -> answer.accept(reference, status));
    }

    private final class Followed implements ServiceTrackerCustomizer<Proxies, Proxies> {

        private final BundleContext context;
        private final ProxyListener listener = ProxyBadges.this::hear;

        private Followed(BundleContext context) {
            this.context = context;
        }

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
        }
    }
}
