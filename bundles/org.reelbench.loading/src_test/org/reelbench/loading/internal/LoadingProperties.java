package org.reelbench.loading.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.loading.Loadable;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.MediumDemand;
import org.reelbench.loading.Purpose;
import org.reelbench.loading.TrackDemand;
import org.reelbench.loading.TrackLoad;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.time.RationalTime;

/** Whatever is shown, hidden, read, deleted and broken at the same time: nothing leaks, and what is visible ends up ready. */
@Timeout(300)
class LoadingProperties {

    private static final int THREADS = 8;
    private static final int LOADERS = 2;
    private static final int MEDIA = 12;
    private static final int TRACKS = 10;

    private final FakeMedia media = new FakeMedia();
    private final MemoryLedger ledger = MemoryLedger.none();

    @Test
    void aStormLeavesNothingOpen() throws Exception {
        long seed = Tier.seed();
        int steps = Tier.count(500, 10_000);
        ExecutorService loaders = Executors.newFixedThreadPool(LOADERS);
        try (ExecutorService users = Executors.newFixedThreadPool(THREADS)) {
            Core core = new Core(media, loaders, new Budget(8 << 20, 4 << 20, 2 << 20), System::nanoTime);
            core.books().moveTo(ledger);
            List<Future<?>> running = new ArrayList<>();
            try (LoadingSession session = core.open("viewer", Purpose.VIEW)) {
                for (int i = 0; i < THREADS; i++) {
                    Random random = new Random(seed + i);
                    running.add(users.submit(() -> {
                        for (int step = 0; step < steps; step++) {
                            step(core, session, random);
                        }
                        return null;
                    }));
                }
                await(running, seed);
                checkLoaded(session, seed);
            }
            core.stop();
            loaders.shutdown();
            assertTrue(loaders.awaitTermination(20, TimeUnit.SECONDS), () -> "a load hangs, seed " + seed);
        } finally {
            loaders.shutdown();
        }
        assertEquals(0, media.openReaders(), () -> "readers are left open, seed " + seed);
        assertEquals(0, media.openSources(), () -> "bytes are left open, seed " + seed);
        assertEquals(0, media.outOfTurn(), () -> "a reader was used by two at once or after its end, seed " + seed);
        assertEquals(0, ledger.heldBytes(), () -> "the ledger has entries left, seed " + seed);
    }

    private static void await(List<Future<?>> running, long seed) throws InterruptedException {
        for (Future<?> future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                throw new AssertionError("seed " + seed, e.getCause());
            }
        }
    }

    private void step(Core core, LoadingSession session, Random random) {
        switch (random.nextInt(10)) {
        case 0, 1, 2 -> session.update(tracks(random));
        case 3, 4, 5 -> look(session, random);
        case 6 -> listen(session, random);
        case 7 -> core.relieve(reader -> random.nextBoolean() || reader.isResting());
        case 8 -> fall(random);
        default -> {
            try (LoadingSession export = core.open("film", Purpose.EXPORT)) {
                look(export, random);
            }
        }
        }
    }

    private List<TrackDemand> tracks(Random random) {
        List<TrackDemand> tracks = new ArrayList<>();
        for (int i = 0; i < TRACKS; i++) {
            if (random.nextInt(4) > 0) {
                List<MediumDemand> demands = new ArrayList<>();
                for (int d = random.nextInt(3); d > 0; d--) {
                    demands.add(demand(random));
                }
                tracks.add(new TrackDemand("v" + i, random.nextBoolean(), random.nextInt(5) == 0, demands));
            }
        }
        return tracks;
    }

    private MediumDemand demand(Random random) {
        Loadable medium = medium(random);
        return new MediumDemand(medium.name(), () -> medium, random.nextInt(2), RationalTime.ofSeconds(random.nextInt(4)));
    }

    private Loadable medium(Random random) {
        int number = random.nextInt(MEDIA);
        return media.medium("m" + number, number % 3 == 0 ? 8 * 3600 : 10);
    }

    private void look(LoadingSession session, Random random) {
        try (FrameReader frames = session.frames(medium(random), 0, 1 + random.nextInt(2), cancellation(random))) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                Bench.read(frames);
            }
        } catch (MediaException e) {
            assertTrue(e.getMessage().contains("the disk is gone"), e::getMessage);
        } catch (CancelledException _) {
            // asked for
        }
    }

    private void listen(LoadingSession session, Random random) {
        try (PcmReader sound = session.sound(medium(random), 1, 48_000, List.of(), cancellation(random))) {
            sound.read(0, new float[2][100], 0, 100, new Cancellation());
        } catch (MediaException e) {
            assertTrue(e.getMessage().contains("the disk is gone"), e::getMessage);
        } catch (CancelledException _) {
            // asked for
        }
    }

    private static Cancellation cancellation(Random random) {
        Cancellation cancellation = new Cancellation();
        if (random.nextInt(10) == 0) {
            cancellation.cancel();
        }
        return cancellation;
    }

    private void fall(Random random) {
        String name = "m" + random.nextInt(MEDIA);
        if (random.nextBoolean()) {
            media.breakDown(name);
        } else {
            media.mend(name);
        }
    }

    /** After the storm, what is shown is loaded. */
    private void checkLoaded(LoadingSession session, long seed) {
        List<TrackDemand> shown = new ArrayList<>();
        for (int i = 0; i < MEDIA; i++) {
            Loadable medium = media.medium("m" + i);
            media.mend("m" + i);
            shown.add(new TrackDemand("t" + i, i % 2 == 0, false,
                    List.of(new MediumDemand(medium.name(), () -> medium, 0, RationalTime.ZERO))));
        }
        session.update(List.of());
        session.update(shown);
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (session.loads().stream().anyMatch(load -> load.state() == LoadState.LOADING) && System.nanoTime() < endNs) {
            Thread.onSpinWait();
        }
        for (TrackLoad load : session.loads()) {
            boolean even = Integer.parseInt(load.track().substring(1)) % 2 == 0;
            assertEquals(even ? LoadState.READY : LoadState.UNLOADED, load.state(),
                    () -> load.track() + ' ' + load.message() + ", seed " + seed);
        }
    }
}
