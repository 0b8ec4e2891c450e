package org.reelbench.ui.capture.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.capture.LeftRecordings;
import org.reelbench.capture.PlacedRecording;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingRecovery;
import org.reelbench.media.Cancellation;
import org.reelbench.project.ProjectSession;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.UiThread;

/**
 * The recordings on the tracks of the open project: they grow with or without the recorder view, and those that the project was left
 * with are finished when it is opened. For every thread.
 */
@Component(immediate = true, service = TimelineRecordings.class)
public final class TimelineRecordings implements EditorListener {

    private final Editor editor;
    private final List<PlacedRecording> growing = new ArrayList<>();
    private final Set<UUID> put = new HashSet<>();
    private Cancellation opening = new Cancellation();
    private @Nullable ProjectSession resumed;
    private @Nullable Recorder recorder;
    private @Nullable RecordingRecovery recovery;

    /**
     * Creates the service.
     *
     * @param editor knows the project
     */
    @Activate
    public TimelineRecordings(@Reference Editor editor) {
        this.editor = editor;
        editor.addListener(this);
        resume();
    }

    /** Lets clips stay as they are. */
    @Deactivate
    public void stop() {
        editor.removeListener(this);
        leave();
    }

    /**
     * Something records.
     *
     * @param service knows the recordings that run
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setRecorder(Recorder service) {
        synchronized (this) {
            recorder = service;
        }
        resume();
    }

    /**
     * Nothing records any more.
     *
     * @param service knew recordings
     */
    public synchronized void unsetRecorder(Recorder service) {
        if (recorder == service) {
            recorder = null;
        }
    }

    /**
     * Files can be finished.
     *
     * @param service finishes them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setRecovery(RecordingRecovery service) {
        synchronized (this) {
            recovery = service;
        }
        resume();
    }

    /**
     * Files cannot be finished any more.
     *
     * @param service finished them
     */
    public synchronized void unsetRecovery(RecordingRecovery service) {
        if (recovery == service) {
            recovery = null;
        }
    }

    @Override
    public void projectChanged(Optional<OpenProject> project) {
        leave();
        resume();
    }

    private void leave() {
        List<PlacedRecording> left;
        synchronized (this) {
            opening.cancel();
            opening = new Cancellation();
            left = List.copyOf(growing);
            growing.clear();
            put.clear();
            resumed = null;
        }
        left.forEach(PlacedRecording::close);
    }

    /** Goes on with the recordings of the project that is open, once for each project, when all is there that it takes. */
    private synchronized void resume() {
        Recorder runs = recorder;
        RecordingRecovery finishes = recovery;
        Optional<OpenProject> project = editor.project();
        if (runs == null || finishes == null || project.isEmpty() || project.get().session() == resumed) {
            return;
        }
        ProjectSession session = project.get().session();
        resumed = session;
        Cancellation mine = opening;
        Path folder = session.file().map(file -> file.toAbsolutePath().getParent()).orElseGet(() -> Path.of(""));
        if (session.project().media().stream().anyMatch(medium -> medium.recorded() != null)) {
            RecorderView.inBackground("Looking after recordings of the project", () -> {
                UiThread.forbid("finishing recordings");
                keep(new LeftRecordings(runs, finishes).resume(session, folder, mine), mine);
            });
        }
    }

    private void keep(List<PlacedRecording> found, Cancellation until) {
        synchronized (this) {
            if (!until.isCancelled()) {
                growing.addAll(found);
                return;
            }
        }
        found.forEach(PlacedRecording::close);
    }

    /** Puts a recording where the playhead is; without an open project it does nothing but say so. */
    void put(Recording recording) {
        Optional<OpenProject> open = editor.project();
        if (open.isEmpty()) {
            editor.tell("No project is open; the recording is in " + recording.file(), false);
            return;
        }
        PlacedRecording placed = PlacedRecording.put(recording, open.get().session(), open.get().sequence().id(),
                editor.playheadFrame());
        synchronized (this) {
            growing.add(placed);
            put.add(recording.mediaId());
        }
        placed.placed().whenComplete((change, problem) -> {
            if (change != null) {
                editor.tell(change.label(), false);
            } else {
                editor.tell("The recording is not put on the timeline: " + problem.getMessage(), true);
            }
        });
    }

    /** Whether a recording was put on the timeline of the project that is open. */
    synchronized boolean isPut(Recording recording) {
        return put.contains(recording.mediaId());
    }
}
