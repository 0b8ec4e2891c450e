package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PcmReader;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.time.RationalTime;

/** Disks that answer late or never: whoever waits can leave, and comes back when they answer again. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SlowMediaTest {

    private static final Cancellation NEVER = new Cancellation();

    /** A disk that hangs while its gate is shut; it looks at no token, as a system call does not. */
    private static final class Disk {

        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile CountDownLatch waiting = new CountDownLatch(1);
        private final AtomicInteger stuck = new AtomicInteger();
        private int mostStuck;

        ByteSource holding(byte[] bytes) {
            return new BytesSource(bytes, _ -> pass());
        }

        void hang() {
            waiting = new CountDownLatch(1);
            gate = new CountDownLatch(1);
        }

        void answer() {
            gate.countDown();
        }

        private void pass() throws IOException {
            CountDownLatch shut = gate;
            if (shut.getCount() > 0) {
                mostStuck = Math.max(mostStuck, stuck.incrementAndGet());
                waiting.countDown();
                try {
                    shut.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException("a thread that reads must not be interrupted");
                } finally {
                    stuck.decrementAndGet();
                }
            }
        }
    }

    /** Something that waits for the disk. */
    @FunctionalInterface
    private interface Work {

        void run(Cancellation cancellation) throws Exception;
    }

    private static byte[] film() throws IOException {
        Path sound = TestMedia.clicks(3, 48_000, 2, 48_000 * 4);
        return BytesSource.read(TestMedia.both("slow.mkv", 3, "30", 120, sound, "-c:v libx264 -qp 10 -g 30 -c:a pcm_s16le"));
    }

    /** Begins work that hangs, cancels it, and hears that it was left. */
    private static void assertLeaves(Disk disk, Work work) throws Exception {
        Cancellation cancellation = new Cancellation();
        disk.hang();
        Future<?> begun = Media.THREADS.begin(() -> {
            work.run(cancellation);
            return null;
        });
        disk.waiting.await();
        cancellation.cancel();
        ExecutionException left = assertThrows(ExecutionException.class, () -> begun.get(30, TimeUnit.SECONDS));
        assertTrue(left.getCause() instanceof CancelledException, () -> left.getCause() + "");
    }

    @Test
    void aReaderLeavesADiskThatHangsAndGoesOnWhenItAnswers() throws Exception {
        Disk disk = new Disk();
        try (Media media = Media.of(disk.holding(film())); FrameReader frames = media.frames()) {
            assertEquals(3, Media.number(frames, RationalTime.of(7, 60)));
            assertLeaves(disk, token -> frames.frameAt(RationalTime.of(200, 60), token).close());
            for (int i = 0; i < 3; i++) {
                Cancellation soon = new Cancellation();
                CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(soon::cancel);
                assertThrows(CancelledException.class, () -> frames.frameAt(RationalTime.of(200, 60), soon).close());
            }
            assertEquals(1, disk.mostStuck, "threads that hang for one reader");
            disk.answer();
            assertEquals(100, Media.number(frames, RationalTime.of(201, 60)));
            assertEquals(3, Media.number(frames, RationalTime.of(7, 60)));
        }
    }

    @Test
    void soundLeavesADiskThatHangsAndGoesOnWhenItAnswers() throws Exception {
        Disk disk = new Disk();
        try (Media media = Media.of(disk.holding(film())); PcmReader sound = media.pcm(48_000, 1)) {
            float[][] whole = new float[1][1000];
            sound.read(144_000, whole, 0, 1000, NEVER);
            sound.read(0, new float[1][10], 0, 10, NEVER);
            assertLeaves(disk, token -> sound.read(144_000, new float[1][1000], 0, 1000, token));
            disk.answer();
            float[][] again = new float[1][1000];
            sound.read(144_000, again, 0, 1000, NEVER);
            assertArrayEquals(whole[0], again[0]);
        }
    }

    @Test
    void openingAndProbingLeaveADiskThatHangs() throws Exception {
        Disk disk = new Disk();
        byte[] film = film();
        assertLeaves(disk, token -> new FfmpegMediaProbe(Media.THREADS).probe(disk.holding(film), token));
        disk.answer();
        try (Media media = Media.of(disk.holding(film))) {
            assertLeaves(disk, token -> new FfmpegMediaReaders(Media.THREADS)
                    .openFrames(disk.holding(film), media.info(), 0, 1, token).close());
            disk.answer();
        }
    }

    @Test
    void probingADiskThatNeverAnswersEndsByItself() throws Exception {
        Disk disk = new Disk();
        disk.hang();
        MediaException late = assertThrows(MediaException.class,
                () -> new FfmpegMediaProbe(Media.THREADS, 300).probe(disk.holding(film()), NEVER));
        assertEquals(Reason.UNREADABLE, late.reason());
        disk.answer();
    }

    @Test
    void anInterruptLeavesTheSourceOpen() throws Exception {
        Disk disk = new Disk();
        try (Media media = Media.of(disk.holding(film())); FrameReader frames = media.frames()) {
            assertEquals(3, Media.number(frames, RationalTime.of(7, 60)));
            disk.hang();
            Thread.currentThread().interrupt();
            assertThrows(CancelledException.class, () -> frames.frameAt(RationalTime.of(200, 60), NEVER).close());
            assertTrue(Thread.interrupted(), "the caller hears of it");
            disk.answer();
            assertEquals(100, Media.number(frames, RationalTime.of(201, 60)));
        }
    }
}
