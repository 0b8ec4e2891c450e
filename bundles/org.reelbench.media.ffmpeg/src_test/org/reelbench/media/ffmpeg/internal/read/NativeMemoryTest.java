package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.time.RationalTime;

/** Whatever is opened gives its native memory back when it is closed, without the garbage collector. */
class NativeMemoryTest {

    private static final int CYCLES = 200;
    /**
     * One leaked picture a cycle would be 70 MB a round, one demuxer 14. The virtual machine's own compiler takes and gives back
     * as much in single rounds, but not in all of them; a leak grows in every round.
     */
    private static final long SLACK_BYTES = 7 << 20;
    private static final int ROUNDS = 6;

    private static final Cancellation NEVER = new Cancellation();

    /** One thing done over and over. */
    @FunctionalInterface
    private interface Cycle {

        void run(int number) throws Exception;
    }

    private static void assertFlat(Cycle cycle) throws Throwable {
        for (int i = 0; i < CYCLES / 10; i++) {
            cycle.run(i);
        }
        long pointers = Pointer.totalCount();
        long leastGrownBytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && leastGrownBytes >= SLACK_BYTES; round++) {
            long beforeBytes = NativeHeap.usedBytes();
            for (int i = 0; i < CYCLES; i++) {
                cycle.run(i);
            }
            leastGrownBytes = Math.min(leastGrownBytes, NativeHeap.usedBytes() - beforeBytes);
        }
        assertTrue(leastGrownBytes < SLACK_BYTES, "every round grew by at least " + leastGrownBytes + " bytes");
        assertEquals(pointers, Pointer.totalCount(), "pointers left to the garbage collector");
    }

    private static Path file() {
        return TestMedia.both("memory.mp4", 3, "30000/1001", 30, TestMedia.clicks(3, 48_000, 2, 48_000),
                "-vf scale=640:360 -c:v libx264 -preset fast -bf 1 -g 5 -c:a aac -b:a 160k");
    }

    @Test
    void aDecoderThatRestsGivesItsMemoryBack() throws Throwable {
        Path file = file();
        try (Media media = Media.of(file); FrameReader frames = media.frames(1)) {
            assertFlat(number -> {
                frames.frameAt(RationalTime.of(number % 30, 30), NEVER).close();
                frames.rest();
            });
            long restingBytes = NativeHeap.usedBytes();
            frames.frameAt(RationalTime.of(15, 30), NEVER).close();
            long wokenBytes = NativeHeap.usedBytes();
            assertTrue(wokenBytes - restingBytes > 640 * 360, "it held " + (wokenBytes - restingBytes) + " bytes");
        }
    }

    @Test
    void readersGiveEverythingBack() throws Throwable {
        Path file = file();
        assertFlat(number -> {
            try (Media media = Media.of(file);
                    FrameReader frames = media.frames(1 + number % 2);
                    PcmReader sound = media.pcm(number % 2 == 0 ? 48_000 : 44_100, 2)) {
                frames.frameAt(RationalTime.of(number % 30, 30), NEVER).close();
                try (VideoFrame frame = frames.frameAt(RationalTime.of((number * 37) % 30, 30), NEVER);
                        VideoFrame lease = frame.retain()) {
                    lease.close();
                }
                sound.read(number * 100L, new float[2][3000], 0, 3000, NEVER);
                sound.read(1000, new float[2][3000], 0, 3000, NEVER);
            }
        });
    }

    @Test
    void readersByTableGiveEverythingBack(@TempDir Path folder) throws Throwable {
        try (Media media = Media.of(file())) {
            Media tabled = media.byTables(folder);
            assertFlat(number -> {
                try (FrameReader frames = tabled.frames(1); PcmReader sound = tabled.pcm(48_000, 2)) {
                    frames.frameAt(RationalTime.of(number % 30, 30), NEVER).close();
                    frames.nearestSyncFrame(RationalTime.of((number * 37) % 30, 30), NEVER).close();
                    sound.read(number * 100L, new float[2][3000], 0, 3000, NEVER);
                }
            });
        }
    }

    @Test
    void failuresGiveEverythingBack() throws Throwable {
        byte[] whole = BytesSource.read(file());
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 200, whole.length / 3, (byte) 0x5A);
        assertFlat(_ -> {
            try (Media media = Media.of(new BytesSource(cut))) {
                throw new AssertionError("opened " + media.info());
            } catch (MediaException e) {
                assertTrue(e.reason() == MediaException.Reason.DAMAGED, e.getMessage());
            }
            try (Media media = Media.of(new BytesSource(damaged)); FrameReader frames = media.frames()) {
                frames.frameAt(RationalTime.ZERO, NEVER).close();
            } catch (MediaException e) {
                assertTrue(e.reason() == MediaException.Reason.DAMAGED, e.getMessage());
            }
            Cancellation cancelled = new Cancellation();
            cancelled.cancel();
            try (Media media = Media.of(new BytesSource(whole)); FrameReader frames = media.frames()) {
                frames.frameAt(RationalTime.ZERO, cancelled).close();
            } catch (CancelledException e) {
                assertTrue(cancelled.isCancelled(), "only then");
            }
        });
    }

    @Test
    void jumpingAboutKeepsNothing() throws Throwable {
        try (Media media = Media.of(file()); FrameReader frames = media.frames(); PcmReader sound = media.pcm(44_100, 2)) {
            float[][] samples = new float[2][5000];
            assertFlat(number -> {
                frames.frameAt(RationalTime.of((number * 53) % 30, 30), NEVER).close();
                sound.read((number * 7919L) % 40_000, samples, 0, 5000, NEVER);
            });
        }
    }
}
