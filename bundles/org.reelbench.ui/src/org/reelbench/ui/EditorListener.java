package org.reelbench.ui;

import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * Is told what happens in the {@link Editor}.
 * <p>
 * Always on the UI thread, after the fact, in the order things happened. What a listener throws is logged and harms nobody.
 * Every method does nothing by default.
 */
@ConsumerType
public interface EditorListener {

    /**
     * Tells that another project is open.
     *
     * @param project the project, or empty if none is
     */
    default void projectChanged(Optional<OpenProject> project) {
        // Not everybody shows a project.
    }

    /**
     * Tells that the window shows another sequence of the same project.
     *
     * @param project the project with it
     */
    default void sequenceOpened(OpenProject project) {
        // Not everybody shows a sequence.
    }

    /**
     * Tells that the sequence that the window shows or the project's media have changed through an edit, an undo or a redo.
     *
     * @param before the sequence before
     * @param after the sequence now; the same instance if only media or other sequences have changed
     */
    default void sequenceChanged(Sequence before, Sequence after) {
        // Not everybody shows a sequence.
    }

    /**
     * Tells that an {@linkplain Editor#tryOut edit is tried}, or none any more.
     *
     * @param shown what it would leave of the sequence that the window shows; that itself if no edit is tried any more
     */
    default void sequenceTried(Sequence shown) {
        // Only those who show what the sequence looks like follow it.
    }

    /** Tells that whether there is something to save may have changed. */
    default void savedStateChanged() {
        // Only titles and commands follow it.
    }

    /**
     * Tells that the playhead has moved.
     *
     * @param frame where it is now
     */
    default void playheadMoved(long frame) {
        // Not everybody shows the playhead.
    }

    /**
     * Tells that other clips are selected.
     *
     * @param clips their ids
     */
    default void selectionChanged(Set<Id> clips) {
        // Not everybody shows the selection.
    }

    /**
     * Tells that another track is chosen for what is put on tracks next.
     *
     * @param track its id, or empty if none is
     */
    default void trackChosen(Optional<Id> track) {
        // Only the track view shows it.
    }

    /**
     * Tells of something a person should read.
     *
     * @param text one line
     * @param isProblem whether something went wrong
     */
    default void told(String text, boolean isProblem) {
        // Only the status line shows it.
    }
}
