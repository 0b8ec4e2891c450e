package org.reelbench.plugins.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls.Call;

/**
 * The threads in which one plug-in's code runs. A caller waits as long as the limit; what takes longer is interrupted, counted, and
 * left to itself. For every thread.
 */
final class Fenced {

    private static final long IDLE_SECONDS = 10;
    private static final long ENDING_MS = 1_000;
    /** Who waits for a call whose time stands still looks so often whether it goes on. */
    private static final long SLICE_NS = 20_000_000;
    /** Threads may come while they are counted. */
    private static final int SPARE = 8;
    /** What threads of the program are named with. */
    private static final String OURS = "reelbench-";

    private final PluginFile plugin;
    private final long limitMs;
    private final Breaker breaker;
    private final AtomicInteger abandoned = new AtomicInteger();
    /** Threads that the plug-in's code makes are in it, too, which tells whose they are. */
    private final ThreadGroup group;
    private final ThreadPoolExecutor threads;

    /**
     * Makes the threads.
     *
     * @param plugin whose code runs in them
     * @param limitMs how long a caller waits
     * @param breaker counts failures
     */
    Fenced(PluginFile plugin, long limitMs, Breaker breaker) {
        this.plugin = plugin;
        this.limitMs = limitMs;
        this.breaker = breaker;
        String name = OURS + "plugin-" + plugin.id();
        group = new ThreadGroup(name);
        threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
                Thread.ofPlatform().group(group).daemon().name(name + "-", 1).factory());
    }

    PluginFile plugin() {
        return plugin;
    }

    Breaker breaker() {
        return breaker;
    }

    /** How many calls have not come back, though nobody waits for them any more. */
    int abandoned() {
        return abandoned.get();
    }

    /** Calls the plug-in, whatever the breaker says. */
    <T, E extends Exception> T run(String what, Call<T, E> call) throws E {
        return run(what, limitMs, call);
    }

    /** Calls a plug-in to end it. One that hangs already is not likely to: nobody waits for that for long. */
    <T, E extends Exception> T end(String what, Call<T, E> call) throws E {
        return run(what, abandoned() == 0 ? limitMs : Math.min(limitMs, ENDING_MS), call);
    }

    private <T, E extends Exception> T run(String what, long withinMs, Call<T, E> call) throws E {
        Abandonable<T> task = new Abandonable<>(call::run);
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            throw new PluginCallException(plugin.id(), false, "the plug-in " + plugin.id() + " is being stopped", e);
        }
        try {
            return await(task, withinMs);
        } catch (TimeoutException e) {
            // Where it hangs is what its author wants to know.
            e.setStackTrace(task.abandon());
            throw new PluginCallException(plugin.id(), true, "the plug-in " + plugin.id() + " did not return from '" + what
                    + "' within " + TimeUnit.MILLISECONDS.toSeconds(withinMs)
                    + " s and is not called any more; update or remove it", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException || cause instanceof Error) {
                throw new PluginCallException(plugin.id(), true,
                        "the plug-in " + plugin.id() + " failed in '" + what + "': " + cause, cause);
            }
            @SuppressWarnings("unchecked") // a call throws nothing else
            E declared = (E) cause;
            throw declared;
        }
    }

    /** Takes no calls any more. */
    void close() {
        threads.shutdown();
    }

    boolean isClosed() {
        return threads.isShutdown();
    }

    /** Waits a moment for threads of ours that have nothing to do. */
    void awaitIdle() throws InterruptedException {
        threads.awaitTermination(ENDING_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * The names of the plug-in's threads that are alive. Services of the program that begin because one of the plug-in's is there make
     * their own threads in it, which stay when it goes.
     */
    List<String> alive() {
        Thread[] found = new Thread[group.activeCount() + SPARE];
        int count = group.enumerate(found);
        return Arrays.stream(found, 0, count).map(Thread::getName)
                .filter(name -> name.startsWith(group.getName()) || !name.startsWith(OURS)).sorted().toList();
    }

    /** An interrupted caller waits on: the call works with what is the caller's. */
    private <T> T await(Abandonable<T> task, long withinMs) throws ExecutionException, TimeoutException {
        boolean interrupted = false;
        try {
            while (true) {
                long leftNs = TimeUnit.MILLISECONDS.toNanos(withinMs) - task.watch.ns();
                try {
                    return task.get(leftNs > 0 ? Math.max(leftNs, SLICE_NS) : 0, TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    if (leftNs <= 0) {
                        throw e;
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A call that somebody may stop waiting for. */
    private final class Abandonable<T> extends FutureTask<T> {

        /** The caller waits for a thread, too. */
        private final Stopwatch watch = new Stopwatch(System::nanoTime);
        private @Nullable Thread runner;
        private boolean left;

        Abandonable(Callable<T> callable) {
            super(callable);
        }

        @Override
        public void run() {
            synchronized (this) {
                runner = Thread.currentThread();
            }
            watch.during(super::run);
            synchronized (this) {
                runner = null;
                if (left) {
                    abandoned.decrementAndGet();
                    Thread.currentThread().setPriority(Thread.NORM_PRIORITY);
                }
            }
        }

        /** Not cancelled: who waits for the call's end must learn of the real one. */
        synchronized StackTraceElement[] abandon() {
            Thread thread = runner;
            if (isDone()) {
                return new StackTraceElement[0];
            }
            left = true;
            abandoned.incrementAndGet();
            if (thread == null) {
                return new StackTraceElement[0];
            }
            StackTraceElement[] where = thread.getStackTrace();
            thread.interrupt();
            thread.setPriority(Thread.MIN_PRIORITY);
            return where;
        }
    }
}
