package org.reelbench.capture;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told of a recording.
 * <p>
 * Called by one thread at a time, never one that takes or encodes; a slow listener delays other listeners of the same recording
 * and nothing else.
 */
@ConsumerType
public interface RecordingListener {

    /**
     * The state has changed.
     *
     * @param recording the recording
     * @param state the new state
     */
    default void stateChanged(Recording recording, RecordingState state) {
    }

    /**
     * More of the file can be read.
     *
     * @param recording the recording
     * @param fileBytes how many bytes from its start; the first ones stay as they are until {@link #stateChanged} tells the end
     */
    default void grown(Recording recording, long fileBytes) {
    }

    /**
     * Something should be known: the disk is nearly full, quality was lowered, memory is above what a recorder should take.
     *
     * @param recording the recording
     * @param message one sentence
     */
    default void warned(Recording recording, String message) {
    }
}
