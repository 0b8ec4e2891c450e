package org.reelbench.plugins.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;
import org.reelbench.plugins.PluginFolder;
import org.reelbench.plugins.PluginListener;
import org.reelbench.plugins.PluginPolicy;
import org.reelbench.plugins.Plugins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service: hands all work to one thread, which looks at the folder once a second besides. For every thread. */
@Component(service = { Plugins.class, PluginCalls.class }, immediate = true)
public final class PluginsComponent implements Plugins, PluginCalls {

    private static final Logger LOG = LoggerFactory.getLogger(PluginsComponent.class);

    private static final long LOOK_MS = 1_000;
    /** Stopping gives each plug-in ten seconds; who hangs must not hold up the others for ever. */
    private static final long END_SECONDS = 30;

    private final BundleContext context;
    private final Path folder;
    private final boolean safeMode;
    private final Guard guard = new Guard(Guard.LIMIT_MS, System::nanoTime);
    private final List<PluginListener> listeners = new CopyOnWriteArrayList<>();
    private final PluginStore store;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("reelbench-plugins").factory());

    /**
     * Begins to watch the folder.
     *
     * @param context the framework
     */
    @Activate
    public PluginsComponent(BundleContext context) {
        this.context = context;
        folder = PluginFolder.ofUser().toAbsolutePath();
        safeMode = Boolean.parseBoolean(context.getProperty(SAFE_MODE));
        store = new PluginStore(context, folder, PluginFolder.ofDevelopment(context.getProperty(DEVELOPMENT)),
                PluginPolicy.of(context.getProperty(POLICY)), guard, safeMode, this::tell);
        guard.onGivenUp((plugin, why) -> thread.execute(() -> store.giveUp(plugin, why)));
        thread.execute(() -> quietly(store::begin));
        thread.scheduleWithFixedDelay(() -> quietly(store::look), LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /** Takes the plug-ins out, unless everything is ending anyway. */
    @Deactivate
    public void close() {
        if (context.getBundle(0).getState() != Bundle.STOPPING) {
            thread.execute(() -> quietly(store::end));
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("plug-ins do not stop; what they hold goes with the program");
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Binds a listener. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(PluginListener listener) {
        listeners.add(listener);
    }

    /** Lets a listener go. */
    public void removeListener(PluginListener listener) {
        listeners.remove(listener);
    }

    private void tell(List<Plugin> plugins) {
        for (PluginListener listener : listeners) {
            try {
                listener.changed(plugins);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("{} failed when it was told of plug-ins", listener.getClass().getName(), e);
            }
        }
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public boolean isSafeMode() {
        return safeMode;
    }

    @Override
    public List<Plugin> plugins() {
        return store.plugins();
    }

    @Override
    public long calls() {
        return guard.ended();
    }

    @Override
    public SortedMap<String, Long> lentBytes() {
        return guard.lentBytes();
    }

    @Override
    public void look() throws InterruptedException {
        try {
            on(() -> {
                store.look();
                return Boolean.TRUE;
            });
        } catch (PluginException e) {
            // Looking at the folder finds faults of single plug-ins, which are told in their states.
            LOG.warn("{}", e.getMessage(), e);
        }
    }

    @Override
    public Plugin install(Path file) throws PluginException, InterruptedException {
        return on(() -> store.install(file));
    }

    @Override
    public Plugin update(Path file) throws PluginException, InterruptedException {
        return on(() -> store.update(file));
    }

    @Override
    public Plugin rollBack(String id) throws PluginException, InterruptedException {
        return on(() -> store.rollBack(id));
    }

    @Override
    public Plugin retry(String id) throws PluginException, InterruptedException {
        return on(() -> store.retry(id));
    }

    @Override
    public void remove(String id) throws PluginException, InterruptedException {
        on(() -> {
            store.remove(id);
            return Boolean.TRUE;
        });
    }

    @Override
    public Optional<Owner> owner(Object provider) {
        return guard.owner(provider);
    }

    @Override
    public <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E {
        return guard.call(provider, what, call);
    }

    @Override
    public <T, E extends Exception> T outside(Call<T, E> own) throws E {
        return guard.outside(own);
    }

    @Override
    public Loan lend(Object provider, long address, long bytes) {
        return guard.lend(provider, address, bytes);
    }

    private <T> T on(Callable<T> work) throws PluginException, InterruptedException {
        try {
            Future<T> future = thread.submit(work);
            return future.get();
        } catch (RejectedExecutionException e) {
            throw new PluginException(Reason.FOLDER, "plug-ins are being stopped", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PluginException refused) {
                throw new PluginException(refused.reason(), refused.getMessage(), refused);
            }
            throw new IllegalStateException("working on plug-ins failed", e.getCause());
        }
    }

    /** A defect here must not end the watching. */
    private static void quietly(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("working on plug-ins failed", e);
        }
    }

    /** Something that may be interrupted. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
