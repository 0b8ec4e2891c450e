package org.reelbench.ui;

import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.internal.MediaSnapshot;

/**
 * The project that is open in the window.
 * <p>
 * For every thread; the editor closes the session.
 *
 * @param session the session in which it is edited; edit it through {@link Editor} only
 * @param catalog its media, following those that edits add; refuses to be asked on the UI thread
 */
public record OpenProject(ProjectSession session, MediaCatalog catalog) {

    /**
     * Returns the sequence that the window shows.
     *
     * @return the main sequence as it is now
     */
    public Sequence sequence() {
        return session.project().mainSequence();
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
