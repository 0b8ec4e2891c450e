package org.reelbench.ui.viewer.internal;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.reelbench.playback.Players;
import org.reelbench.render.Renderers;
import org.reelbench.ui.Transport;
import org.reelbench.ui.UiThread;

/**
 * Pauses when what renders or plays goes, and plays on when it is back: while the program runs, its parts may be replaced. Acts on the
 * UI thread.
 */
final class Interruptions implements AutoCloseable {

    /** Services come in no order: a player may know a moment later what the window knows already. */
    private static final int LOOK_MS = 50;

    private final BundleContext context;
    private final Supplier<Optional<Transport>> transport;
    private final Runnable changed;
    private final ServiceTracker<Renderers, Renderers> renderers;
    private final ServiceTracker<Players, Players> players;
    private boolean isInterrupted;
    private boolean isClosed;

    /**
     * Begins to look after what plays.
     *
     * @param context the viewer's bundle
     * @param transport what plays, if there is something
     * @param changed is told that pictures may be different, or possible, now
     */
    Interruptions(BundleContext context, Supplier<Optional<Transport>> transport, Runnable changed) {
        this.context = context;
        this.transport = transport;
        this.changed = changed;
        renderers = new ServiceTracker<>(context, Renderers.class, new Followed<>());
        players = new ServiceTracker<>(context, Players.class, new Followed<>());
    }

    void open() {
        renderers.open();
        players.open();
    }

    private void came() {
        if (isClosed || !isThere(Renderers.class) || !isThere(Players.class)) {
            return;
        }
        Players player = players.getService();
        if (player == null || !player.isReady()) {
            Display.getCurrent().timerExec(LOOK_MS, this::came);
            return;
        }
        changed.run();
        if (isInterrupted) {
            isInterrupted = false;
            transport.get().ifPresent(Transport::play);
        }
    }

    /** The trackers hear of a service before they hold it. */
    private boolean isThere(Class<?> service) {
        return context.getServiceReference(service) != null;
    }

    private void went() {
        transport.get().filter(Transport::isPlaying).ifPresent(playing -> {
            isInterrupted = true;
            playing.pause();
        });
        changed.run();
    }

    @Override
    public void close() {
        isClosed = true;
        renderers.close();
        players.close();
    }

    private final class Followed<S> implements ServiceTrackerCustomizer<S, S> {

        @Override
        public S addingService(ServiceReference<S> reference) {
            UiThread.later(Interruptions.this::came);
            return context.getService(reference);
        }

        @Override
        public void modifiedService(ServiceReference<S> reference, S service) {
            // its properties mean nothing here
        }

        @Override
        public void removedService(ServiceReference<S> reference, S service) {
            UiThread.later(Interruptions.this::went);
            context.ungetService(reference);
        }
    }
}
