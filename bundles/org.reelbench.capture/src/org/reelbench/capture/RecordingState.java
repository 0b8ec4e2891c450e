package org.reelbench.capture;

/** How far a recording is. */
public enum RecordingState {

    /** Devices are being opened. */
    STARTING,
    /** Pictures or sound are being recorded. */
    RECORDING,
    /** What was taken is being written, and the file finished. */
    STOPPING,
    /** The file is finished and playable. */
    FINISHED,
    /** There is no playable file. */
    FAILED,
    /** Given up by its owner; the file is deleted. */
    CANCELLED;

    /**
     * Tells whether nothing follows.
     *
     * @return true if the recording has ended
     */
    public boolean isEnd() {
        return compareTo(FINISHED) >= 0;
    }
}
