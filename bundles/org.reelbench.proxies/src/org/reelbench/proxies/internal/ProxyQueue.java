package org.reelbench.proxies.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.proxies.ProxyListener;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.render.Medium;
import org.reelbench.timeline.ProxyUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The proxies that are wanted, in the order they were; works on them one at a time. For every thread. */
final class ProxyQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyQueue.class);
    private static final long TELL_NS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Does what is to be done for a medium, and tells how that ended. */
    @FunctionalInterface
    interface Work {
        ProxyStatus make(Medium medium, ProxyKey key, ProxyUse use, DoubleConsumer progress,
                Cancellation cancellation) throws MediaException;
    }

    private final Work work;
    private final Executor worker;
    private final Map<ProxyKey, Job> jobs = new LinkedHashMap<>();
    private final List<ProxyListener> listeners = new CopyOnWriteArrayList<>();
    private final LongAdder made = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private boolean stopped;

    /** One proxy that is wanted, or of which is known how it ended. */
    private static final class Job {
        private final Cancellation cancellation = new Cancellation();
        private ProxyStatus status = ProxyStatus.of(State.WAITING, "");
        private long toldNs = System.nanoTime() - TELL_NS;
    }

    ProxyQueue(Work work, Executor worker) {
        this.work = work;
        this.worker = worker;
    }

    /** Adds a proxy unless it is there; one that failed is tried again if somebody asks for it. */
    void want(Medium medium, ProxyKey key, ProxyUse use, boolean again) {
        Job job;
        synchronized (this) {
            Job known = jobs.get(key);
            boolean ended = known != null && known.status.state() != State.WAITING && known.status.state() != State.MAKING;
            if (stopped || known != null && !(ended && again)) {
                return;
            }
            job = new Job();
            jobs.put(key, job);
        }
        tell(key, job);
        try {
            worker.execute(() -> run(medium, key, use, job));
        } catch (RejectedExecutionException e) {
            LOG.debug("the proxy of {} is not made: the service has stopped", medium.name(), e);
        }
    }

    /** Returns what is known of a proxy that is or was wanted in this run. */
    synchronized Optional<ProxyStatus> status(ProxyKey key) {
        return Optional.ofNullable(jobs.get(key)).map(job -> job.status);
    }

    /** Stops making the proxies of a medium. */
    synchronized void cancel(String fingerprint) {
        jobs.forEach((key, job) -> {
            if (key.fingerprint().equals(fingerprint)) {
                job.cancellation.cancel();
            }
        });
    }

    /** Stops everything; nothing is begun any more. */
    synchronized void stop() {
        stopped = true;
        jobs.values().forEach(job -> job.cancellation.cancel());
    }

    /** Forgets how those ended that are neither waiting nor made. */
    synchronized void forgetEnded() {
        jobs.values().removeIf(job -> job.status.state() != State.WAITING && job.status.state() != State.MAKING);
    }

    /** Tells whether a proxy is being made. */
    synchronized boolean isMaking(String folderName) {
        return jobs.entrySet().stream().anyMatch(
                entry -> entry.getValue().status.state() == State.MAKING && entry.getKey().folderName().equals(folderName));
    }

    /** How many proxies are in a state. */
    synchronized long count(State state) {
        return jobs.values().stream().filter(job -> job.status.state() == state).count();
    }

    long made() {
        return made.sum();
    }

    long failed() {
        return failed.sum();
    }

    void add(ProxyListener listener) {
        listeners.add(listener);
    }

    void remove(ProxyListener listener) {
        listeners.remove(listener);
    }

    private void run(Medium medium, ProxyKey key, ProxyUse use, Job job) {
        try {
            job.cancellation.check();
            set(key, job, new ProxyStatus(State.MAKING, 0, ""));
            ProxyStatus ended = work.make(medium, key, use, progress -> progress(key, job, progress), job.cancellation);
            if (ended.state() == State.READY) {
                made.increment();
            }
            set(key, job, ended);
        } catch (CancelledException _) {
            synchronized (this) {
                jobs.remove(key, job);
                job.status = ProxyStatus.of(State.NONE, "");
            }
            tell(key, job);
        } catch (MediaException | RuntimeException e) {
            failed.increment();
            LOG.warn("the proxy of {} cannot be made", medium.name(), e);
            set(key, job, ProxyStatus.of(State.FAILED, String.valueOf(e.getMessage())));
        }
    }

    private void progress(ProxyKey key, Job job, double progress) {
        long now = System.nanoTime();
        synchronized (this) {
            job.status = new ProxyStatus(State.MAKING, Math.clamp(progress, 0, 1), "");
            if (now - job.toldNs < TELL_NS) {
                return;
            }
            job.toldNs = now;
        }
        tell(key, job);
    }

    private void set(ProxyKey key, Job job, ProxyStatus status) {
        synchronized (this) {
            job.status = status;
        }
        tell(key, job);
    }

    private void tell(ProxyKey key, Job job) {
        ProxyStatus status;
        synchronized (this) {
            status = job.status;
        }
        for (ProxyListener listener : listeners) {
            try {
                listener.changed(key.fingerprint(), status);
            } catch (RuntimeException e) {
                LOG.warn("a listener to proxies failed", e);
            }
        }
    }

    /** Returns the state that a key is known in; null if none. */
    synchronized @Nullable State state(ProxyKey key) {
        Job job = jobs.get(key);
        return job == null ? null : job.status.state();
    }
}
