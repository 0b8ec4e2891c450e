package org.reelbench.cli.internal.serve;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.capture.LeftRecordings;
import org.reelbench.capture.PlacedRecording;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.RecordingRecovery;
import org.reelbench.cli.Console;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.rest.ProjectApi;

/** Opens projects for edits over HTTP, where that is part of the installation and the server listens. */
@Component(service = EditedProjects.class)
public final class EditedProjects {

    private final ProjectSessions sessions;
    private final ProjectApi api;
    private volatile @Nullable Recorder recorder;
    private volatile @Nullable RecordingRecovery recovery;

    /**
     * Creates it.
     *
     * @param sessions opens projects
     * @param api publishes them
     */
    @Activate
    public EditedProjects(@Reference ProjectSessions sessions, @Reference ProjectApi api) {
        this.sessions = sessions;
        this.api = api;
    }

    /**
     * Recordings that a project was left with can be gone on with.
     *
     * @param service knows those that run
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setRecorder(Recorder service) {
        recorder = service;
    }

    /**
     * Nothing records any more.
     *
     * @param service knew recordings
     */
    public void unsetRecorder(Recorder service) {
        if (recorder == service) {
            recorder = null;
        }
    }

    /**
     * Recordings that a crash cut off can be finished.
     *
     * @param service finishes them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setRecovery(RecordingRecovery service) {
        recovery = service;
    }

    /**
     * Recordings cannot be finished any more.
     *
     * @param service finished them
     */
    public void unsetRecovery(RecordingRecovery service) {
        if (recovery == service) {
            recovery = null;
        }
    }

    Served project(Path file, ShownPreviews shown, ServeOptions options, Console console) {
        return new EditedProject(file, sessions, api, shown, options, this::resumed, console);
    }

    /** Finishes the recordings that a project was left with, or lets them grow on. */
    private List<PlacedRecording> resumed(ProjectSession session, Path file, Console console) {
        Recorder known = recorder;
        RecordingRecovery finishes = recovery;
        Path folder = file.toAbsolutePath().getParent();
        return known == null || finishes == null || folder == null
                ? List.of()
                : new LeftRecordings(known, finishes).resume(session, folder, console.cancellation());
    }
}
