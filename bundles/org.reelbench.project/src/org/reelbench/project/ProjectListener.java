package org.reelbench.project;

import java.nio.file.Path;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told what happens to a project in a session.
 * <p>
 * Called on the thread that edits or saves, or on that of the journal, after the fact, in the order things happened, one call at a time. Return quickly
 * and never wait for another thread: no other edit can be made meanwhile. What a listener throws is logged and harms nobody. A
 * listener may edit: that change is made at once and told to all listeners after the current one.
 */
@ConsumerType
public interface ProjectListener {

    /**
     * Tells that the project has changed.
     *
     * @param change the states before and after, and why
     */
    void changed(Change change);

    /**
     * Tells that the project was saved; by default does nothing.
     *
     * @param file the file it is in now
     */
    default void saved(Path file) {
        // Most listeners only follow the content.
    }

    /**
     * Tells that changes no longer survive a crash, or do again; by default does nothing.
     *
     * @param problem the {@link ProjectSession#journalProblem() reason} why they do not, or empty if they do again
     */
    default void journalChanged(Optional<String> problem) {
        // Most listeners only follow the content.
    }
}
