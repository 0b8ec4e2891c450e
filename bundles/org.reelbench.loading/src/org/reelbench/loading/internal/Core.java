package org.reelbench.loading.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.reelbench.loading.Loadable;
import org.reelbench.loading.LoadingListener;
import org.reelbench.loading.Purpose;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaReaders;
import org.reelbench.memory.Holding;
import org.reelbench.memory.NativeMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all sessions share: the lock, the threads that open media, the bytes and readers that are open. Nothing slow happens while
 * the lock is held.
 */
final class Core {

    private static final Logger LOG = LoggerFactory.getLogger(Core.class);

    private static final int CHANNELS = 2;
    private static final int LOOK_MS = 20;
    private static final long LONGEST_WAIT_NS = TimeUnit.SECONDS.toNanos(2);

    private final MediaReaders readers;
    private final Executor loaders;
    private final LongSupplier clockNs;
    private final IdleReaders idle;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final List<LoadingListener> listeners = new CopyOnWriteArrayList<>();
    private final List<NativeMemory> natives = new CopyOnWriteArrayList<>();
    private final AtomicBoolean trimming = new AtomicBoolean();
    private final AtomicInteger openReaders = new AtomicInteger();
    private final LongAdder opened = new LongAdder();
    private final LongAdder loads = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final SharedSources sources = new SharedSources();
    private final Room room;
    private final Books books = new Books();
    private boolean stopped;

    /**
     * Creates the core.
     *
     * @param readers opens readers
     * @param loaders the threads that open media in the background
     * @param budget how much may stay open
     * @param clockNs tells the time
     */
    Core(MediaReaders readers, Executor loaders, Budget budget, LongSupplier clockNs) {
        this.readers = readers;
        this.loaders = loaders;
        this.clockNs = clockNs;
        this.room = new Room(clockNs);
        this.idle = new IdleReaders(() -> budget.within(room.budgetBytes()));
    }

    Session open(String label, Purpose purpose) {
        Session session = new Session(this, label, purpose);
        synchronized (this) {
            sessions.add(session);
        }
        return session;
    }

    synchronized void forget(Session session) {
        sessions.remove(session);
    }

    /** Guarded by this. */
    IdleReaders idle() {
        return idle;
    }

    /** Guarded by this. */
    boolean isStopped() {
        return stopped;
    }

    long nowNs() {
        return clockNs.getAsLong();
    }

    List<LoadingListener> listeners() {
        return listeners;
    }

    List<NativeMemory> natives() {
        return natives;
    }

    Books books() {
        return books;
    }

    Room room() {
        return room;
    }

    /** Opens a reader on the calling thread. */
    OpenReader open(Session session, ReaderKey key, Loadable medium, Cancellation cancellation) throws MediaException {
        try {
            MediaInfo info = medium.info();
            ReaderCost cost = ReaderCost.of(info, key);
            makeRoom(cost.bytes(), cancellation);
            boolean isOpen = false;
            try {
                OpenReader reader = open(session, key, medium, cost, cancellation);
                isOpen = true;
                return reader;
            } finally {
                if (!isOpen) {
                    openReaders.decrementAndGet();
                    room.seen(cost.bytes());
                }
            }
        } catch (MediaException e) {
            failures.increment();
            throw e;
        }
    }

    private OpenReader open(Session session, ReaderKey key, Loadable medium, ReaderCost cost, Cancellation cancellation)
            throws MediaException {
        SharedSources.Share share = sources.open(medium, key.stream(), cancellation);
        try {
            AutoCloseable reader = open(key, share, medium.info(), cancellation);
            opened.increment();
            return new OpenReader(session, key, cost, reader, share,
                    books.enter(Holding.DEMUXER, medium.name(), cost.containerBytes()),
                    books.enter(Holding.DECODER, medium.name(), cost.decoderBytes()), () -> room.seen(cost.bytes()),
                    this::closed);
        } catch (MediaException | RuntimeException | Error e) {
            share.retire();
            share.close();
            throw e;
        }
    }

    /**
     * Waits until there is memory for a reader: those that nobody reads are closed for it, then those that are read, but not just
     * now. One is let in even if there is none; and who waits for others that are slow does so for a while only, as those
     * may wait for a medium that does not answer.
     */
    private void makeRoom(long bytes, Cancellation cancellation) {
        long beganNs = nowNs();
        while (!room.tryTake(bytes)) {
            if (giveWay(bytes) > 0) {
                natives.forEach(NativeMemory::trim);
                continue;
            }
            cancellation.check();
            synchronized (this) {
                if (openReaders.get() == 0 || nowNs() - beganNs > LONGEST_WAIT_NS || stopped) {
                    room.take(bytes);
                    openReaders.incrementAndGet();
                    return;
                }
                awaitChange();
            }
        }
        openReaders.incrementAndGet();
    }

    private void awaitChange() {
        try {
            wait(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** Closes readers between two pictures if the process has outgrown its budget since they were opened. */
    void keepRoom() {
        long overBytes = room.overBytes();
        if (overBytes > 0 && giveWay(overBytes) > 0) {
            natives.forEach(NativeMemory::trim);
        }
    }

    /** Closes what can be done without best, until so much is given back; returns how much was. */
    private long giveWay(long wantedBytes) {
        long bytes = relieve(_ -> true);
        return bytes < wantedBytes ? bytes + relieveLeases(wantedBytes - bytes) : bytes;
    }

    /** Closes readers that are handed out but not used just now, until so much is given back. */
    long relieveLeases(long wantedBytes) {
        List<Lease> all = new ArrayList<>();
        synchronized (this) {
            sessions.forEach(session -> session.addPictureLeases(all));
        }
        Departures.sort(all);
        long bytes = 0;
        for (Lease lease : all) {
            if (bytes >= wantedBytes) {
                break;
            }
            long given = lease.giveWay();
            if (given > 0) {
                room.yielded(given);
                bytes += given;
            }
        }
        return bytes;
    }

    private AutoCloseable open(ReaderKey key, SharedSources.Share share, MediaInfo info, Cancellation cancellation)
            throws MediaException {
        int index = key.stream().streamIndex();
        return switch (key) {
        case ReaderKey.Frames frames -> readers.openFrames(share.bytes(), info, index, frames.decoderThreads(), cancellation);
        case ReaderKey.Sound sound when sound.channels().isEmpty() ->
            readers.openPcm(share.bytes(), info, index, sound.sampleRateHz(), CHANNELS, cancellation);
        case ReaderKey.Sound sound ->
            readers.openChannels(share.bytes(), info, index, sound.sampleRateHz(), sound.channels(), cancellation);
        };
    }

    private void closed() {
        openReaders.decrementAndGet();
        // What decoders give back stays with the native allocator until it is told.
        if (!natives.isEmpty() && trimming.compareAndSet(false, true) && !later(this::trim)) {
            trimming.set(false);
        }
    }

    private void trim() {
        trimming.set(false);
        natives.forEach(NativeMemory::trim);
    }

    /** Runs something on a loading thread; false if there are none any more. */
    boolean later(Runnable task) {
        try {
            loaders.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("the loading threads have ended", e);
            return false;
        }
    }

    /** Closes readers, in the background where there is one. */
    void dispose(Collection<OpenReader> unwanted) {
        if (!unwanted.isEmpty() && !later(() -> unwanted.forEach(OpenReader::close))) {
            unwanted.forEach(OpenReader::close);
        }
    }

    /** Loads the slot that is wanted most, of all sessions. */
    void work() {
        Session best = null;
        Slot slot = null;
        synchronized (this) {
            for (Session session : sessions) {
                Slot next = session.next();
                if (next != null && (slot == null || Slot.ORDER.compare(next, slot) < 0)) {
                    best = session;
                    slot = next;
                }
            }
            if (best == null || slot == null || stopped) {
                return;
            }
            slot.begin();
        }
        loads.increment();
        best.load(slot);
    }

    /** Gives back idle readers that a condition holds for, at once. */
    long relieve(Predicate<OpenReader> condition) {
        List<OpenReader> taken;
        synchronized (this) {
            taken = idle.takeAll(condition);
        }
        long bytes = taken.stream().mapToLong(OpenReader::heldBytes).sum();
        taken.forEach(OpenReader::close);
        return bytes;
    }

    /** Gives back idle readers that are not near a playhead, at once. */
    long relieveFar() {
        return relieve(reader -> !reader.session().isNear(reader.key().stream()));
    }

    /** Ends all sessions; readers handed out are closed by those who have them. */
    void stop() {
        List<Session> all;
        synchronized (this) {
            stopped = true;
            all = new ArrayList<>(sessions);
            notifyAll();
        }
        all.forEach(Session::close);
        relieve(_ -> true);
    }

    /** What is going on, for meters. */
    synchronized Counts counts() {
        return new Counts(openReaders.get(), idle.size(), sources.count(), opened.sum(), loads.sum(), failures.sum(),
                room.yieldedReaders());
    }

    /**
     * Numbers at a moment.
     *
     * @param readers how many readers are open
     * @param idle how many of them nobody reads just now
     * @param media how many media are open
     * @param opened how many readers were opened so far
     * @param loads how many loads were begun so far
     * @param failures how many readers could not be opened so far
     * @param yielded how many of those that somebody reads were closed so far, as memory was short
     */
    record Counts(int readers, int idle, int media, long opened, long loads, long failures, long yielded) {
    }
}
