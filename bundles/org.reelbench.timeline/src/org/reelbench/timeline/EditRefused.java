package org.reelbench.timeline;

/**
 * Says why an edit was not made, in words for the person who asked for it. Nothing has changed; asking again for the same edit of
 * the same sequence is refused again.
 */
public class EditRefused extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * Creates the refusal.
     *
     * @param reason what stands in the way, as a sentence without a full stop
     */
    public EditRefused(String reason) {
        super(reason);
    }

    /**
     * Creates the refusal of an edit that a value refused.
     *
     * @param reason what stands in the way, as a sentence without a full stop
     * @param cause what was thrown
     */
    public EditRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
