package org.reelbench.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * A service that holds what the window shows: the open project, the playhead and the selection, and the one way to change them.
 * <p>
 * For every thread. No method waits: files are read and written in jobs, edits are made one after the other on a thread of
 * their own, and {@link EditorListener}s are told afterwards on the UI thread.
 *
 * <pre>{@code
 * editor.addListener(new EditorListener() {
 *     @Override
 *     public void playheadMoved(long frame) {
 *         canvas.redraw();
 *     }
 * });
 * editor.executeNext(revision -> EditCommand.of(EditCommands.HIDE_TRACK, revision).with("track", "v2"));
 * }</pre>
 */
@ProviderType
public interface Editor {

    /**
     * Returns what is open.
     *
     * @return the project, or empty before the first is open
     */
    Optional<OpenProject> project();

    /**
     * Opens a project in a job; it takes the place of the one that is open, changes of which are lost unless they were saved.
     *
     * @param file the project file
     * @return ends with true when the project is open, with false when it could not be opened, which was then told to listeners
     */
    CompletionStage<Boolean> open(Path file);

    /**
     * Looks in a job for projects that were never saved when the program ended, and asks the person at the window what becomes of
     * each until one is opened; it takes the place of the one that is open, changes of which are lost unless they were saved. What is
     * not wanted is kept aside, and not asked about again.
     *
     * @return ends with true when such a project is open, with false when there is none or none was wanted
     */
    CompletionStage<Boolean> recoverUnsaved();

    /**
     * Makes a project in a job and saves it; it takes the place of the one that is open, changes of which are lost unless they were
     * saved.
     *
     * @param project the first state
     * @param file the project file; one that exists is kept, and no project is made
     * @return ends with true when the project is open, with false when it could not be made, which was then told to listeners
     */
    CompletionStage<Boolean> create(Project project, Path file);

    /**
     * Saves the project into its file in a job.
     *
     * @return ends with true when it is saved, with false when it could not be, which was then told to listeners
     */
    CompletionStage<Boolean> save();

    /**
     * Saves the project into another file in a job.
     *
     * @param file the file, replaced if it exists
     * @return ends with true when it is saved, with false when it could not be, which was then told to listeners
     */
    CompletionStage<Boolean> saveAs(Path file);

    /**
     * Closes the project in a job without saving it, and forgets its changes; it stays visible until another is opened. Without
     * this, changes that were not saved are found again when the project is opened the next time.
     *
     * @return ends with true when that is done, with false when it could not be, which was then told to listeners
     */
    CompletionStage<Boolean> forgetChanges();

    /**
     * Shows another sequence of the project: playhead, selection and edits that name no sequence are about it from then on. It is opened
     * inside of the one shown before, unless that was opened inside of it or it is the main one, to which this leads back then. The
     * playhead is where it was when the sequence was shown last, at first at the start.
     *
     * @param sequence its id; one that the project does not have is told to listeners as a problem
     */
    void openSequence(Id sequence);

    /**
     * Makes an edit on the edits thread, of the sequence that the window shows if it names none; a refusal is told to listeners as a
     * problem.
     *
     * @param command the edit, decided on the session's current revision
     */
    void execute(EditCommand command);

    /**
     * Makes an edit that is decided when its turn comes, so that edits asked for quickly do not refuse each other.
     *
     * @param decide makes the command for the revision that is current then; runs on the edits thread and only computes
     */
    void executeNext(LongFunction<EditCommand> decide);

    /**
     * Shows what an edit would leave without making it, as while a slider is moved. Trials that follow each other faster than they
     * are computed are shown as one, the last; one that is refused shows the sequence as it is. A trial ends with the next edit that
     * is made or undone, and with {@link #endTrial()}.
     *
     * @param decide makes the command for the revision that is current then; runs on the edits thread and only computes
     */
    void tryOut(LongFunction<EditCommand> decide);

    /** Shows the sequence as it is again; does nothing if no edit is tried. */
    void endTrial();

    /**
     * Returns what is shown in place of the sequence while an edit is tried.
     *
     * @return what the edit would leave of the sequence that the window shows, or empty if none is tried
     */
    Optional<Sequence> tried();

    /** Undoes the edit made last, on the edits thread. */
    void undo();

    /** Does again what was undone last, on the edits thread. */
    void redo();

    /**
     * Returns where the playhead is.
     *
     * @return the frame of the sequence that the window shows, from 0 to its duration
     */
    long playheadFrame();

    /**
     * Moves the playhead. Moves that follow each other faster than the window draws are told as one.
     *
     * @param frame the frame; brought into the range of 0 to the sequence's duration
     */
    void setPlayhead(long frame);

    /**
     * Returns which clips are selected.
     *
     * @return the ids of clips of the sequence that the window shows
     */
    Set<Id> selection();

    /**
     * Selects clips in place of those selected before.
     *
     * @param clips the ids; such as the sequence does not hold are left out
     */
    void select(Set<Id> clips);

    /**
     * Returns which track is chosen for what is put on tracks next.
     *
     * @return the id of a track of the sequence that the window shows, or empty if none is chosen
     */
    Optional<Id> chosenTrack();

    /**
     * Chooses a track in place of the one chosen before.
     *
     * @param track its id, or empty for none; one that the sequence does not hold counts as none
     */
    void chooseTrack(Optional<Id> track);

    /**
     * Puts media of the project on tracks, one behind the other, each as long as it is; looks into them in a job. Picture and sound
     * of a medium are linked.
     *
     * @param media their ids
     * @param track the track that takes the picture or the sound, as its kind is, and with a picture its sound goes to the lowest
     *            track for it that is not locked, if there is one; where none is named, both go to the lowest tracks of their
     *            kinds that are not locked
     * @param frame where the first one begins
     * @param landing what happens to what lies there
     */
    void put(List<Id> media, Optional<Id> track, long frame, Landing landing);

    /**
     * Adds files to the project's media, all in one edit; reads a little of each in a job, which tells how far it is and, where it is
     * cancelled, adds none. Files the project has already are left out, and so are those that cannot be read, which is told.
     *
     * @param files the files
     */
    void add(List<Path> files);

    /**
     * Adds files to the project's media and puts them on tracks as {@link #put(List, Optional, long, Landing)} does, all in one edit;
     * looks into them in a job, which tells how far it is and, where it is cancelled, changes nothing. Files the project has already
     * are only put on tracks; those that cannot be read are left out, which is told.
     *
     * @param files the files
     * @param track the track that takes the picture or the sound, as its kind is, and with a picture its sound goes to the lowest
     *            track for it that is not locked, if there is one; where none is named, both go to the lowest tracks of their
     *            kinds that are not locked
     * @param frame where the first one begins
     * @param landing what happens to what lies there
     */
    void add(List<Path> files, Optional<Id> track, long frame, Landing landing);

    /**
     * Puts a part of a medium on tracks, picture and sound linked, as one edit; looks into the medium in a job. Each goes to the chosen
     * track if that is of its kind, else to the lowest one of its kind that is not locked.
     *
     * @param excerpt the part
     * @param frame where it begins
     * @param landing what happens to what lies there
     */
    void put(Excerpt excerpt, long frame, Landing landing);

    /**
     * Shows a message to the person at the window.
     *
     * @param text one line
     * @param isProblem whether something went wrong
     */
    void tell(String text, boolean isProblem);

    /**
     * Adds a listener. Adding one twice has no effect.
     *
     * @param listener is told of everything from now on
     */
    void addListener(EditorListener listener);

    /**
     * Removes a listener; does nothing if it was not added. Called on the UI thread, the listener is not told anything more.
     *
     * @param listener the listener
     */
    void removeListener(EditorListener listener);
}
