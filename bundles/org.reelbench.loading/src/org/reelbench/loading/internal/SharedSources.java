package org.reelbench.loading.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.Loadable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.slf4j.LoggerFactory;

/** The bytes of media that are open: one handle for all readers of a file, closed with the last of them. For every thread. */
final class SharedSources {

    private static final int LOOK_MS = 50;

    private final Map<StreamKey, Shared> open = new HashMap<>();

    /** Opens the bytes of a medium, or shares those that are open; waits for somebody who is opening them. */
    Share open(Loadable medium, StreamKey stream, Cancellation cancellation) throws MediaException {
        StreamKey key = stream.medium();
        Shared shared;
        synchronized (open) {
            shared = open.computeIfAbsent(key, Shared::new);
            shared.users++;
        }
        Share share = new Share(shared);
        try {
            await(shared.opening, cancellation);
            try {
                if (shared.bytes == null) {
                    shared.bytes = medium.open();
                }
            } finally {
                shared.opening.unlock();
            }
            return share;
        } catch (MediaException | RuntimeException | Error e) {
            share.close();
            throw e;
        }
    }

    /** How many media are open. */
    int count() {
        synchronized (open) {
            return open.size();
        }
    }

    private static void await(ReentrantLock lock, Cancellation cancellation) {
        try {
            do {
                cancellation.check();
            } while (!lock.tryLock(LOOK_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** Bytes, and how many use them. */
    private static final class Shared {

        private final StreamKey key;
        private final ReentrantLock opening = new ReentrantLock();
        private volatile @Nullable ByteSource bytes;
        private int users;

        Shared(StreamKey key) {
            this.key = key;
        }
    }

    /** One use of shared bytes. */
    final class Share implements AutoCloseable {

        private final Shared shared;
        private boolean closed;

        private Share(Shared shared) {
            this.shared = shared;
        }

        ByteSource bytes() {
            ByteSource bytes = shared.bytes;
            if (bytes == null) {
                throw new IllegalStateException("the bytes are not open");
            }
            return bytes;
        }

        /** Lets nobody else share these bytes: they cannot be read any more, while those in their place may. */
        void retire() {
            synchronized (open) {
                open.remove(shared.key, shared);
            }
        }

        @Override
        public void close() {
            ByteSource last;
            synchronized (open) {
                if (closed) {
                    return;
                }
                closed = true;
                if (--shared.users > 0) {
                    return;
                }
                open.remove(shared.key, shared);
                last = shared.bytes;
            }
            try {
                if (last != null) {
                    last.close();
                }
            } catch (IOException e) {
                // A source that was only read loses nothing when closing fails.
                LoggerFactory.getLogger(SharedSources.class).warn("closing {} failed", shared.key.name(), e);
            }
        }
    }
}
