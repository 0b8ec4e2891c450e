package org.reelbench.workbench.internal.hot;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Lets what bundles bring to the window come and go with them. Hears of bundles on any thread and acts on the UI thread; a bundle that
 * stops waits until nothing of it is in the window any more.
 */
public final class HotParts implements SynchronousBundleListener, AutoCloseable {

    private static final Set<String> POINTS = Set.of("views", "commands", "handlers", "bindings", "menus").stream()
            .map(name -> "org.eclipse.ui." + name).collect(Collectors.toUnmodifiableSet());

    private final IWorkbench workbench;
    private final Display display;
    private final IExtensionRegistry registry = Platform.getExtensionRegistry();
    private final BundleContext context = Objects.requireNonNull(FrameworkUtil.getBundle(HotParts.class)).getBundleContext();
    private final HotViews views;
    private final HotCommands commands;
    private final HotMenus menus;
    /** The bundles whose parts are in the window; those the platform has read at its start are, too. */
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    /** The bundles that have or had something in the window: those that never had must not wait for it. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    /** The bundles of which the platform has read menus, commands and handlers at its start. */
    private final Set<String> read = new HashSet<>();
    /** The bundles whose keys are read. */
    private final Set<String> keyed = new HashSet<>();

    private HotParts(IWorkbench workbench) {
        this.workbench = workbench;
        display = workbench.getDisplay();
        views = new HotViews(workbench);
        commands = new HotCommands(workbench);
        menus = new HotMenus(workbench);
        for (String point : POINTS) {
            Stream.of(registry.getConfigurationElementsFor(point)).map(HotParts::bundle).forEach(read::add);
        }
        present.addAll(read);
        known.addAll(read);
        menus.know(read.stream().collect(Collectors.toMap(id -> id, id -> elements(id, "menus"))));
        for (String id : read) {
            run("known", id, () -> commands.know(id, elements(id, "commands"), elements(id, "handlers")));
            if (!elements(id, "bindings").isEmpty()) {
                keyed.add(id);
            }
        }
    }

    /**
     * Begins to follow bundles. On the UI thread.
     *
     * @param workbench what is shown, with all that the platform has read
     * @return follows them until it is closed
     */
    public static HotParts follow(IWorkbench workbench) {
        HotParts parts = new HotParts(workbench);
        parts.context.addBundleListener(parts);
        return parts;
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        String id = bundle.getSymbolicName();
        if (id == null || context.getBundle(0).getState() == Bundle.STOPPING || workbench.isClosing()) {
            return;
        }
        switch (event.getType()) {
        case BundleEvent.STARTED, BundleEvent.LAZY_ACTIVATION -> {
            if (!present.contains(id) && !elements(id).isEmpty()) {
                display.asyncExec(() -> arrive(bundle));
            }
        }
        case BundleEvent.STOPPING -> {
            if (present.remove(id)) {
                display.syncExec(() -> leave(bundle));
            }
        }
        case BundleEvent.UNRESOLVED -> {
            if (known.contains(id)) {
                display.syncExec(() -> lose(bundle));
            }
        }
        case BundleEvent.UNINSTALLED -> {
            if (known.remove(id)) {
                display.syncExec(() -> forget(id));
            }
        }
        default -> {
            // nothing in the window changes by it
        }
        }
    }

    private void arrive(Bundle bundle) {
        String id = bundle.getSymbolicName();
        if ((bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0 || !present.add(id)) {
            return;
        }
        known.add(id);
        if (!read.contains(id)) {
            run("defined", id, () -> commands.define(id, elements(id, "commands")));
            run("put into menus", id, () -> menus.arrive(id, elements(id, "menus")));
        }
        // Views may have commands in their tool bars.
        run("shown", id, () -> views.arrive(id, elements(id, "views")));
        run("done", id, () -> commands.handle(id, elements(id, "commands"), elements(id, "handlers")));
        if (!elements(id, "bindings").isEmpty()) {
            keyed.add(id);
            run("reached by keys", id, commands::readKeys);
        }
    }

    /** A bundle that is only stopped may be started again: menus that the platform has read of it at its start are left where they are. */
    private void leave(Bundle bundle) {
        String id = bundle.getSymbolicName();
        run("taken out", id, () -> views.leave(id, Absences.name(bundle) + " (" + id + ")"));
        run("left undone", id, () -> commands.drop(id));
        if (!read.contains(id)) {
            run("taken out of menus", id, () -> menus.leave(id));
            run("forgotten", id, () -> commands.undefine(id));
        }
    }

    /** What is known of a bundle that goes or is replaced holds no longer, whoever has read it. */
    private void lose(Bundle bundle) {
        String id = bundle.getSymbolicName();
        if (present.remove(id)) {
            leave(bundle);
        }
        if (read.remove(id)) {
            run("taken out of menus", id, () -> menus.leave(id));
        }
    }

    private void forget(String id) {
        run("forgotten", id, () -> views.forget(id));
        run("forgotten", id, () -> commands.undefine(id));
        if (keyed.remove(id)) {
            run("taken off the keys", id, commands::readKeys);
        }
    }

    /** Something that depends on how the platform is made. */
    @FunctionalInterface
    private interface Step {

        void run() throws ReflectiveOperationException, CoreException;
    }

    private static void run(String what, String bundle, Step step) {
        try {
            step.run();
        } catch (ReflectiveOperationException | CoreException | RuntimeException e) {
            ILog.of(HotParts.class).error("What " + bundle + " brings to the window could not be " + what, e);
        }
    }

    private List<IConfigurationElement> elements(String bundle) {
        return POINTS.stream().flatMap(point -> Stream.of(registry.getConfigurationElementsFor(point)))
                .filter(element -> bundle.equals(bundle(element))).toList();
    }

    private List<IConfigurationElement> elements(String bundle, String point) {
        return Stream.of(registry.getConfigurationElementsFor("org.eclipse.ui." + point))
                .filter(element -> bundle.equals(bundle(element))).toList();
    }

    private static String bundle(IConfigurationElement element) {
        return element.getContributor().getName();
    }
}
