package org.reelbench.loading.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.reelbench.loading.Loadable;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.MediumDemand;
import org.reelbench.loading.Purpose;
import org.reelbench.loading.TrackDemand;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.time.RationalTime;

/** The service over fakes; the background is run by the test, task by task. At the end nothing may be left open. */
final class Bench implements AutoCloseable {

    /** Room for a few fakes of ten seconds, which take about 1.3 MB. */
    static final Budget ROOMY = new Budget(64 << 20, 64 << 20, 2 << 20);

    final FakeMedia media = new FakeMedia();
    final MemoryLedger ledger = MemoryLedger.none();
    final Core core;
    final LoadingSession session;
    final List<String> told = new ArrayList<>();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private long nowNs = 1;
    private boolean ended;

    Bench() {
        this(ROOMY);
    }

    Bench(Budget budget) {
        core = new Core(media, this::later, budget, () -> nowNs);
        core.books().moveTo(ledger);
        core.listeners().add((_, load) -> told.add(load.track() + " " + load.state().label()));
        session = core.open("viewer", Purpose.VIEW);
    }

    private void later(Runnable task) {
        synchronized (background) {
            background.add(task);
        }
    }

    /** Something that runs tasks in the background at once, for tests with threads. */
    Executor background() {
        return this::later;
    }

    /** Runs the next task of the background, if there is one. */
    boolean step() {
        Runnable task;
        synchronized (background) {
            task = background.poll();
        }
        if (task == null) {
            return false;
        }
        task.run();
        return true;
    }

    /** Runs the background until it has nothing to do. */
    void settle() {
        while (step()) {
            // all of it
        }
    }

    void pass(long seconds) {
        nowNs += TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Demands, and has all of it loaded. */
    void show(TrackDemand... tracks) {
        session.update(List.of(tracks));
        settle();
    }

    TrackDemand visible(String track, MediumDemand... demands) {
        return new TrackDemand(track, true, false, List.of(demands));
    }

    /** A visible track that shows the medium of its name. */
    TrackDemand visible(String track) {
        return visible(track, at(track, 0));
    }

    TrackDemand hidden(String track) {
        return new TrackDemand(track, false, false, List.of(at(track, 0)));
    }

    TrackDemand selected(String track, MediumDemand... demands) {
        return new TrackDemand(track, true, true, List.of(demands));
    }

    /** The pictures of a medium, so many seconds from the playhead. */
    MediumDemand at(String medium, long seconds) {
        return of(media.medium(medium), 0, seconds);
    }

    MediumDemand of(Loadable medium, int stream, long seconds) {
        return new MediumDemand(medium.name(), () -> medium, stream, RationalTime.ofSeconds(seconds));
    }

    FrameReader frames(String medium) throws MediaException {
        return session.frames(media.medium(medium), 0, 1, new Cancellation());
    }

    static void read(FrameReader frames) throws MediaException {
        frames.frameAt(RationalTime.ZERO, new Cancellation()).close();
    }

    LoadState state(String track) {
        return session.loads().stream().filter(load -> load.track().equals(track)).findAny().orElseThrow().state();
    }

    long held(Holding holding) {
        return ledger.entries().stream().filter(entry -> entry.holding() == holding).mapToLong(LedgerEntry::bytes).sum();
    }

    /** Ends the service. */
    void end() {
        ended = true;
        core.stop();
        settle();
    }

    @Override
    public void close() {
        if (!ended) {
            end();
        }
        assertEquals(0, media.openReaders(), "readers are left open");
        assertEquals(0, media.openSources(), "bytes are left open");
        assertEquals(0, media.outOfTurn(), "a reader was used by two at once or after its end");
        assertEquals(0, ledger.heldBytes(), "the ledger has entries left");
    }
}
