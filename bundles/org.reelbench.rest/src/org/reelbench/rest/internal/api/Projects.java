package org.reelbench.rest.internal.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.capture.Recorder;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.Exports;
import org.reelbench.media.MediaPublication;
import org.reelbench.project.ProjectSession;
import org.reelbench.rest.ProjectSettings;
import org.reelbench.rest.PublishedProject;
import org.reelbench.rest.internal.export.ProjectExports;
import org.reelbench.rest.internal.record.ProjectRecordings;

/** Knows the projects that are published, whether the server listens or not. For every thread. */
@Component(service = Projects.class)
public final class Projects {

    private static final int LONGEST_ID = 40;

    private final Exports exports;
    private final ExportPresets presets;
    private final Map<String, Published> published = new LinkedHashMap<>();
    private volatile @Nullable Recorder recorder;
    private volatile @Nullable MediaPublication server;

    /**
     * Creates it.
     *
     * @param exports makes films
     * @param presets say how
     */
    @Activate
    public Projects(@Reference Exports exports, @Reference ExportPresets presets) {
        this.exports = exports;
        this.presets = presets;
    }

    /** Stops exports that are under way. */
    @Deactivate
    public void stop() {
        List<Published> all;
        synchronized (this) {
            all = new ArrayList<>(published.values());
            published.clear();
        }
        all.forEach(Projects::end);
    }

    /**
     * Recordings can be made.
     *
     * @param service makes them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setRecorder(Recorder service) {
        recorder = service;
    }

    /**
     * Recordings cannot be made any more.
     *
     * @param service made them
     */
    public void unsetRecorder(Recorder service) {
        if (recorder == service) {
            recorder = null;
        }
    }

    /**
     * Recordings can be watched while they are made.
     *
     * @param service gives them addresses
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setServer(MediaPublication service) {
        server = service;
    }

    /**
     * Recordings have no addresses any more.
     *
     * @param service gave them
     */
    public void unsetServer(MediaPublication service) {
        if (server == service) {
            server = null;
        }
    }

    /** What records here, if anything does. */
    Optional<Recorder> recorder() {
        return Optional.ofNullable(recorder);
    }

    private Optional<MediaPublication> server() {
        return Optional.ofNullable(server);
    }

    /** Adds a project. */
    public synchronized PublishedProject publish(ProjectSession session, ProjectSettings settings) {
        String wanted = idOf(session);
        String id = wanted;
        for (int i = 2; published.containsKey(id); i++) {
            id = wanted + "-" + i;
        }
        Published project = new Published(id, session, settings, new ProjectExports(exports, presets, session, settings),
                new ProjectRecordings(this::recorder, this::server, session, settings));
        published.put(id, project);
        return new Publication(project);
    }

    /** All of them, in the order they came. */
    synchronized List<Published> all() {
        return List.copyOf(published.values());
    }

    /** One by its name. */
    synchronized Optional<Published> find(String id) {
        return Optional.ofNullable(published.get(id));
    }

    private void withdraw(Published project) {
        synchronized (this) {
            published.remove(project.id(), project);
        }
        end(project);
    }

    private static void end(Published project) {
        project.exports().close();
        project.recordings().close();
    }

    /** The name of the file, or of the project, as far as addresses can carry it. */
    private static String idOf(ProjectSession session) {
        String name = session.file().map(file -> String.valueOf(file.getFileName())).orElseGet(() -> session.project().name());
        String plain = name.replaceFirst("\\.reel$", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String id = plain.substring(0, Math.min(LONGEST_ID, plain.length()));
        return id.isEmpty() ? "project" : id;
    }

    /** One publication. */
    private final class Publication implements PublishedProject {

        private final Published project;

        Publication(Published project) {
            this.project = project;
        }

        @Override
        public String id() {
            return project.id();
        }

        @Override
        public void close() {
            withdraw(project);
        }
    }
}
