package org.reelbench.capture.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.PictureStream;
import org.reelbench.capture.RecoveredRecording;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingListener;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.RecordingResult;
import org.reelbench.capture.RecordingState;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.capture.internal.mp4.FilmRecovery;
import org.reelbench.capture.internal.pool.DevicePool;
import org.reelbench.capture.internal.sound.NoiseReducers;
import org.reelbench.capture.internal.synthetic.SyntheticSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;

@Timeout(120)
class LiveRecordingTest {

    private static final long HANG_NS = 30_000_000_000L;
    private static final long PLENTY = 1L << 40;
    static final CaptureFormat.Picture SMALL = new CaptureFormat.Picture(160, 90, FrameRate.of(30, 1));

    /** Five frames with half as much colour as light. */
    private static final long RAW_BYTES = 5 * 160 * 90 * 3 / 2;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeEncoders encoders = new FakeEncoders();
    private final AtomicLong freeBytes = new AtomicLong(PLENTY);
    private final AtomicLong nowNs = new AtomicLong(1);
    private final MemoryLedger ledger = MemoryLedger.none();
    private final SyntheticSource synthetic = new SyntheticSource();
    private final Hand hand = new Hand();
    private final NoiseReducers noise = new NoiseReducers();
    private final List<Path> begun = new CopyOnWriteArrayList<>();
    private final List<Path> done = new CopyOnWriteArrayList<>();
    private final Path folder;

    LiveRecordingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdown();
        assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS), "no thread is left behind");
        assertEquals(0, ledger.heldBytes());
        assertEquals(begun.stream().sorted().toList(), done.stream().sorted().toList());
    }

    /** A screen that shows a card whenever the test lets it. */
    private static final class Hand implements CaptureSource, PictureStream {
        private final Semaphore pictures = new Semaphore(0);
        private final CaptureDevice device = new CaptureDevice("hand", "screen", "A screen moved by hand", List.of(SMALL));
        private volatile boolean running;
        private volatile boolean lost;
        private volatile @Nullable CaptureException refusal;
        private volatile long next;

        @Override
        public String id() {
            return "hand";
        }

        @Override
        public List<CaptureDevice> devices() {
            return List.of(device);
        }

        @Override
        public CaptureStream open(CaptureDevice which, CaptureFormat format) throws CaptureException {
            CaptureException why = refusal;
            if (why != null) {
                throw why;
            }
            return this;
        }

        @Override
        public CaptureFormat.Picture format() {
            return SMALL;
        }

        @Override
        public PictureFormat pictures() {
            return PictureFormat.of(160, 90, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public boolean isHealthy() {
            return !lost;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public long read(@Nullable VideoFrame into) throws CaptureException {
            pictures.acquireUninterruptibly();
            if (lost) {
                throw new CaptureException(Reason.LOST, "A screen moved by hand: it was unplugged");
            }
            if (!running) {
                return NOTHING;
            }
            long number = next;
            next = number + 1;
            if (into != null) {
                TestCard.draw(into, 1, number);
            }
            return 1_000_000_000L + number * 1_000_000_000L / 30;
        }

        @Override
        public void stop() {
            running = false;
            pictures.release(1000);
        }

        @Override
        public void close() {
            running = false;
        }
    }

    private Studio studio(Path spill) {
        Map<String, CaptureSource> sources = Map.of("synthetic", synthetic, "hand", hand);
        return new Studio(encoders, ledger, threads, nowNs::get, _ -> freeBytes.get(), new SpaceWatch(10_000_000, 1_000_000),
                spill,
                new DevicePool(nowNs::get), id -> sources.getOrDefault(id, synthetic), noise,
                new Studio.Unfinished() {

                    @Override
                    public void begun(Path file) {
                        begun.add(file);
                    }

                    @Override
                    public void done(Path file) {
                        done.add(file);
                    }
                });
    }

    private LiveRecording start(RecordingRequest request) {
        LiveRecording recording = new LiveRecording(request, studio(folder.resolve("spill")));
        threads.execute(recording::run);
        return recording;
    }

    private RecordingRequest free(String name, double seconds) {
        TreeMap<String, String> options = new TreeMap<>(Map.of("pace", "free", "seconds", Double.toString(seconds)));
        return RecordingRequest.to(folder.resolve(name))
                .pictures(synthetic.devices().getFirst(), new CaptureFormat.Picture(160, 90, FrameRate.of(30, 1), options))
                .sound(synthetic.devices().getLast(), new CaptureFormat.Sound(48_000, 2, options));
    }

    private RecordingRequest byHand(String name) {
        return RecordingRequest.to(folder.resolve(name)).pictures(hand.device, SMALL);
    }

    private static RecordingResult result(Recording recording) throws InterruptedException, ExecutionException {
        return recording.ended().toCompletableFuture().get();
    }

    private static RecoveredRecording look(Path file) throws CaptureException {
        return FilmRecovery.recover(file, new Cancellation());
    }

    @Test
    void everyPictureAndAllSoundOfADeviceThatWaitsIsInTheFile() throws Exception {
        LiveRecording recording = start(free("film.mp4", 20));
        RecordingResult result = result(recording);
        assertEquals(null, result.early());
        assertEquals(600, result.statistics().framesEncoded());
        assertEquals(0, result.statistics().framesDropped());
        assertEquals(20 * 48_000, result.statistics().samples());
        for (int i = 0; i < 600; i++) {
            assertEquals(i, encoders.cards.get(i));
            assertEquals(i * 334L, encoders.ticks.get(i));
        }
        RecoveredRecording found = look(result.file());
        assertFalse(found.changed());
        assertEquals(600, found.frames());
        assertEquals(recording.mediaId(), found.mediaId());
        assertEquals(20_000_000, found.durationUs(), 25_000);
    }

    @Test
    void severalRecordingsRunAtOnce() throws Exception {
        List<LiveRecording> recordings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            recordings.add(start(free("film" + i + ".mp4", 3)));
        }
        for (LiveRecording recording : recordings) {
            assertEquals(90, look(result(recording).file()).frames());
        }
    }

    @Test
    void whatTheEncoderHasNoTimeForIsLeftOutAndTheRestStaysInItsPlace() throws Exception {
        Semaphore encoder = new Semaphore(0);
        encoders.before = _ -> encoder.acquireUninterruptibly();
        LiveRecording recording = start(byHand("film.mp4"));
        hand.pictures.release(60);
        await(() -> recording.statistics().framesIn() == 60);
        encoder.release(1000);
        await(() -> recording.statistics().queueFrames() == 0 && recording.statistics().framesEncoded() >= 4);
        hand.pictures.release(30);
        await(() -> recording.statistics().framesIn() == 90);
        recording.stop();
        RecordingResult result = result(recording);
        assertEquals(90, result.statistics().framesEncoded() + result.statistics().framesDropped());
        assertTrue(result.statistics().framesDropped() >= 55);
        for (int i = 0; i < encoders.cards.size(); i++) {
            assertEquals(encoders.cards.get(i) * 334, encoders.ticks.get(i), "each picture is shown when it was taken");
        }
        assertEquals(encoders.cards.size(), look(result.file()).frames());
    }

    @Test
    void whatTheDeviceNeverDeliversIsToldAsMissedAndLowersTheScore() throws Exception {
        LiveRecording recording = start(byHand("film.mp4"));
        show(recording, 30);
        assertEquals(0, recording.statistics().framesMissed());
        assertEquals(80, recording.statistics().score());
        hand.next += 6;
        show(recording, 24);
        recording.stop();
        RecordingStatistics last = result(recording).statistics();
        assertEquals(54, last.framesIn());
        assertEquals(0, last.framesDropped());
        assertEquals(6, last.framesMissed());
        assertEquals(60, last.framesIn() + last.framesMissed());
        assertEquals(60, last.score());
        assertEquals(59 * 334L, encoders.ticks.getLast());
    }

    @Test
    void anEncoderThatIsTooSlowIsGivenLessAndMoreAgainLater() throws Exception {
        AtomicLong tookNs = new AtomicLong(45_000_000);
        encoders.before = _ -> nowNs.addAndGet(tookNs.get());
        LiveRecording recording = start(byHand("film.mp4"));
        int given = 0;
        while (recording.statistics().steps() == 0) {
            hand.pictures.release();
            given++;
            int now = given;
            await(() -> recording.statistics().framesIn() == now && recording.statistics().queueFrames() == 0);
        }
        assertEquals(15, recording.statistics().framesPerSecond());
        tookNs.set(2_000_000);
        while (recording.statistics().framesPerSecond() < 30) {
            nowNs.addAndGet(30_000_000);
            hand.pictures.release();
            given++;
            int now = given;
            await(() -> recording.statistics().framesIn() == now && recording.statistics().queueFrames() == 0);
        }
        // The change is noted with the first picture that it applies to; whether the next one is taken may be settled already.
        int shown = encoders.cards.size();
        hand.pictures.release(4);
        await(() -> encoders.cards.size() >= shown + 3);
        recording.stop();
        RecordingResult result = result(recording);
        assertTrue(result.statistics().steps() >= 2);
        String text = Files.readString(result.file(), StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("15.000 fps") && text.lastIndexOf("30.000 fps") > text.lastIndexOf("moov"));
        for (int i = 1; i < encoders.ticks.size(); i++) {
            assertTrue(encoders.ticks.get(i) > encoders.ticks.get(i - 1));
        }
    }

    @Test
    void aDiskThatIsNearlyFullEndsTheRecordingWithAllOfItKept() throws Exception {
        List<String> warnings = new CopyOnWriteArrayList<>();
        LiveRecording recording = start(byHand("film.mp4"));
        recording.listen(new RecordingListener() {
            @Override
            public void warned(Recording which, String message) {
                warnings.add(message);
            }
        });
        show(recording, 30);
        freeBytes.set(5_000_000);
        nowNs.addAndGet(2_000_000_000L);
        await(() -> !warnings.isEmpty());
        assertEquals(RecordingState.RECORDING, recording.state());
        freeBytes.set(500_000);
        nowNs.addAndGet(2_000_000_000L);
        RecordingResult result = result(recording);
        CaptureException early = result.early();
        assertNotNull(early);
        assertEquals(Reason.DISK_FULL, early.reason());
        assertTrue(String.valueOf(early.getMessage()).contains("film.mp4"));
        assertEquals(30, look(result.file()).frames());
    }

    @Test
    void aDeviceThatIsUnpluggedEndsTheRecordingWithWhatThereIs() throws Exception {
        LiveRecording recording = start(byHand("film.mp4"));
        show(recording, 45);
        hand.lost = true;
        hand.pictures.release();
        RecordingResult result = result(recording);
        CaptureException early = result.early();
        assertNotNull(early);
        assertEquals(Reason.LOST, early.reason());
        assertEquals(45, look(result.file()).frames());
    }

    @Test
    void anEncoderThatFailsEvenForWantOfMemoryEndsTheRecordingWithWhatThereIs() throws Exception {
        LiveRecording recording = start(byHand("film.mp4"));
        show(recording, 45);
        encoders.before = _ -> {
            throw new OutOfMemoryError("no memory for a picture");
        };
        hand.pictures.release();
        RecordingResult result = result(recording);
        assertNotNull(result.early());
        assertEquals(45, look(result.file()).frames());
    }

    @Test
    void aDeviceThatDeliversNothingLeavesNoFileButAReason() {
        LiveRecording recording = start(byHand("film.mp4"));
        recording.stop();
        ExecutionException failed = assertThrows(ExecutionException.class, () -> result(recording));
        assertEquals(Reason.LOST, assertInstanceOf(CaptureException.class, failed.getCause()).reason());
        assertFalse(Files.exists(folder.resolve("film.mp4")));
    }

    @Test
    void aDeviceThatCannotBeOpenedLeavesNoFileButItsOwnReason() {
        hand.refusal = new CaptureException(Reason.BUSY, "another program holds it");
        LiveRecording recording = start(byHand("film.mp4"));
        ExecutionException failed = assertThrows(ExecutionException.class, () -> result(recording));
        assertEquals(Reason.BUSY, assertInstanceOf(CaptureException.class, failed.getCause()).reason());
        assertEquals(RecordingState.FAILED, recording.state());
        assertFalse(Files.exists(folder.resolve("film.mp4")));
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws Exception {
        Files.writeString(folder.resolve("film.mp4"), "mine");
        LiveRecording recording = start(byHand("film.mp4"));
        ExecutionException failed = assertThrows(ExecutionException.class, () -> result(recording));
        assertEquals(Reason.UNWRITABLE, assertInstanceOf(CaptureException.class, failed.getCause()).reason());
        assertEquals("mine", Files.readString(folder.resolve("film.mp4")));
    }

    @Test
    void givingUpDeletesTheFile() throws Exception {
        LiveRecording recording = start(byHand("film.mp4"));
        show(recording, 10);
        recording.cancel();
        ExecutionException failed = assertThrows(ExecutionException.class, () -> result(recording));
        assertInstanceOf(CancellationException.class, failed.getCause());
        assertFalse(Files.exists(folder.resolve("film.mp4")));
    }

    @Test
    void listenersSeeStatesInOrderAndTheFileGrow() throws Exception {
        List<RecordingState> states = new CopyOnWriteArrayList<>();
        List<Long> sizes = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        LiveRecording recording = start(byHand("film.mp4"));
        recording.listen(new RecordingListener() {
            @Override
            public void stateChanged(Recording which, RecordingState state) {
                states.add(state);
                if (state.isEnd()) {
                    over.complete(null);
                }
            }

            @Override
            public void grown(Recording which, long fileBytes) {
                sizes.add(fileBytes);
            }
        });
        show(recording, 100);
        assertTrue(recording.showNewest(frame -> assertTrue(TestCard.read(frame).valid())));
        // What it holds is in the ledger meanwhile, raw frames first; that nothing is left is looked at after each test.
        await(() -> ledger.heldBytes() >= RAW_BYTES && recording.statistics().heldBytes() >= RAW_BYTES);
        recording.stop();
        result(recording);
        over.get();
        assertEquals(RecordingState.FINISHED, states.getLast());
        assertEquals(states.stream().sorted().toList(), states);
        assertEquals(sizes.stream().sorted().toList(), sizes);
        assertFalse(recording.showNewest(_ -> {
        }));
    }

    /** Shows cards one by one, each once the one before is encoded, so that none is left out. */
    private void show(Recording recording, int count) {
        for (int i = 0; i < count; i++) {
            long before = recording.statistics().framesEncoded();
            hand.pictures.release();
            await(() -> recording.statistics().framesEncoded() > before);
        }
    }

    /** Waits for another thread; the limit is for hangs only. */
    private static void await(BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > HANG_NS) {
                throw new IllegalStateException("it never happens");
            }
            Thread.yield();
        }
    }
}
