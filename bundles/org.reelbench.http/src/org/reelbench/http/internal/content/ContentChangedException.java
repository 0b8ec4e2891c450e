package org.reelbench.http.internal.content;

import java.io.IOException;

/** Says that what is being sent is no longer what the response announced, so that the rest must not be sent. */
public class ContentChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with what was found. */
    public ContentChangedException(String message) {
        super(message);
    }
}
