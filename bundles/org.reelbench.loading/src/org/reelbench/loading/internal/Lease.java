package org.reelbench.loading.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.Loadable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;

/**
 * A reader handed out. What is behind it may be taken away between two calls; the next call takes another one. Calls come from
 * one thread at a time, taking away from any.
 */
abstract class Lease {

    private static final long NEVER = Long.MIN_VALUE;

    private final Session session;
    private final Loadable medium;
    private final ReaderKey key;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean unwanted;
    private @Nullable OpenReader held;
    private boolean closed;
    /** The last three uses, the latest first; guarded by the turn, read by anybody. */
    private volatile long usedNs = NEVER;
    private volatile long usedBeforeNs = NEVER;
    private volatile long usedTwiceBeforeNs = NEVER;

    Lease(Session session, Loadable medium, ReaderKey key) {
        this.session = session;
        this.medium = medium;
        this.key = key;
    }

    Loadable medium() {
        return medium;
    }

    ReaderKey key() {
        return key;
    }

    StreamKey streamKey() {
        return key.stream();
    }

    /** A call to the reader behind. */
    @FunctionalInterface
    interface Call<T> {
        T run(OpenReader reader) throws MediaException;
    }

    /** Opens the reader, so that who asked for it hears at once if that cannot be. */
    void begin(Cancellation cancellation) throws MediaException {
        boolean begun = false;
        try {
            call(_ -> true, cancellation);
            begun = true;
        } finally {
            if (!begun) {
                end();
            }
        }
    }

    <T> T call(Call<T> call, Cancellation cancellation) throws MediaException {
        turn.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the reader is closed");
            }
            OpenReader reader = held;
            if (reader == null) {
                unwanted = false;
                reader = session.take(this, cancellation);
                held = reader;
                taken(reader);
            }
            try {
                T answer = call.run(reader);
                reader.reckon();
                used(session.nowNs());
                return answer;
            } catch (MediaException e) {
                reader.spoil();
                if (e.reason() != MediaException.Reason.DAMAGED) {
                    // Behind a damaged place there may be a good one; of bytes that are gone or others nothing more comes.
                    session.report(key.stream(), String.valueOf(e.getMessage()));
                }
                throw e;
            }
        } finally {
            turn.unlock();
            if (unwanted) {
                takeAway();
            }
            session.keepRoom();
        }
    }

    /** Looks at the reader behind, if there is one. */
    <T> T look(Function<@Nullable OpenReader, T> look) {
        turn.lock();
        try {
            return look.apply(held);
        } finally {
            turn.unlock();
        }
    }

    /** Closes the reader behind, now or when the call under way has ended. */
    void takeAway() {
        unwanted = true;
        if (turn.tryLock()) {
            try {
                OpenReader reader = held;
                if (unwanted && reader != null) {
                    held = null;
                    left(reader);
                    reader.close();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    private void used(long nowNs) {
        usedTwiceBeforeNs = usedBeforeNs;
        usedBeforeNs = usedNs;
        usedNs = nowNs;
    }

    /** When it was used last, by the clock of the core. */
    long usedNs() {
        return usedNs;
    }

    /** When the use two before the last one was. */
    long usedTwiceBeforeNs() {
        return usedTwiceBeforeNs;
    }

    /** Closes the reader behind, unless it is being used; returns how much that gives back. */
    long giveWay() {
        if (!turn.tryLock()) {
            return 0;
        }
        try {
            OpenReader reader = held;
            if (reader == null) {
                return 0;
            }
            held = null;
            long bytes = reader.heldBytes();
            left(reader);
            reader.close();
            return bytes;
        } finally {
            turn.unlock();
        }
    }

    /** Gives the reader back. */
    void end() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                OpenReader reader = held;
                held = null;
                if (reader != null) {
                    left(reader);
                }
                session.giveBack(this, reader);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Called with the lock held when a reader has come. */
    abstract void taken(OpenReader reader);

    /** Called with the lock held before a reader goes. */
    abstract void left(OpenReader reader);
}
