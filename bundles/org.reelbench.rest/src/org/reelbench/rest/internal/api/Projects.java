package org.reelbench.rest.internal.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.Exports;
import org.reelbench.project.ProjectSession;
import org.reelbench.rest.ProjectSettings;
import org.reelbench.rest.PublishedProject;
import org.reelbench.rest.internal.export.ProjectExports;

/** Knows the projects that are published, whether the server listens or not. For every thread. */
@Component(service = Projects.class)
public final class Projects {

    private static final int LONGEST_ID = 40;

    private final Exports exports;
    private final ExportPresets presets;
    private final Map<String, Published> published = new LinkedHashMap<>();

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
        all.forEach(project -> project.exports().close());
    }

    /** Adds a project. */
    public synchronized PublishedProject publish(ProjectSession session, ProjectSettings settings) {
        String wanted = idOf(session);
        String id = wanted;
        for (int i = 2; published.containsKey(id); i++) {
            id = wanted + "-" + i;
        }
        Published project = new Published(id, session, settings, new ProjectExports(exports, presets, session, settings));
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
        project.exports().close();
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
