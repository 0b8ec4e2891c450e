package org.reelbench.ui.tracks.internal.decoration;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.project.decoration.TrackDecorator;
import org.reelbench.project.decoration.TrackStretch;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack;

/** A decorator that is a service, which is made when it is asked first, and called as plug-ins are. For every thread. */
final class ServiceSource implements Source {

    private final BundleContext context;
    private final ServiceReference<TrackDecorator> reference;
    private final Supplier<Optional<PluginCalls>> calls;
    private final AtomicInteger edition = new AtomicInteger();
    private @Nullable TrackDecorator service;
    private boolean gone;

    ServiceSource(BundleContext context, ServiceReference<TrackDecorator> reference, Supplier<Optional<PluginCalls>> calls) {
        this.context = context;
        this.reference = reference;
        this.calls = calls;
    }

    ServiceReference<TrackDecorator> reference() {
        return reference;
    }

    void knowsMore() {
        edition.incrementAndGet();
    }

    /** Lets the service go. */
    void close() {
        boolean wasMade;
        synchronized (this) {
            gone = true;
            wasMade = service != null;
            service = null;
        }
        if (wasMade) {
            context.ungetService(reference);
        }
    }

    @Override
    public int edition() {
        return edition.get();
    }

    @Override
    public Answer ask(TrackStretch stretch) {
        TrackDecorator decorator = service();
        return calls.get().orElseGet(PluginCalls::direct).call(decorator, "decorations of tracks", () -> {
            // Whatever list it is, what is looked at from now on is ours.
            List<Decoration> said = decorator.decorate(stretch).stream().limit(TrackDecorator.MOST).toList();
            return new Answer(decorator.scope(), new DecoratedTrack(decorator.name(), said));
        });
    }

    /** Making a service may take long: nothing is locked meanwhile. */
    private TrackDecorator service() {
        synchronized (this) {
            TrackDecorator known = service;
            if (known != null) {
                return known;
            }
        }
        TrackDecorator made = context.getService(reference);
        if (made == null) {
            throw new IllegalStateException("the service has gone, or cannot be made");
        }
        synchronized (this) {
            if (!gone) {
                service = made;
                return made;
            }
        }
        context.ungetService(reference);
        throw new IllegalStateException("the service has gone");
    }
}
