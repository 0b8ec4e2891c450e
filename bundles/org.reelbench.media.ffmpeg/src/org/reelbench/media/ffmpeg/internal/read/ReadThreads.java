package org.reelbench.media.ffmpeg.internal.read;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;

/**
 * Threads for calls that may never return: a disk that is gone, a server that keeps silent, bytes that send FFmpeg round in
 * circles. Who waits for such a call can leave it; the call goes on by itself until it notices that nobody wants it.
 */
@Component(service = ReadThreads.class)
public final class ReadThreads {

    /** How often who waits looks whether somebody cancelled. */
    private static final long LOOK_MS = 20;

    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            task -> Thread.ofPlatform().daemon().name("reelbench-read-" + number.incrementAndGet()).unstarted(task));

    /** Creates the service; threads are made when needed and end when idle. */
    @Activate
    public ReadThreads() {
        // nothing to set up
    }

    /** Lets the threads end with what they do: a thread must not be interrupted while it reads. */
    @Deactivate
    public void stop() {
        threads.shutdown();
    }

    /** A wait that was given up because it took too long. */
    static final class Late extends Exception {

        private static final long serialVersionUID = 1L;

        Late(Deadline deadline) {
            super("no answer within " + TimeUnit.MILLISECONDS.toSeconds(deadline.limitMs()) + " s");
        }
    }

    /**
     * Begins a call.
     *
     * @param <T> what it delivers
     * @param call the call
     * @return its future
     */
    <T> Future<T> begin(Callable<T> call) {
        try {
            return threads.submit(call);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the readers have been stopped", e);
        }
    }

    /**
     * Waits for a call.
     *
     * @param <T> what it delivers
     * @param call the call begun
     * @param cancellation asks to leave
     * @param deadline when to leave
     * @return what the call delivered
     * @throws ExecutionException what the call threw
     * @throws Late if the deadline passed first
     * @throws CancelledException if cancelled or interrupted first
     */
    static <T> T await(Future<T> call, Cancellation cancellation, Deadline deadline) throws ExecutionException, Late {
        while (true) {
            cancellation.check();
            try {
                return call.get(LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (deadline.isOver()) {
                    throw new Late(deadline);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }
}
