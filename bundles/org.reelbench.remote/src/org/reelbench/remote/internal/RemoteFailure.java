package org.reelbench.remote.internal;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/** Why a server's bytes could not be had. Its message is a part of a sentence and names no address. */
final class RemoteFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final boolean again;

    private RemoteFailure(Reason reason, boolean again, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.again = again;
    }

    /** A failure that stays. */
    static RemoteFailure lasting(Reason reason, String message) {
        return new RemoteFailure(reason, false, message, null);
    }

    /** A failure that may be gone in a moment. */
    static RemoteFailure passing(String message, @Nullable Throwable cause) {
        return new RemoteFailure(Reason.UNREADABLE, true, message, cause);
    }

    /** Whether trying again may help. */
    boolean again() {
        return again;
    }

    MediaException of(String medium) {
        return new MediaException(reason, medium, getMessage(), this);
    }
}
