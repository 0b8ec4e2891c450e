package org.reelbench.render;

import org.reelbench.media.MediaException;

/** Says which clip could not be rendered, at which time of the sequence, and why. */
public final class RenderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String clipName;
    private final long frame;

    /**
     * Creates the exception.
     *
     * @param clipName the clip's name, or an empty text where no single clip is to blame
     * @param frame the sequence frame
     * @param time the frame's time as people read it
     * @param cause what went wrong with the medium
     */
    public RenderException(String clipName, long frame, String time, MediaException cause) {
        super((clipName.isEmpty() ? "" : "clip '" + clipName + "' ") + "at " + time + ": " + cause.getMessage(), cause);
        this.clipName = clipName;
        this.frame = frame;
    }

    /**
     * Returns the clip's name.
     *
     * @return the name, or an empty text
     */
    public String clipName() {
        return clipName;
    }

    /**
     * Returns the sequence frame that could not be rendered.
     *
     * @return the frame number
     */
    public long frame() {
        return frame;
    }

    /**
     * Returns what went wrong with the medium.
     *
     * @return the cause
     */
    public MediaException media() {
        return (MediaException) getCause();
    }
}
