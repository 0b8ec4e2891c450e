package org.reelbench.ui.tracks.internal.decoration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.project.decoration.TrackDecorator;

/**
 * The decorators that there are, as they come and go, and the thread on which they are asked; it ends when nobody is asked.
 * For every thread.
 */
public final class Decorators implements AutoCloseable {

    private static final long IDLE_SECONDS = 10;

    private final BundleContext context;
    private final Supplier<Optional<PluginCalls>> calls;
    private final List<ServiceSource> sources = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ServiceTracker<TrackDecorator, ServiceSource> tracker;
    private final ExecutorService worker;

    private Decorators(BundleContext context, Supplier<Optional<PluginCalls>> calls) {
        this.context = context;
        this.calls = calls;
        tracker = new ServiceTracker<>(context, TrackDecorator.class, new Follower());
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("reelbench-decorations").priority(Thread.MIN_PRIORITY).factory());
        one.allowCoreThreadTimeOut(true);
        worker = one;
    }

    /**
     * Begins to look for decorators; makes none of them.
     *
     * @param context finds them
     * @param calls guards against plug-ins, if it is there at the moment
     * @return the decorators, to be closed by the caller
     */
    public static Decorators open(BundleContext context, Supplier<Optional<PluginCalls>> calls) {
        Decorators made = new Decorators(context, calls);
        made.tracker.open();
        return made;
    }

    List<Source> sources() {
        return List.copyOf(sources);
    }

    void run(Runnable work) {
        worker.execute(work);
    }

    /** Tells a listener from any thread when there are others, or one knows more; returns what ends that. */
    Runnable follow(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        tracker.close();
        worker.shutdownNow();
    }

    private final class Follower implements ServiceTrackerCustomizer<TrackDecorator, ServiceSource> {

        @Override
        public ServiceSource addingService(ServiceReference<TrackDecorator> reference) {
            ServiceSource source = new ServiceSource(context, reference, calls);
            sources.add(source);
            sources.sort(Comparator.comparing(ServiceSource::reference).reversed());
            listeners.forEach(Runnable::run);
            return source;
        }

        @Override
        public void modifiedService(ServiceReference<TrackDecorator> reference, ServiceSource source) {
            source.knowsMore();
            listeners.forEach(Runnable::run);
        }

        @Override
        public void removedService(ServiceReference<TrackDecorator> reference, ServiceSource source) {
            sources.remove(source);
            source.close();
            listeners.forEach(Runnable::run);
        }
    }
}
