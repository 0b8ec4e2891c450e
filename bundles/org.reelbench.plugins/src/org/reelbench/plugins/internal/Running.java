package org.reelbench.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts plug-ins into the framework, starts and stops them, and takes them out. Whatever a plug-in does in its activators, this
 * returns. One thread.
 */
final class Running {

    /** Tells our bundles from those of others; they are installed anew by each start of the program. */
    static final String LOCATION = "reelbench-plugin:";

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final BundleContext context;
    private final Guard guard;
    private final Needs needs;
    private final Leftovers leftovers = new Leftovers();

    Running(BundleContext context, Guard guard) {
        this.context = context;
        this.guard = guard;
        this.needs = new Needs(context);
    }

    Leftovers leftovers() {
        return leftovers;
    }

    /** Takes out what a program that ended badly has left in the framework's storage. */
    void clear() throws InterruptedException {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(LOCATION)) {
                uninstall(bundle);
            }
        }
    }

    /** Whether a bundle of this name, which is no plug-in, is in the framework. */
    boolean isOfProgram(String id) {
        return List.of(context.getBundles()).stream()
                .anyMatch(bundle -> id.equals(bundle.getSymbolicName()) && !bundle.getLocation().startsWith(LOCATION));
    }

    Loaded install(PluginFile file) throws PluginException, InterruptedException {
        Bundle before = context.getBundle(LOCATION + file.id());
        if (before != null) {
            if (isStuck(before)) {
                throw new PluginException(Reason.CODE,
                        file.id() + " still hangs where it was started before; start the program again", null);
            }
            uninstall(before);
        }
        try (InputStream bytes = Files.newInputStream(file.copy())) {
            Bundle bundle = context.installBundle(LOCATION + file.id(), bytes);
            // While the program starts, the framework may not have come to the level that new bundles have; ours is reached.
            int reached = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
            bundle.adapt(BundleStartLevel.class).setStartLevel(Math.max(1, reached));
            return new Loaded(bundle, file);
        } catch (IOException | BundleException e) {
            throw new PluginException(Reason.FILE, file.id() + " cannot be installed: " + e.getMessage(), e);
        }
    }

    /** Starts a plug-in, and each of its services: what fails in them shall fail here, where nobody else waits for it. */
    void start(Loaded plugin) throws PluginException {
        Bundle bundle = plugin.bundle();
        String id = plugin.file().id();
        if (!needs.areMet(List.of(bundle))) {
            String why = needs.unmet(bundle);
            plugin.state(State.WAITING, why);
            throw new PluginException(Reason.UNRESOLVED,
                    id + " " + plugin.file().version() + " does not fit this program: " + why, null);
        }
        Fenced fenced = guard.enter(bundle, plugin.file());
        plugin.fenced(fenced);
        try {
            fenced.run("start", () -> {
                bundle.start(Bundle.START_TRANSIENT);
                return Boolean.TRUE;
            });
            startServices(plugin, fenced);
            plugin.state(State.RUNNING, "");
        } catch (BundleException e) {
            if (e.getType() == BundleException.START_TRANSIENT_ERROR) {
                // Not the plug-in's fault: the program has not come so far yet, or ends.
                plugin.state(State.WAITING, "the program is starting or ending");
                throw new PluginException(Reason.UNRESOLVED, id + " waits, as the program is starting or ending", e);
            }
            throw new PluginException(Reason.CODE, id + " does not start: " + reason(e), e);
        } catch (PluginCallException e) {
            throw new PluginException(Reason.CODE, e.getMessage(), e);
        }
    }

    /** Whether the program ends: what fails now says nothing of who failed. */
    boolean isEnding() {
        return context.getBundle(0).getState() == Bundle.STOPPING;
    }

    private void startServices(Loaded plugin, Fenced fenced) throws PluginException {
        ServiceReference<?>[] references = plugin.bundle().getRegisteredServices();
        BundleContext own = plugin.bundle().getBundleContext();
        if (references == null || own == null) {
            return;
        }
        for (ServiceReference<?> reference : references) {
            Object service = fenced.run("activation of a service", () -> own.getService(reference));
            if (service == null && reference.getBundle() != null) {
                throw new PluginException(Reason.CODE, plugin.file().id() + " does not start: its service "
                        + String.join(", ", (String[]) reference.getProperty("objectClass"))
                        + " cannot be made; the log says why", null);
            }
        }
    }

    private static String reason(BundleException e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : String.valueOf(e.getCause());
    }

    /** Stops a plug-in. */
    void stop(Loaded plugin) {
        Bundle bundle = plugin.bundle();
        Fenced fenced = plugin.fenced();
        if (fenced != null && isStuck(bundle)) {
            // Whoever touched it would wait for it, too.
            guard.leave(bundle);
        } else if (fenced != null && !fenced.isClosed()) {
            try {
                fenced.end("stop", () -> {
                    bundle.stop(Bundle.STOP_TRANSIENT);
                    return Boolean.TRUE;
                });
            } catch (BundleException | PluginCallException e) {
                LOG.atWarn().addKeyValue("plugin", plugin.file().id()).setCause(e).log("the plug-in does not stop well");
            }
            guard.leave(bundle);
        }
    }

    /** Replaces a stopped plug-in by another version, which is not started. */
    void replace(Loaded plugin, PluginFile other) throws PluginException, InterruptedException {
        if (isStuck(plugin.bundle())) {
            throw new PluginException(Reason.CODE, other.id() + " hangs and cannot be replaced; start the program again", null);
        }
        try (InputStream bytes = Files.newInputStream(other.copy())) {
            plugin.bundle().update(bytes);
            needs.refresh(plugin.bundle());
            rememberThreads(plugin);
            plugin.file(other);
        } catch (IOException | BundleException e) {
            throw new PluginException(Reason.FILE, other.id() + " cannot be updated: " + e.getMessage(), e);
        }
    }

    /** Stops a plug-in and takes it out. */
    void takeOut(Loaded plugin) throws InterruptedException {
        stop(plugin);
        uninstall(plugin.bundle());
        rememberThreads(plugin);
    }

    /** A bundle that is on its way from one state to another after nobody waits for it any more stays there. */
    private static boolean isStuck(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING || bundle.getState() == Bundle.STOPPING;
    }

    private void rememberThreads(Loaded plugin) throws InterruptedException {
        Fenced fenced = plugin.fenced();
        if (fenced != null) {
            leftovers.add(fenced);
        }
        plugin.fenced(null);
    }

    private void uninstall(Bundle bundle) throws InterruptedException {
        if (isStuck(bundle)) {
            LOG.atWarn().addKeyValue("plugin", bundle.getSymbolicName())
                    .log("the plug-in hangs and cannot be taken out of the framework; it goes with the program");
            return;
        }
        try {
            bundle.uninstall();
            needs.refresh(bundle);
        } catch (BundleException | IllegalStateException e) {
            LOG.atWarn().addKeyValue("plugin", bundle.getSymbolicName()).setCause(e)
                    .log("the plug-in cannot be taken out of the framework; it goes with the program");
        }
    }
}
