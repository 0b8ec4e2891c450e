package org.reelbench.ui;

/**
 * A stretch of the sequence's pictures, and how far its preview is. Stretches that nobody has encoded and nobody works on are not
 * told of.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param startFrame the first frame
 * @param endFrame the frame after the last, greater than the first
 * @param state how far it is
 * @param detail why it failed, or an empty text
 */
public record PreviewStretch(long startFrame, long endFrame, State state, String detail) {

    /** How far the preview of a stretch is. */
    public enum State {

        /** It was encoded, and plays however heavy its tracks are. */
        READY("Ready"),

        /** It is being encoded. */
        ENCODING("Being encoded"),

        /** It was encoded before an edit changed it. */
        STALE("Encoded before the last edits here"),

        /** It could not be encoded. */
        FAILED("Not encoded");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /**
         * Returns what it is called.
         *
         * @return some words, the first with a capital
         */
        public String words() {
            return words;
        }
    }

    /**
     * Creates a stretch.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public PreviewStretch {
        if (endFrame <= startFrame) {
            throw new IllegalArgumentException("a stretch from " + startFrame + " to " + endFrame + " is empty");
        }
    }
}
