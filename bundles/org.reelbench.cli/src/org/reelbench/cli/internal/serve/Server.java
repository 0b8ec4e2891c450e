package org.reelbench.cli.internal.serve;

import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaPublication;

/** Waits for the server to come, and to go. For every thread. */
final class Server {

    /** A cancelled wait ends so soon. */
    private static final long LOOK_MS = 100;

    private @Nullable MediaPublication service;

    /** It listens. */
    synchronized void came(MediaPublication publication) {
        service = publication;
        notifyAll();
    }

    /** It does not listen any more. */
    synchronized void went(MediaPublication publication) {
        if (service == publication) {
            service = null;
            notifyAll();
        }
    }

    /** Waits until it listens; null if it does not within the time, or if cancelled. */
    synchronized @Nullable MediaPublication await(long limitMs, Cancellation cancellation) {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        while (service == null && !cancellation.isCancelled() && System.nanoTime() - endNs < 0) {
            look(cancellation);
        }
        return service;
    }

    /** Waits until cancelled, or until it has gone. */
    synchronized void awaitEnd(Cancellation cancellation) {
        while (service != null && !cancellation.isCancelled()) {
            look(cancellation);
        }
    }

    /** Waits for a moment; returns false if cancelled, or if it has gone. */
    synchronized boolean goesOn(Cancellation cancellation) {
        if (service != null && !cancellation.isCancelled()) {
            look(cancellation);
        }
        return service != null && !cancellation.isCancelled();
    }

    private synchronized void look(Cancellation cancellation) {
        try {
            wait(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancellation.cancel();
        }
    }
}
