package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.Loading;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.MediumDemand;
import org.reelbench.loading.Purpose;
import org.reelbench.loading.TrackDemand;
import org.reelbench.loading.TrackLoad;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.VideoFrame;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.NativeMemory;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.render.SlateCatalog;
import org.reelbench.render.VideoRenderer;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;

/** Real files on tracks that are shown and hidden: what is open in the process is what is seen. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class LoadingIT {

    private static final FrameRate RATE = FrameRate.of(25, 1);
    private static final int FILMS = 10;
    private static final int FRAMES = 50;
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final int THREADS = 8;
    private static final Path HANDLES = Path.of("/proc/self/fd");
    /** A film of the storm that leaks once in ten steps would be over this. */
    private static final long SLACK_BYTES = 4 << 20;

    @TempDir
    private static Path originals;

    @TempDir
    private Path folder;
    private final Cancellation never = new Cancellation();
    private Loading loading;
    private MediaCatalog catalog;

    @BeforeAll
    static void writeFilms() throws Exception {
        for (int i = 0; i < FILMS; i++) {
            CardFilm.write(originals.resolve("film" + i + ".mkv"), i + 1, RATE, FRAMES);
        }
    }

    @BeforeEach
    void copyFilms() throws Exception {
        List<MediaReference> media = new ArrayList<>();
        for (int i = 0; i < FILMS; i++) {
            Files.copy(originals.resolve("film" + i + ".mkv"), file(i));
            media.add(new MediaReference(id(i), file(i).getFileName().toString(), file(i).toString(), "", Extras.NONE));
        }
        loading = Services.get(Loading.class);
        catalog = new FileMediaCatalog(folder, media, Services.get(MediaProbe.class));
    }

    private Path file(int film) {
        return folder.resolve("film" + film + ".mkv");
    }

    private static Id id(int film) {
        return new Id("m" + film);
    }

    /** A sequence of one track a film, of which some are hidden. */
    private static Sequence sequence(int films, Set<Integer> hidden) {
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < films; i++) {
            Clip clip = Clip.of(new Id("c" + i), "film" + i, new MediaStream(id(i), 0), RationalTime.ZERO, FRAMES);
            // Transparent, or the upper ones would cover the others, which need not be decoded then.
            tracks.add(Track.of(new Id("v" + i), "V" + i, TrackKind.VIDEO).withHidden(hidden.contains(i))
                    .withItems(TrackItems.of(List.of(i == 0 ? clip : clip.withOpacity(0.5)))));
        }
        return new Sequence(new Id("s"), "Storm", RATE, WIDTH_PX, HEIGHT_PX, 48_000, tracks, Extras.NONE);
    }

    private void show(LoadingSession session, Sequence sequence, long frame) {
        List<TrackDemand> demands = new ArrayList<>();
        for (int i = 0; i < sequence.tracks().size(); i++) {
            Id medium = id(i);
            Track track = sequence.tracks().get(i);
            long away = Math.max(0, frame - track.durationFrames() + 1);
            demands.add(new TrackDemand(track.id().value(), sequence.isPresented(track), false, List.of(
                    new MediumDemand(medium.value(), () -> catalog.medium(medium), 0, RATE.timeOf(away)))));
        }
        session.update(demands);
    }

    /** Waits for what loading does in the background. */
    private static void await(String what, BooleanSupplier done) {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < endNs, what);
            Thread.onSpinWait();
        }
    }

    private static boolean isLoaded(LoadingSession session) {
        return session.loads().stream().noneMatch(load -> load.state() == LoadState.LOADING);
    }

    /** The films that this process has open now, as the system tells. */
    private List<Integer> openFilms() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < FILMS; i++) {
            if (handles(file(i)) > 0) {
                open.add(i);
            }
        }
        return open;
    }

    private static long handles(Path file) {
        try (Stream<Path> all = Files.list(HANDLES)) {
            return all.filter(handle -> {
                try {
                    return Files.readSymbolicLink(handle).toString().startsWith(file.toString());
                } catch (IOException _) {
                    // Closed since it was listed.
                    return false;
                }
            }).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long held(Holding holding) throws InterruptedException {
        return Services.get(MemoryLedger.class).entries().stream()
                .filter(entry -> entry.holding() == holding && entry.label().contains("film")).mapToLong(LedgerEntry::bytes)
                .sum();
    }

    private static Reading read(FrameReader frames, long frame, Cancellation cancellation) throws MediaException {
        try (VideoFrame picture = frames.frameAt(RATE.timeOf(frame), cancellation)) {
            return TestCard.read(picture);
        }
    }

    @Test
    void importedFilmsAreLoadedAndAHiddenOneIsGivenBack() throws Exception {
        try (LoadingSession session = loading.open("it", Purpose.VIEW)) {
            show(session, sequence(5, Set.of()), 10);
            await("5 films", () -> isLoaded(session) && openFilms().equals(List.of(0, 1, 2, 3, 4)));
            long all = held(Holding.DECODER);
            show(session, sequence(5, Set.of(3)), 10);
            await("4 films", () -> openFilms().equals(List.of(0, 1, 2, 4)));
            assertEquals(all / 5 * 4, held(Holding.DECODER));
            assertEquals(LoadState.UNLOADED, session.loads().get(3).state());
            show(session, sequence(5, Set.of(0, 1, 2, 3, 4)), 10);
            await("no film", () -> openFilms().isEmpty());
            assertEquals(0, held(Holding.DECODER) + held(Holding.DEMUXER));
        }
    }

    @Test
    void ofTenFilmsWithEightHiddenTwoAreOpen() {
        try (LoadingSession session = loading.open("it", Purpose.VIEW)) {
            show(session, sequence(FILMS, Set.of(0, 1, 2, 3, 5, 6, 7, 9)), 0);
            await("2 films", () -> isLoaded(session) && openFilms().equals(List.of(4, 8)));
        }
    }

    @Test
    void whatIsShownAgainIsLoadedAgainAtTheRightFrame() throws Exception {
        try (LoadingSession session = loading.open("it", Purpose.VIEW);
                FrameReader frames = session.frames(catalog.medium(id(2)), 0, 1, never)) {
            show(session, sequence(3, Set.of()), 20);
            assertTrue(read(frames, 20, never).is(3, 20));
            show(session, sequence(3, Set.of(2)), 20);
            await("hidden", () -> handles(file(2)) == 0);
            show(session, sequence(3, Set.of()), 31);
            await("shown", () -> isLoaded(session));
            assertTrue(read(frames, 31, never).is(3, 31));
        }
        await("nothing", () -> openFilms().isEmpty());
    }

    @Test
    void playingDecodesWhatIsVisibleAndNothingElse() throws Exception {
        Sequence sequence = sequence(6, Set.of(1, 2, 4));
        try (LoadingSession session = loading.open("it", Purpose.VIEW);
                VideoRenderer renderer = Services.get(Renderers.class).video(sequence, catalog, session)) {
            Set<Integer> seen = new TreeSet<>();
            renderer.run(0, FRAMES, (frame, _) -> {
                show(session, sequence, frame);
                seen.addAll(openFilms());
            }, never);
            assertEquals(Set.of(0, 3, 5), seen);
        }
        await("nothing", () -> openFilms().isEmpty());
    }

    @Test
    void anEditOpensNothingAgain() throws Exception {
        Renderers renderers = Services.get(Renderers.class);
        try (LoadingSession session = loading.open("it", Purpose.VIEW)) {
            Sequence sequence = sequence(3, Set.of());
            show(session, sequence, 5);
            await("loaded", () -> isLoaded(session));
            Set<String> handles = handles();
            for (int i = 0; i < 5; i++) {
                try (VideoRenderer renderer = renderers.video(sequence, catalog, session)) {
                    renderer.frame(5 + i, never).close();
                }
                Clip first = (Clip) sequence.tracks().getFirst().items().get(0);
                sequence = sequence.withTrack(sequence.tracks().getFirst().withItems(TrackItems.of(List.of(
                        first.withTransform(Transform.IDENTITY).withOpacity(0.5 + i * 0.1)))));
                show(session, sequence, 6 + i);
                await("loaded", () -> isLoaded(session));
            }
            assertEquals(handles, handles());
        }
    }

    /** The handles of films, by their numbers. */
    private Set<String> handles() throws IOException {
        try (Stream<Path> all = Files.list(HANDLES)) {
            Set<String> names = new TreeSet<>();
            all.forEach(handle -> {
                try {
                    Path target = Files.readSymbolicLink(handle);
                    if (target.startsWith(folder)) {
                        names.add(handle.getFileName() + " " + target.getFileName());
                    }
                } catch (IOException _) {
                    // Closed since it was listed.
                }
            });
            return names;
        }
    }

    @Test
    void aFilmThatVanishesIsASlateAndAFailureAndTheOthersGoOn() throws Exception {
        Sequence sequence = sequence(2, Set.of());
        try (LoadingSession session = loading.open("it", Purpose.VIEW)) {
            show(session, sequence, 0);
            await("loaded", () -> isLoaded(session));
            show(session, sequence(2, Set.of(0, 1)), 0);
            await("hidden", () -> openFilms().isEmpty());
            Files.delete(file(1));
            show(session, sequence, 10);
            await("failed", () -> isLoaded(session));
            List<TrackLoad> loads = session.loads();
            assertEquals(LoadState.READY, loads.get(0).state());
            assertEquals(LoadState.FAILED, loads.get(1).state());
            assertTrue(loads.get(1).message().contains("film1.mkv: no such file"), loads.get(1).message());
            SlateCatalog slates = new SlateCatalog(catalog, WIDTH_PX, HEIGHT_PX);
            try (VideoRenderer renderer = Services.get(Renderers.class).video(sequence, slates, session);
                    VideoFrame picture = renderer.frame(10, never)) {
                assertEquals(WIDTH_PX, picture.format().widthPx());
            }
            assertEquals(1, slates.replaced().size());
            assertTrue(openFilms().contains(0), "the other one is read");
        }
    }

    @Test
    void aFilmThatIsReplacedByWhatIsNoFilmFails() throws Exception {
        try (LoadingSession session = loading.open("it", Purpose.VIEW)) {
            catalog.medium(id(0));
            Files.write(file(0), new byte[5000]);
            show(session, sequence(2, Set.of()), 0);
            await("failed", () -> isLoaded(session));
            assertEquals(List.of(LoadState.FAILED, LoadState.READY), session.loads().stream().map(TrackLoad::state).toList());
        }
    }

    @Test
    void aStormOfShowingHidingSeekingAndDeletingLeavesNothingOpen() throws Exception {
        long seed = Tier.seed();
        storm(seed, 20);
        List<NativeMemory> natives = List.of(Services.get(NativeMemory.class));
        long grown = Long.MAX_VALUE;
        // The virtual machine takes memory of its own now and then; a leak grows in every round.
        for (int round = 0; round < 3 && grown > SLACK_BYTES; round++) {
            long before = natives.stream().mapToLong(NativeMemory::heldBytes).sum();
            storm(seed + round, Tier.count(500, 10_000) / THREADS);
            grown = natives.stream().mapToLong(NativeMemory::heldBytes).sum() - before;
        }
        long left = grown;
        assertTrue(left <= SLACK_BYTES, () -> left + " bytes are left, seed " + seed);
        assertEquals(0, held(Holding.DECODER) + held(Holding.DEMUXER));
        long loaders = Thread.getAllStackTraces().keySet().stream().filter(each -> each.getName().startsWith("reelbench-load-"))
                .count();
        assertTrue(loaders <= 2, () -> loaders + " threads load");
    }

    private void storm(long seed, int steps) throws Exception {
        try (LoadingSession session = loading.open("it", Purpose.VIEW);
                ExecutorService users = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(seed * THREADS + i);
                Callable<?> user = () -> {
                    for (int step = 0; step < steps; step++) {
                        step(session, random);
                    }
                    return null;
                };
                running.add(users.submit(user));
            }
            for (Future<?> future : running) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    throw new AssertionError("seed " + seed, e.getCause());
                }
            }
        }
        await("nothing is open, seed " + seed, () -> openFilms().isEmpty());
    }

    private void step(LoadingSession session, Random random) throws Exception {
        int film = random.nextInt(FILMS);
        if (random.nextInt(3) == 0) {
            Set<Integer> hidden = new HashSet<>();
            for (int i = 0; i < FILMS; i++) {
                if (random.nextBoolean()) {
                    hidden.add(i);
                }
            }
            show(session, sequence(random.nextInt(FILMS), hidden), random.nextInt(FRAMES));
            return;
        }
        try (FrameReader frames = session.frames(catalog.medium(id(film)), 0, 1, never)) {
            int frame = random.nextInt(FRAMES);
            Reading reading = read(frames, frame, never);
            assertTrue(reading.is(film + 1, frame), () -> reading + " for frame " + frame + " of " + film);
        }
    }
}
