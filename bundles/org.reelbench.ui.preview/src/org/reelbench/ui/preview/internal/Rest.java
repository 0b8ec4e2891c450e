package org.reelbench.ui.preview.internal;

/**
 * Tells whether the playhead rests. One step and then rest is looking; steps that follow each other are playing or scrubbing, during
 * which nothing is to be encoded for the window, as the processor is needed for what is seen. One thread.
 */
final class Rest {

    /** Between two frames that are played there is less, between two that are looked at there is more. */
    static final long PAUSE_MS = 500;

    private long lastMs = -PAUSE_MS;
    private boolean isMoving;

    /** The playhead moved. */
    void moved(long nowMs) {
        isMoving = nowMs - lastMs < PAUSE_MS;
        lastMs = nowMs;
    }

    boolean isMoving(long nowMs) {
        return isMoving && nowMs - lastMs < PAUSE_MS;
    }
}
