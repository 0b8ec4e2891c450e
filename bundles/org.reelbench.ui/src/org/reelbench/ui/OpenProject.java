package org.reelbench.ui;

import java.util.List;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.internal.MediaSnapshot;

/**
 * The project that is open in the window.
 * <p>
 * For every thread; the editor closes the session.
 *
 * @param session the session in which it is edited; edit it through {@link Editor} only
 * @param catalog its media, following those that edits add; refuses to be asked on the UI thread
 * @param path the ids of the nested sequences that were opened one inside the other, the last of which the window shows; empty while it
 *        shows the main one
 */
public record OpenProject(ProjectSession session, MediaCatalog catalog, List<Id> path) {

    /**
     * Creates it with a list of its own.
     */
    public OpenProject {
        path = List.copyOf(path);
    }

    /**
     * Creates it with the main sequence shown.
     *
     * @param session the session in which it is edited
     * @param catalog its media
     */
    public OpenProject(ProjectSession session, MediaCatalog catalog) {
        this(session, catalog, List.of());
    }

    /**
     * Returns the sequence that the window shows.
     *
     * @return the sequence as it is now
     */
    public Sequence sequence() {
        return sequence(session.project());
    }

    /**
     * Returns the sequence that the window shows as it is in a state of the project.
     *
     * @param state the state
     * @return the sequence opened last; the main one if none was opened, or it is not there
     */
    public Sequence sequence(Project state) {
        return path.isEmpty() ? state.mainSequence() : state.sequence(path.getLast()).orElseGet(state::mainSequence);
    }

    /**
     * Begins a draft of edits of the sequence that the window shows.
     *
     * @return a draft without steps
     */
    public EditDraft draft() {
        return path.isEmpty() ? EditDraft.of(session) : EditDraft.of(session, path.getLast());
    }

    /**
     * Lets a command that names no sequence mean the one that the window shows.
     *
     * @param command the command
     * @return the command that says so
     */
    public EditCommand meant(EditCommand command) {
        return path.isEmpty() ? command : EditCommands.inSequence(command, path.getLast());
    }

    /**
     * Returns the catalog for rendering the sequence that the window shows.
     *
     * @return the media, and the project's sequences as they are now; equal until the next edit
     */
    public MediaCatalog snapshot() {
        Project project = session.project();
        return new MediaSnapshot(catalog, project.media()).with(project.sequences());
    }
}
