package org.reelbench.sdk.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.reelbench.sdk.internal.PluginProject.BuildException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the projects that are being worked on whenever their sources change; the program takes up what is built. Does nothing
 * unless folders are named by {@code reelbench.plugins.dev}. A thread of its own.
 */
@Component(service = {}, immediate = true)
public final class DevProjects {

    /** The property of the framework or the system that names the folders; the service of plug-ins reads it too. */
    private static final String FOLDERS = "reelbench.plugins.dev";

    private static final Logger LOG = LoggerFactory.getLogger(DevProjects.class);
    private static final long LOOK_MS = 500;

    private final Bundle own;
    private final List<Watched> projects = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("reelbench-dev-build").factory());

    /** A project and how it was when it was built last. */
    private static final class Watched {
        private final PluginProject project;
        private String built = "";
        private String seen = "";

        Watched(PluginProject project) {
            this.project = project;
        }
    }

    /**
     * Begins to watch.
     *
     * @param context this bundle's
     */
    @Activate
    public DevProjects(BundleContext context) {
        own = context.getBundle();
        String folders = context.getProperty(FOLDERS);
        Arrays.stream((folders == null ? "" : folders).split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .map(Path::of)
                .filter(PluginProject::isOne).forEach(folder -> projects.add(new Watched(new PluginProject(folder))));
        if (!projects.isEmpty()) {
            thread.scheduleWithFixedDelay(() -> projects.forEach(this::look), 0, LOOK_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends. */
    @Deactivate
    public void close() {
        thread.shutdownNow();
    }

    private void look(Watched watched) {
        try {
            String now = watched.project.stamp();
            boolean settled = now.equals(watched.seen) || watched.built.isEmpty();
            watched.seen = now;
            if (settled && !now.equals(watched.built)) {
                watched.built = now;
                LOG.info("built {}", watched.project.build(Program.of(own)));
            }
        } catch (BuildException e) {
            LOG.warn("{} is not built:\n{}", watched.project.folder(), e.getMessage());
        } catch (IOException e) {
            LOG.warn("{} cannot be built", watched.project.folder(), e);
        } catch (RuntimeException e) {
            // The watching goes on: the next change may be built.
            LOG.error("building {} failed", watched.project.folder(), e);
        }
    }
}
