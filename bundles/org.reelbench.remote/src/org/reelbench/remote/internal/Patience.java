package org.reelbench.remote.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException.Reason;

/** Waits for one answer as long as something comes, and gives it up when nothing does or somebody asks to stop. */
final class Patience {

    private static final long STEP_MS = 50;

    private final Limits limits;
    private final long startNs = System.nanoTime();
    private volatile long progressNs = startNs;
    private volatile @Nullable Runnable whenGivenUp;

    Patience(Limits limits) {
        this.limits = limits;
    }

    /** Notes that something came. */
    void progress() {
        progressNs = System.nanoTime();
    }

    /** Names what ends the answer. */
    void onGivingUp(Runnable action) {
        whenGivenUp = action;
    }

    /** Ends the answer. */
    void giveUp() {
        Runnable action = whenGivenUp;
        if (action != null) {
            action.run();
        }
    }

    /**
     * Waits for the answer.
     *
     * @throws RemoteFailure if it takes too long
     * @throws ExecutionException if it fails
     * @throws CancelledException if somebody asked to stop
     */
    <T> T await(CompletableFuture<T> answer, Cancellation cancellation) throws RemoteFailure, ExecutionException {
        try {
            while (true) {
                cancellation.check();
                try {
                    return answer.get(STEP_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    checkTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RemoteFailure.lasting(Reason.UNREADABLE, "reading it was interrupted");
        } finally {
            if (!answer.isDone()) {
                answer.cancel(true);
                giveUp();
            }
        }
    }

    private void checkTime() throws RemoteFailure {
        long nowNs = System.nanoTime();
        if (nowNs - progressNs > limits.silence().toNanos()) {
            throw RemoteFailure.passing("its server sent nothing for " + limits.silence().toSeconds() + " s", null);
        }
        if (nowNs - startNs > limits.whole().toNanos()) {
            throw RemoteFailure.passing("its server is too slow", null);
        }
    }

    /**
     * Lets time pass.
     *
     * @throws CancelledException if somebody asked to stop
     */
    static void pause(long pauseMs, Cancellation cancellation) throws RemoteFailure {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        over.completeOnTimeout(true, pauseMs, TimeUnit.MILLISECONDS);
        try {
            while (!over.isDone()) {
                cancellation.check();
                try {
                    over.get(STEP_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // looked at the token's next turn
                    continue;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RemoteFailure.lasting(Reason.UNREADABLE, "reading it was interrupted");
        } catch (ExecutionException e) {
            throw new CompletionException(e);
        }
    }
}
