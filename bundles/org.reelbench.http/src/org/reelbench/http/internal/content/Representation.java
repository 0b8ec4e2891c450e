package org.reelbench.http.internal.content;

import java.io.IOException;

import org.reelbench.http.internal.protocol.Validators;

/**
 * The bytes of one response, in the state they had when it began. Closed by the response. For one thread at a time, except
 * {@link #whenGrown}.
 */
public interface Representation extends AutoCloseable {

    /** The length in bytes; while it grows, what can be read now. */
    long lengthBytes();

    /** Whether more may follow. */
    boolean isGrowing();

    /** What tells this state from others. */
    Validators validators();

    String contentType();

    /** The value of the field of that name. */
    String cacheControl();

    /** Lends bytes from a position on: at least one, at most so many. */
    Slice slice(long positionBytes, int maxBytes) throws IOException;

    /** Copies one byte, which is small enough to be held back until the rest is known to be right. */
    byte copy(long positionBytes) throws IOException;

    /** Whether every byte lent so far was of the state announced. */
    boolean isUnchanged();

    /**
     * Runs something as soon as there is more than so many bytes, or nothing more will come.
     *
     * @param beyondBytes the length there is already
     * @param then what to run, on the thread that made it grow or at once on this one
     */
    void whenGrown(long beyondBytes, Runnable then);

    @Override
    void close();
}
