package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.encoding.preview.PreviewListener;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.memory.NativeMemory;
import org.reelbench.memory.ReliefStep;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.TrimEdits;

/** Previews when things go wrong: files of the cache are damaged, edits come faster than anything can be encoded. */
@Timeout(300)
class PreviewFaultIT {

    private static final FrameRate RATE = FrameRate.of(25, 1);
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final int FRAMES = 500;
    /** Sync samples ten seconds apart. */
    private static final int GOP_FRAMES = 250;

    private static final long HANG_NS = TimeUnit.SECONDS.toNanos(60);
    /** Native memory that the storm may leave: less than one picture a hundred edits. */
    private static final long MOST_MORE_BYTES = 256 << 10;

    @TempDir
    private Path folder;
    private final PreviewFilm client = new PreviewFilm();

    /** A film whose pictures are hard to encode, so that its bytes tell how much of it was read. */
    private Path film(int source, String encoder) throws Exception {
        Path file = folder.resolve("film" + source + ".mp4");
        ColorDescription color = ColorDescription.BT709_LIMITED;
        VideoEncoding encoding = new VideoEncoding(encoder, WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P, color, Rational.of(1, 25),
                Rational.of(25, 1), GOP_FRAMES, 4_000_000, 1, new TreeMap<>());
        Random noise = new Random(source);
        byte[] row = new byte[WIDTH_PX];
        try (VideoEncoder pictures = Services.get(Encoders.class).openVideo(encoding);
                Muxer muxer = Services.get(Muxers.class).open(file, "mp4", List.of(pictures.parameters()), Map.of());
                MemoryFrame frame = MemoryFrame.allocate(PictureFormat.of(WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P, color),
                        RationalTime.ZERO)) {
            for (int i = 0; i < FRAMES; i++) {
                TestCard.draw(frame, source, i);
                for (int y = HEIGHT_PX - 20; y < HEIGHT_PX; y++) {
                    noise.nextBytes(row);
                    frame.plane(0).asSlice((long) y * frame.strideBytes(0), WIDTH_PX).copyFrom(MemorySegment.ofArray(row));
                }
                pictures.encode(frame, i, i % GOP_FRAMES == 0, packet -> muxer.write(0, packet));
            }
            pictures.finish(packet -> muxer.write(0, packet));
            muxer.finish(new Cancellation());
        }
        return file;
    }

    private MediaCatalog catalog(Path file) throws InterruptedException {
        return new FileMediaCatalog(folder,
                List.of(new MediaReference(new Id("m"), file.getFileName().toString(), file.toString(), "", Extras.NONE)),
                Services.get(MediaProbe.class));
    }

    private static Sequence sequence(long frames) {
        Clip clip = Clip.of(new Id("c"), "c", new MediaStream(new Id("m"), 0), RationalTime.ZERO, frames);
        return new Sequence(new Id("s"), "S", RATE, WIDTH_PX, HEIGHT_PX, 48_000,
                List.of(Track.of(new Id("v"), "v", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)))), Extras.NONE);
    }

    @Test
    void aGroupOfTenSecondsIsDecodedOnceARun() throws Exception {
        Path file = film(21, "libopenh264");
        MediaCatalog files = catalog(file);
        AtomicLong readBytes = new AtomicLong();
        MediaCatalog counted = new MediaCatalog() {
            @Override
            public Medium medium(Id media) throws MediaException {
                return new CountedMedium(files.medium(media), readBytes);
            }
        };
        files.medium(new Id("m"));
        try (Preview preview = Services.get(PreviewService.class).open(sequence(FRAMES), counted);
                Viewer viewer = preview.viewer()) {
            Semaphore ready = new Semaphore(0);
            preview.listen(new PreviewListener() {
                @Override
                public void onSegmentReady(Preview from, String id) {
                    ready.release();
                }
            });
            viewer.at(0, true);
            // What is under and ahead of the playhead comes by itself: nobody opens anything.
            while (preview.revision().progress() < 1) {
                assertTrue(ready.tryAcquire(60, TimeUnit.SECONDS), "nothing more is encoded");
            }
            // Once by each of two lanes that begin in it; decoded anew for each of five segments it would be three times.
            assertTrue(readBytes.get() < 2.2 * Files.size(file),
                    readBytes.get() + " bytes were read of a film of " + Files.size(file));
        }
    }

    @Test
    void damagedFilesOfTheCacheAreNeverServedAndMadeAnew() throws Exception {
        MediaCatalog catalog = catalog(film(22, "libopenh264"));
        try (Preview preview = Services.get(PreviewService.class).open(sequence(300), catalog)) {
            preview.listen(client);
            PreviewRevision revision = preview.revision();
            List<PreviewSegment> segments = revision.pictures(0, 300);
            List<byte[]> before = new ArrayList<>();
            for (PreviewSegment segment : segments) {
                before.add(PreviewFilm.read(revision, segment, 1));
            }
            client.encoded("");
            // Only of the disk from now on.
            ((ReliefStep) Services.get(PreviewCache.class)).relieve(Long.MAX_VALUE);
            assertArrayEquals(before.get(5), PreviewFilm.read(revision, segments.get(5), 1), "served from the disk");
            assertEquals(List.of(), client.encoded(""));
            Path truncated = file(segments.get(0));
            Files.write(truncated, java.util.Arrays.copyOf(Files.readAllBytes(truncated), (int) Files.size(truncated) / 2));
            Path flipped = file(segments.get(1));
            byte[] bytes = Files.readAllBytes(flipped);
            bytes[bytes.length - 5000] ^= 1;
            Files.write(flipped, bytes);
            Files.copy(file(segments.get(4)), file(segments.get(2)), StandardCopyOption.REPLACE_EXISTING);
            Path unreadable = file(segments.get(3));
            Files.delete(unreadable);
            Files.createDirectory(unreadable);
            for (int i = 0; i < segments.size(); i++) {
                PreviewFilm.decode(whole(revision, segments.get(i)), RATE, segments.get(i), 22);
            }
            assertEquals(4, client.encoded("v-").size());
            PreviewCache.Verified verified = Services.get(PreviewCache.class).verify(new Cancellation());
            assertTrue(verified.whole() >= segments.size() - 1, verified.problems()::toString);
        }
    }

    /** Reads a segment; one that proves damaged while it is read is opened again, as clients do. */
    private static byte[] whole(PreviewRevision revision, PreviewSegment segment) throws IOException, InterruptedException {
        byte[] init;
        while (true) {
            try (SegmentBytes bytes = revision.open(segment)) {
                bytes.await(0, java.time.Duration.ofSeconds(60));
                init = bytes.init().bytes();
                byte[] body = PreviewFilm.read(revision, segment, 1);
                byte[] whole = java.util.Arrays.copyOf(init, init.length + body.length);
                System.arraycopy(body, 0, whole, init.length, body.length);
                return whole;
            } catch (SegmentFailedException e) {
                assertTrue(e.getMessage().contains("open it again"), e.getMessage());
            }
        }
    }

    private static Path file(PreviewSegment segment) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("reelbench.cache")))) {
            return files.filter(file -> file.getFileName().toString().contains(segment.id())).findFirst().orElseThrow();
        }
    }

    @Test
    void aStormOfEditsLeavesNothingBehindAndTheLastOneIsShown() throws Exception {
        MediaCatalog catalog = catalog(film(23, "libopenh264"));
        int edits = Tier.count(300, 3000);
        Random random = new Random(Tier.seed());
        Sequence first = sequence(300);
        Sequence last;
        long threads;
        long handles;
        long nativeBytes;
        try (Preview preview = Services.get(PreviewService.class).open(first, catalog)) {
            storm(preview, first, catalog, random, 30);
            awaitIdle();
            threads = threads();
            handles = handles();
            nativeBytes = nativeBytes();
            last = storm(preview, first, catalog, random, edits);
            PreviewRevision revision = preview.show(last, catalog);
            for (PreviewSegment segment : revision.pictures(0, last.durationFrames())) {
                PreviewFilm.read(revision, segment, 1);
            }
            assertEquals(1, revision.progress());
            try (Preview scratch = Services.get(PreviewService.class).open(last, catalog)) {
                assertEquals(PreviewFilm.pictures(scratch.revision()), PreviewFilm.pictures(revision));
            }
        }
        awaitIdle();
        // Lanes give back what they opened two seconds after the last order.
        await("threads", PreviewFaultIT::threads, threads + 4);
        await("handles", PreviewFaultIT::handles, handles + 8);
        await("native bytes", PreviewFaultIT::nativeBytes, nativeBytes + MOST_MORE_BYTES);
        assertFalse(Services.get(PreviewService.class).previews().stream()
                .anyMatch(preview -> preview.sequenceId().equals(first.id())));
    }

    /** Waits until nothing is wanted and no lane is at work, which comes soon after nobody looks. */
    private static void awaitIdle() throws InterruptedException {
        PreviewService previews = Services.get(PreviewService.class);
        long since = System.nanoTime();
        while (previews.work().busy() > 0 || previews.work().wanted() > 0) {
            assertTrue(System.nanoTime() - since < HANG_NS, () -> "still " + previews.work());
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Counts something. */
    private interface Count {
        long now() throws Exception;
    }

    private static void await(String what, Count count, long most) throws Exception {
        long since = System.nanoTime();
        for (long now = count.now(); now > most; now = count.now()) {
            long left = now;
            assertTrue(System.nanoTime() - since < HANG_NS, () -> left + " " + what + " instead of " + most);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static long nativeBytes() throws InterruptedException {
        return Services.get(NativeMemory.class).heldBytes();
    }

    /** Edits, looks somewhere, begins to read, and goes on before it is there. */
    private static Sequence storm(Preview preview, Sequence first, MediaCatalog catalog, Random random, int edits)
            throws Exception {
        Sequence sequence = first;
        try (Viewer viewer = preview.viewer()) {
            for (int i = 0; i < edits; i++) {
                sequence = switch (random.nextInt(3)) {
                case 0 -> TrimEdits.slip(first, new Id("c"), random.nextInt(150));
                case 1 -> Edits.trimEnd(first, new Id("c"), -random.nextInt(200));
                default -> Edits.setOpacity(first, new Id("c"), 0.5 + random.nextInt(50) / 100.0);
                };
                PreviewRevision revision = preview.show(sequence, catalog);
                long frame = random.nextLong(sequence.durationFrames());
                viewer.at(frame, random.nextBoolean());
                PreviewSegment segment = revision.pictures(frame, frame + 1).getFirst();
                try (SegmentBytes bytes = revision.open(segment)) {
                    bytes.status();
                }
            }
        }
        return sequence;
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("reelbench-")).count();
    }

    private static long handles() throws IOException {
        Path own = Path.of("/proc/self/fd");
        if (!Files.isDirectory(own)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(own)) {
            return open.count();
        }
    }

    /** A medium that counts what is read of it. */
    private record CountedMedium(Medium medium, AtomicLong readBytes) implements Medium {

        @Override
        public String name() {
            return medium.name();
        }

        @Override
        public String fingerprint() {
            return medium.fingerprint();
        }

        @Override
        public MediaInfo info() {
            return medium.info();
        }

        @Override
        public ByteSource open() throws MediaException {
            ByteSource source = medium.open();
            return new ByteSource() {

                @Override
                public String name() {
                    return source.name();
                }

                @Override
                public long sizeBytes() throws IOException {
                    return source.sizeBytes();
                }

                @Override
                public int read(long positionBytes, MemorySegment target) throws IOException {
                    int count = source.read(positionBytes, target);
                    readBytes.addAndGet(Math.max(0, count));
                    return count;
                }

                @Override
                public void close() throws IOException {
                    source.close();
                }
            };
        }
    }
}
