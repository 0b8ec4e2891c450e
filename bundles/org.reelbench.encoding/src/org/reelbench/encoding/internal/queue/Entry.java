package org.reelbench.encoding.internal.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.Exports;
import org.reelbench.encoding.QueuedExport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One export of the queue. For every thread; what it calls back is called without its lock. */
final class Entry implements QueuedExport {

    private static final Logger LOG = LoggerFactory.getLogger(Entry.class);

    private final Turn turn;
    private final Consumer<Entry> enqueue;
    private final Runnable changed;
    private ExportRequest request;
    private State state = State.WAITING;
    private @Nullable ExportJob job;
    private @Nullable ExportSummary summary;
    private String problem = "";
    private boolean isCancelled;

    /**
     * Creates one that waits.
     *
     * @param enqueue puts it at the end of the queue once more
     * @param changed hears of each new state
     */
    Entry(ExportRequest request, Turn turn, Consumer<Entry> enqueue, Runnable changed) {
        this.request = request;
        this.turn = turn;
        this.enqueue = enqueue;
        this.changed = changed;
    }

    /** Makes the export when it may, unless it was cancelled before; returns at its end. */
    void run(Exports exports) {
        try {
            turn.await(() -> state() == State.WAITING);
            if (!begin()) {
                return;
            }
            ExportJob started = exports.start(request());
            take(started);
            end(State.DONE, started.result(), "");
        } catch (ExportException e) {
            boolean isWish = e.reason() == ExportException.Reason.CANCELLED;
            if (!isWish) {
                LOG.warn("an export of the queue failed", e);
            }
            end(isWish ? State.CANCELLED : State.FAILED, null, isWish ? "" : String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            end(State.CANCELLED, null, "");
        } catch (RuntimeException e) {
            LOG.error("an export could not be started", e);
            end(State.FAILED, null, e.toString());
        }
    }

    private boolean begin() {
        synchronized (this) {
            if (state != State.WAITING) {
                return false;
            }
            state = State.RUNNING;
            job = null;
        }
        changed.run();
        return true;
    }

    private void take(ExportJob started) {
        synchronized (this) {
            job = started;
            if (isCancelled) {
                started.cancel();
            }
        }
        follow();
    }

    /** Rests or works as the queue does. */
    void follow() {
        synchronized (this) {
            ExportJob running = job;
            if (running == null || state.isEnd()) {
                return;
            }
            if (turn.isPaused()) {
                running.pause();
            } else {
                running.resume();
            }
        }
    }

    private void end(State how, @Nullable ExportSummary made, String why) {
        synchronized (this) {
            state = how;
            summary = made;
            problem = why;
            notifyAll();
        }
        changed.run();
    }

    @Override
    public synchronized ExportRequest request() {
        return request;
    }

    @Override
    public synchronized State state() {
        return state == State.RUNNING && turn.isPaused() ? State.PAUSED : state;
    }

    @Override
    public synchronized Optional<ExportProgress> progress() {
        ExportJob known = job;
        return known == null ? Optional.empty() : Optional.of(known.progress());
    }

    @Override
    public synchronized Optional<ExportSummary> summary() {
        return Optional.ofNullable(summary);
    }

    @Override
    public synchronized String problem() {
        return problem;
    }

    @Override
    public void cancel() {
        synchronized (this) {
            if (state.isEnd()) {
                return;
            }
            ExportJob running = job;
            if (state == State.RUNNING) {
                isCancelled = true;
                if (running != null) {
                    running.cancel();
                }
                return;
            }
            state = State.CANCELLED;
            notifyAll();
        }
        turn.lookAgain();
        changed.run();
    }

    @Override
    public boolean retry(ExportOptions options) {
        synchronized (this) {
            if (state != State.FAILED && state != State.CANCELLED) {
                return false;
            }
            request = request.with(options);
            state = State.WAITING;
            problem = "";
            isCancelled = false;
            job = null;
        }
        enqueue.accept(this);
        changed.run();
        return true;
    }

    @Override
    public synchronized boolean awaitEnd(Duration limit) throws InterruptedException {
        long endNs = System.nanoTime() + limit.toNanos();
        while (!state.isEnd()) {
            long leftNs = endNs - System.nanoTime();
            if (leftNs <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
        }
        return true;
    }
}
