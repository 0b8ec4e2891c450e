package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PcmReader;
import org.reelbench.time.RationalTime;

/** Eight hours cost what eight minutes cost: bytes read, memory of the heap and of FFmpeg. */
class LongMediaTest {

    private static final Cancellation NEVER = new Cancellation();
    private static final int SHORT_S = 8 * 60;
    private static final int LONG_S = 8 * 60 * 60;
    private static final int READERS = 5;
    private static final int ROUNDS = 6;
    private static final double MORE = 1.1;

    @TempDir
    private Path folder = Path.of("");

    /** A file that counts what is read of it. */
    private record Counted(FileByteSource file, AtomicLong readBytes) implements ByteSource {

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public long sizeBytes() throws IOException {
            return file.sizeBytes();
        }

        @Override
        public int read(long positionBytes, MemorySegment target) throws IOException {
            int count = file.read(positionBytes, target);
            readBytes.addAndGet(Math.max(0, count));
            return count;
        }

        @Override
        public Optional<String> stamp() {
            return file.stamp();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** What five open readers of pictures and sound took, each after a picture and some samples from the middle of the film. */
    private record Cost(long readBytes, long heapBytes, long nativeBytes) {
    }

    private Cost cost(int seconds) throws Throwable {
        FfmpegMediaReaders readers = new FfmpegMediaReaders(Media.THREADS, new ReadMemory(folder, 1L << 30, 0));
        try (Counted source = new Counted(FileByteSource.open(LongFilms.film(seconds)), new AtomicLong())) {
            MediaInfo info = new FfmpegMediaProbe(Media.THREADS).probe(source, NEVER);
            use(readers, source, info, seconds, 1);
            source.readBytes().set(0);
            return use(readers, source, info, seconds, READERS);
        }
    }

    private static Cost use(FfmpegMediaReaders readers, Counted source, MediaInfo info, int seconds, int count)
            throws Throwable {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<AutoCloseable> open = new ArrayList<>();
        long nativeBytes = NativeHeap.usedBytes();
        long heapBytes = threads.getCurrentThreadAllocatedBytes();
        try {
            for (int i = 0; i < count; i++) {
                FrameReader frames = readers.openFrames(source, info, 0, 1, NEVER);
                open.add(frames);
                frames.frameAt(RationalTime.of(seconds, 2), NEVER).close();
                PcmReader sound = readers.openPcm(source, info, 1, 48_000, 2, NEVER);
                open.add(sound);
                sound.read(seconds * 24_000L, new float[2][4800], 0, 4800, NEVER);
            }
            return new Cost(source.readBytes().get(), threads.getCurrentThreadAllocatedBytes() - heapBytes,
                    NativeHeap.usedBytes() - nativeBytes);
        } finally {
            for (AutoCloseable reader : open) {
                reader.close();
            }
        }
    }

    @Test
    void eightHoursCostWhatEightMinutesCost() throws Throwable {
        List<String> tooMuch = new ArrayList<>();
        // The virtual machine's compiler takes and gives back native memory of its own, but not in every round.
        for (int round = 0; round < ROUNDS; round++) {
            Cost few = cost(SHORT_S);
            Cost many = cost(LONG_S);
            assertTrue(many.readBytes() <= few.readBytes() * MORE, many + " against " + few);
            assertTrue(many.heapBytes() <= few.heapBytes() * MORE, many + " against " + few);
            if (few.nativeBytes() > 0 && many.nativeBytes() <= few.nativeBytes() * MORE) {
                return;
            }
            tooMuch.add(many + " against " + few);
        }
        fail(String.join("\n", tooMuch));
    }

    @Test
    void showsTheRightPicturesAnywhere() throws Exception {
        FfmpegMediaReaders readers = new FfmpegMediaReaders(Media.THREADS, new ReadMemory(folder, 1L << 30, 0));
        try (FileByteSource source = FileByteSource.open(LongFilms.film(LONG_S))) {
            MediaInfo info = new FfmpegMediaProbe(Media.THREADS).probe(source, NEVER);
            assertEquals(RationalTime.ofSeconds(LONG_S), info.duration());
            try (FrameReader frames = readers.openFrames(source, info, 0, 1, NEVER)) {
                for (int frame : new int[] { 863_999, 0, 431_237, 431_238, 30_719, 30_720, 30_721, 863_940, 1 }) {
                    RationalTime middle = RationalTime.of(2 * frame + 1, 60);
                    assertEquals(frame % LongFilms.GROUP_FRAMES, Media.number(frames, middle), "frame " + frame);
                }
                assertTrue(frames.decodedFrames() < 9 * LongFilms.GROUP_FRAMES, frames.decodedFrames() + " decoded");
            }
        }
    }
}
