package org.reelbench.ui.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.project.Change;
import org.reelbench.timeline.Id;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;

/** Puts media and files on tracks and into the project, after a job has looked into them. From any thread. */
final class MediaPlacing {

    private final EditorState.Work work;
    private final EditorState.Opening opening;
    private final EditQueue edits;
    private final Announcer announcer;
    private final Supplier<@Nullable OpenProject> shown;

    MediaPlacing(EditorState.Work work, EditorState.Opening opening, EditQueue edits, Announcer announcer,
            Supplier<@Nullable OpenProject> shown) {
        this.work = work;
        this.opening = opening;
        this.edits = edits;
        this.announcer = announcer;
        this.shown = shown;
    }

    /** Looks into media. */
    @FunctionalInterface
    interface Looking {

        Shots into(OpenProject project) throws MediaException;
    }

    void put(Looking looking, Optional<Id> track, long frame, Landing landing) {
        OpenProject project = shown.get();
        if (project == null) {
            announcer.told("Open a project first", true);
            return;
        }
        work.inJob("Looking into media", () -> {
            work.threadRule("looking into media");
            try {
                Shots shots = looking.into(project);
                edits.add(project, (meant, session) -> session.execute(shots.command(meant, track, frame, landing)),
                        Change::label);
            } catch (MediaException e) {
                announcer.told("Not placed: " + e.getMessage(), true);
            }
        });
    }

    void add(List<Path> files, Optional<FileImport.Place> place) {
        OpenProject project = shown.get();
        if (project == null) {
            announcer.told("Open a project first", true);
            return;
        }
        String name = files.size() == 1 ? "Adding " + files.getFirst().getFileName() : "Adding " + files.size() + " media";
        work.inJob(name, files.size(), steps -> {
            work.threadRule("looking into media");
            try {
                FileImport found = FileImport.of(files, opening.looking(place.isPresent()), steps);
                if (!found.files().isEmpty()) {
                    edits.add(project, (meant, session) -> session.execute(found.command(session, meant.draft(), place)),
                            Change::label);
                }
                // Behind the edit, whose name would take its place.
                found.complaint().ifPresent(text -> edits.behind(() -> announcer.told(text, true)));
            } catch (CancelledException e) {
                announcer.told("Nothing was added", false);
            }
        });
    }
}
