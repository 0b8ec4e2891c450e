package org.reelbench.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.timeline.EditRefused;

/**
 * A project being edited: its current state, what can be undone, and the file it is saved in.
 *
 * <pre>{@code
 * ProjectSession session = sessions.open(Path.of("film.reel"));
 * session.addListener(change -> view.show(change.after()));
 * session.execute(EditCommand.of(EditCommands.DELETE, session.revision()).with("clip", "c3"));
 * session.undo();
 * session.save();
 * }</pre>
 *
 * Safe for every thread: reading never waits; edits wait for each other; saving waits for other saves and lets edits go on.
 * Nothing needs to be closed: a session that nobody refers to is gone, and with it what was not saved.
 */
@ProviderType
public interface ProjectSession {

    /**
     * Returns the current state.
     *
     * @return the project
     */
    Project project();

    /**
     * Returns the number of the current state. It grows with every change, an undo included, and begins at zero.
     *
     * @return the revision that commands must carry now
     */
    long revision();

    /**
     * Returns the file.
     *
     * @return where {@link #save()} saves, or empty before the first {@link #saveAs}
     */
    Optional<Path> file();

    /**
     * Makes an edit. Listeners have been told when this method returns. A command that asks for what is so already changes
     * neither revision nor history, and nobody is told.
     *
     * @param command the edit, decided on the current revision
     * @return what it did
     * @throws StaleRevision if the command was decided on another revision
     * @throws EditRefused if the edit cannot be made or the command is not one of {@link EditCommands}; nothing has changed
     */
    Change execute(EditCommand command) throws EditRefused;

    /**
     * Undoes the edit made last that is not undone. There is no limit to how many.
     *
     * @return the change back to the very state before that edit
     * @throws EditRefused if there is nothing to undo
     */
    Change undo() throws EditRefused;

    /**
     * Does again what was undone last; a new edit forgets what was undone.
     *
     * @return the change back to the very state after that edit
     * @throws EditRefused if there is nothing to do again
     */
    Change redo() throws EditRefused;

    /**
     * Names what {@link #undo()} would undo.
     *
     * @return the label of the edit, for example {@code Split 'Beach' at 00:00:02:00}, or empty if there is nothing to undo
     */
    Optional<String> undoLabel();

    /**
     * Names what {@link #redo()} would do again.
     *
     * @return the label of the edit, or empty if there is nothing to do again
     */
    Optional<String> redoLabel();

    /**
     * Tells whether the project differs from what was saved, opened or created last. Undoing back to that state makes it clean
     * again.
     *
     * @return true if there is something to save
     */
    boolean isDirty();

    /**
     * Saves into the file of the session as {@link ProjectFile#save} does. Edits made meanwhile are not in the file and leave the
     * session dirty.
     *
     * @throws IOException if the project was not saved; its message is meant for people, and the session stays dirty
     * @throws IllegalStateException if the session has no file yet
     */
    void save() throws IOException;

    /**
     * Saves into another file, which is the session's from then on.
     *
     * @param newFile the file, replaced if it exists
     * @throws IOException if the project was not saved; the session keeps its file and stays as dirty as it was
     */
    void saveAs(Path newFile) throws IOException;

    /**
     * Adds a listener; it is told of every change from now on. Adding one twice has no effect.
     *
     * @param listener the listener
     */
    void addListener(ProjectListener listener);

    /**
     * Removes a listener; does nothing if it was not added. A call that is under way on another thread may still come through.
     *
     * @param listener the listener
     */
    void removeListener(ProjectListener listener);
}
