package org.reelbench.media;

import java.io.IOException;

/** Thrown while reading when a medium was replaced by another: what was read before and what is there now do not belong together. */
public final class MediaChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what changed, as a part of a sentence without the medium's name
     */
    public MediaChangedException(String message) {
        super(message);
    }
}
