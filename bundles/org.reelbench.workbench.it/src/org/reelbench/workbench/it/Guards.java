package org.reelbench.workbench.it;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.Exports;
import org.reelbench.interchange.TimelineFormats;
import org.reelbench.loading.Loading;
import org.reelbench.loading.LoadingSession;
import org.reelbench.media.AudioSink;
import org.reelbench.media.AudioSinks;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaEngine;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.ScreenConverters;
import org.reelbench.playback.Player;
import org.reelbench.playback.Players;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.proxies.Proxies;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.sketches.SketchView;
import org.reelbench.sketches.Sketches;

/**
 * Stands before every service that does file or native work for the window, and keeps who calls it on the UI thread.
 */
final class Guards {

    /** Higher than any bundle's. */
    private static final int RANKING = 1_000_000;
    private static final List<Class<?>> SERVICES = List.of(Renderers.class, ScreenConverters.class, AudioSinks.class,
            Exports.class, ExportPresets.class,
            MediaEngine.class, MediaProbe.class, Fingerprints.class, ProjectSessions.class, TimelineFormats.class,
            Loading.class, Players.class, Proxies.class, Sketches.class);
    /** What services give out and what works as they do. */
    private static final Set<Class<?>> WORKERS = Set.of(VideoRenderer.class, AudioRenderer.class, ScreenConverter.class,
            AudioSink.class, ProjectSession.class, LoadingSession.class, Player.class, SketchView.class);
    /** What only looks at memory, and is asked while the window is drawn. */
    private static final Map<Class<?>, Set<String>> QUICK = Map.of(
            ProjectSession.class,
            Set.of("project", "revision", "file", "undoLabel", "redoLabel", "undoLabels", "redoLabels", "isDirty", "recovery",
                    "securedRevision",
                    "journalProblem",
                    "addListener", "removeListener"),
            TimelineFormats.class, Set.of("forFile", "all"),
            Loading.class, Set.of("open"),
            LoadingSession.class, Set.of("label", "purpose", "update", "retry", "loads", "close"),
            Players.class, Set.of("open", "isReady"),
            // A viewer that closes waits for the picture under way.
            Player.class, Set.of("show", "play", "scrub", "setQuality", "idle", "figures", "close"),
            Proxies.class, Set.of("standingIn", "want", "cancel", "addListener", "removeListener", "format"),
            Sketches.class, Set.of("open"),
            SketchView.class, Set.of("begin", "thumbnail", "waves", "end", "close"),
            AudioSink.class, Set.of("framesPlayed", "bufferFrames"));

    private static final List<String> VIOLATIONS = new ArrayList<>();
    private static boolean installed;

    private Guards() {
    }

    /** Puts the guards before the services; a second time nothing happens. */
    static synchronized void install() throws InterruptedException {
        if (!installed) {
            for (Class<?> service : SERVICES) {
                install(service);
            }
            installed = true;
        }
    }

    /** A service may go and come; its guard goes and comes with it. */
    private static <S> void install(Class<S> type) throws InterruptedException {
        Services.get(type);
        BundleContext context = Services.context();
        new ServiceTracker<>(context, type, new ServiceTrackerCustomizer<S, Optional<ServiceRegistration<S>>>() {

            @Override
            public Optional<ServiceRegistration<S>> addingService(ServiceReference<S> reference) {
                if (context.getBundle().equals(reference.getBundle())) {
                    return Optional.empty();
                }
                return Optional.of(context.registerService(type, guarded(type, context.getService(reference)),
                        new Hashtable<>(Map.of(Constants.SERVICE_RANKING, RANKING))));
            }

            @Override
            public void modifiedService(ServiceReference<S> reference, Optional<ServiceRegistration<S>> guard) {
                // a guard has no other properties
            }

            @Override
            public void removedService(ServiceReference<S> reference, Optional<ServiceRegistration<S>> guard) {
                guard.ifPresent(ServiceRegistration::unregister);
                context.ungetService(reference);
            }
        }).open();
    }

    /** What was called on the UI thread since the last call. */
    static List<String> newViolations() {
        synchronized (VIOLATIONS) {
            List<String> violations = List.copyOf(VIOLATIONS);
            VIOLATIONS.clear();
            return violations;
        }
    }

    static <S> S guarded(Class<S> type, S service) {
        InvocationHandler handler = (_, method, arguments) -> {
            check(type, method);
            try {
                return wrapped(method.getReturnType(), method.invoke(service, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(Guards.class.getClassLoader(), new Class<?>[] { type }, handler));
    }

    private static <S> Object wrapped(Class<S> type, Object result) {
        return WORKERS.contains(type) && result != null ? guarded(type, type.cast(result)) : result;
    }

    private static void check(Class<?> type, Method method) {
        boolean isQuick = method.getDeclaringClass() == Object.class
                || QUICK.getOrDefault(type, Set.of()).contains(method.getName());
        if (isQuick || Display.findDisplay(Thread.currentThread()) == null) {
            return;
        }
        String call = type.getSimpleName() + "." + method.getName();
        IllegalStateException violation = new IllegalStateException(call + " is called on the UI thread");
        String caller = StackWalker.getInstance().walk(frames -> frames.map(Object::toString)
                .filter(frame -> frame.startsWith("org.reelbench.") && !frame.contains(".it.")
                        && !frame.startsWith(UiFileWatch.MAIN_LOOP))
                .findFirst().orElse("a test"));
        synchronized (VIOLATIONS) {
            VIOLATIONS.add(call + " by " + caller);
        }
        throw violation;
    }
}
