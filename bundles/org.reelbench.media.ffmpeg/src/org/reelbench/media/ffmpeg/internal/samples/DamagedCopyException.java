package org.reelbench.media.ffmpeg.internal.samples;

import java.io.IOException;

/** A kept file that is not what was written: it is to be deleted and made anew. */
public final class DamagedCopyException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param what what is wrong
     */
    public DamagedCopyException(String what) {
        super(what);
    }

    DamagedCopyException(String what, Throwable cause) {
        super(what, cause);
    }
}
