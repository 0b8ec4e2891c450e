package org.reelbench.playback.internal;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.playback.Scene;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.MediaCatalogOver;
import org.reelbench.render.Medium;
import org.reelbench.timeline.Id;

/**
 * Looks into media for a player on threads of its own and waits only shortly for each: one whose disk does not answer is refused, so
 * that the rest of the film is shown meanwhile, and told of when it answers after all. For every thread.
 */
final class AwaitedMedia {

    /** Looks on a healthy disk take a tenth of it. */
    private static final long PATIENCE_MS = 400;

    private final Executor threads;
    private final Runnable answered;
    private final long patienceMs;
    private Of current = new Of(media -> {
        throw new MediaException(MediaException.Reason.MISSING, media.value(), "nothing is open");
    });

    /**
     * Creates it, with nothing looked into.
     *
     * @param threads run looks, each of which may take for ever, all at once
     * @param answered hears that a medium has answered that had been refused; called on one of the threads
     */
    AwaitedMedia(Executor threads, Runnable answered) {
        this(threads, answered, PATIENCE_MS);
    }

    AwaitedMedia(Executor threads, Runnable answered, long patienceMs) {
        this.threads = threads;
        this.answered = answered;
        this.patienceMs = patienceMs;
    }

    /** Returns the scene with media that are waited for only shortly. */
    synchronized Scene of(Scene scene) {
        if (!scene.catalog().equals(current.media)) {
            current = new Of(scene.catalog());
        }
        return new Scene(scene.sequence(), current);
    }

    /** The media of one catalog; the same one as long as that is. */
    private final class Of implements MediaCatalogOver {

        private final MediaCatalog media;
        private final Map<Id, Look> looks = new ConcurrentHashMap<>();

        private Of(MediaCatalog media) {
            this.media = media;
        }

        @Override
        public MediaCatalog media() {
            return media;
        }

        @Override
        public Medium medium(Id id) throws MediaException {
            Look look = looks.compute(id, (_, before) -> before == null || before.hasFailed() ? begin(id) : before);
            look.await(media.name(id));
            // Known by now, and another one if it was replaced meanwhile.
            return media.medium(id);
        }

        private Look begin(Id id) {
            Look look = new Look();
            try {
                threads.execute(() -> look.end(() -> media.medium(id)));
            } catch (RejectedExecutionException _) {
                // The player closes.
                throw new CancelledException();
            }
            return look;
        }
    }

    /** Finds a medium, however long it takes. */
    @FunctionalInterface
    private interface Finding {

        Medium find() throws MediaException;
    }

    /** One look into a medium. */
    private final class Look {

        private final CompletableFuture<Medium> found = new CompletableFuture<>();
        private final long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        private volatile boolean isRefused;

        boolean hasFailed() {
            return found.isCompletedExceptionally();
        }

        void end(Finding finding) {
            try {
                found.complete(finding.find());
            } catch (MediaException | RuntimeException e) {
                found.completeExceptionally(e);
            }
            if (isRefused) {
                answered.run();
            }
        }

        void await(String name) throws MediaException {
            try {
                try {
                    found.get(Math.max(0, endNs - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    isRefused = true;
                    if (!found.isDone()) {
                        throw new MediaException(MediaException.Reason.UNREADABLE, name,
                                "the disk or server it lies on does not answer; it is waited for", e);
                    }
                    found.get();
                }
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                case MediaException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }
}
