package org.reelbench.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.timeline.EditRefused;

/**
 * A project being edited: its current state, what can be undone, and the file it is saved in.
 *
 * <pre>{@code
 * try (ProjectSession session = sessions.open(Path.of("film.reel"))) {
 *     session.addListener(change -> view.show(change.after()));
 *     session.execute(EditCommand.of(EditCommands.DELETE, session.revision()).with("clip", "c3"));
 *     session.undo();
 *     session.save();
 * }
 * }</pre>
 *
 * Safe for every thread: reading never waits; edits wait for each other; saving waits for other saves and lets edits go on.
 * <p>
 * Whoever opened a session closes it, because it keeps others from opening the project. Within a second, every change is in a
 * journal beside the project, so that a crash or a power cut loses no more: the changes are found when the project is opened
 * again. A disk that cannot be written keeps nobody from editing; {@link #journalProblem()} tells.
 */
@ProviderType
public interface ProjectSession extends AutoCloseable {

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
     * <p>
     * A command that was decided on an earlier revision is made on the current one if what it names is still what it was: the
     * clips and where they lie, the tracks, transitions and media, and where it names frames only, the whole sequence. Of the
     * last thousand revisions this is known. Of a {@linkplain EditCommands#unit unit} this must be so of every step, or none is made.
     *
     * @param command the edit
     * @return what it did; its command carries the revision it was made on
     * @throws StaleRevision if the command was decided on another revision, and what it names has changed since
     * @throws EditRefused if the edit cannot be made, the command is not one of {@link EditCommands} or the session is closed;
     *         nothing has changed
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
     * Names what {@link #undo()} would undo, again and again. Costs what it returns.
     *
     * @param most how many are wanted at most
     * @return the labels of the edits, the one made last first
     */
    List<String> undoLabels(int most);

    /**
     * Names what {@link #redo()} would do again, again and again. Costs what it returns.
     *
     * @param most how many are wanted at most
     * @return the labels of the edits, the one undone last first
     */
    List<String> redoLabels(int most);

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
     * @throws ProjectChangedOnDisk if somebody else has changed the file since; it was left alone
     * @throws IOException if the project was not saved; its message is meant for people, and the session stays dirty
     * @throws IllegalStateException if the session has no file yet
     */
    void save() throws IOException;

    /**
     * Saves into another file, which is the session's from then on.
     *
     * @param newFile the file, replaced if it exists
     * @throws ProjectInUse if the file is a project that is open elsewhere
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

    /**
     * Tells up to where changes survive a crash, as they do within a second while there is no {@link #journalProblem()}.
     *
     * @return the latest revision that is in the journal or in the project file, on the disk
     */
    long securedRevision();

    /**
     * Tells why changes do not survive a crash at present. Reelbench goes on trying.
     *
     * @return the reason, for people, or empty if they do
     */
    Optional<String> journalProblem();

    /**
     * Tells what became of changes that were found when the project was opened.
     *
     * @return what was found and done, or empty if there was nothing
     */
    Optional<RecoveryOutcome> recovery();

    /**
     * Closes the session: it can be read, but neither edited nor saved. What was not saved stays in the journal and is offered
     * when the project is opened again. Closing twice has no effect.
     *
     * @throws IOException if changes that were not saved could not be written into the journal either, and are lost; the
     *         session is closed all the same
     */
    @Override
    void close() throws IOException;

    /**
     * Closes the session as {@link #close()} does, but what was not saved is forgotten.
     *
     * @throws IOException if the journal could not be removed; the session is closed all the same
     */
    void closeAndForget() throws IOException;
}
