package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.time.RationalTime;

/** Tables that are not there, damaged, made by several at once, or cannot be kept. */
class SampleTablesTest {

    private static final Cancellation NEVER = new Cancellation();

    @TempDir
    private Path folder = Path.of("");

    private static Path film() {
        return TestMedia.pictures("excerpts-short.mp4", 7, "25", 1300,
                "-c:v libx264 -preset fast -pix_fmt yuv420p -bf 2 -g 50 -sc_threshold 0");
    }

    private static MediaInfo info(FileByteSource source) throws Exception {
        return new FfmpegMediaProbe(Media.THREADS).probe(source, NEVER);
    }

    private static @Nullable PacketSource open(SampleTables tables, FileByteSource source) throws Exception {
        MediaInfo info = info(source);
        return tables.open(source, info, info.streams().getFirst(), Media.THREADS, NEVER);
    }

    private List<Path> kept() throws IOException {
        if (!Files.exists(folder.resolve("samples"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("samples"))) {
            return files.toList();
        }
    }

    @Test
    void isMadeOnceAndFoundAgain() throws Exception {
        try (FileByteSource source = FileByteSource.open(film())) {
            try (PacketSource first = open(new ReadMemory(folder, 1 << 30, 0).tables(), source)) {
                assertNotNull(first);
            }
            Path table = kept().getFirst();
            byte[] written = Files.readAllBytes(table);
            Object identity = Files.getAttribute(table, "unix:ino");
            try (PacketSource second = open(new ReadMemory(folder, 1 << 30, 0).tables(), source)) {
                assertNotNull(second);
            }
            assertEquals(List.of(table), kept());
            assertEquals(identity, Files.getAttribute(table, "unix:ino"), "written again");
            Files.write(table, new byte[written.length / 2]);
            try (PacketSource third = open(new ReadMemory(folder, 1 << 30, 0).tables(), source)) {
                assertNotNull(third);
            }
            assertEquals(written.length, Files.size(kept().getFirst()), "made anew");
        }
    }

    @Test
    void isMadeAnewWhenItIsDamagedWhileItIsRead() throws Exception {
        try (FileByteSource source = FileByteSource.open(film())) {
            MediaInfo info = info(source);
            FfmpegMediaReaders readers = new FfmpegMediaReaders(Media.THREADS, new ReadMemory(folder, 1 << 30, 0));
            try (FrameReader frames = readers.openFrames(source, info, 0, 1, NEVER)) {
                assertEquals(3, Media.number(frames, RationalTime.of(7, 50)));
                try (FileChannel table = FileChannel.open(kept().getFirst(), StandardOpenOption.WRITE)) {
                    // The last page of units, which nobody has looked at yet.
                    table.write(ByteBuffer.wrap(new byte[] { 7, 7, 7, 7 }), 1200 * 24);
                }
                assertEquals(1250, Media.number(frames, RationalTime.of(2501, 50)));
                assertEquals(4, Media.number(frames, RationalTime.of(9, 50)));
            }
        }
    }

    @Test
    void isNotNeededWhereNothingCanBeKept() throws Exception {
        Path occupied = Files.write(folder.resolve("occupied"), new byte[1]);
        try (FileByteSource source = FileByteSource.open(film())) {
            MediaInfo info = info(source);
            for (ReadMemory memory : List.of(new ReadMemory(occupied, 1 << 30, 0), new ReadMemory(folder.resolve("q"), 100, 0))) {
                FfmpegMediaReaders readers = new FfmpegMediaReaders(Media.THREADS, memory);
                try (FrameReader frames = readers.openFrames(source, info, 0, 1, NEVER)) {
                    assertEquals(600, Media.number(frames, RationalTime.of(1201, 50)));
                }
                assertNull(memory.tables().open(source, info, info.streams().getFirst(), Media.THREADS, NEVER));
            }
        }
    }

    @Test
    void manyMayOpenAMediumAtOnce() throws Exception {
        try (FileByteSource source = FileByteSource.open(film())) {
            MediaInfo info = info(source);
            List<Future<Long>> numbers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                // Two programs, four readers each.
                FfmpegMediaReaders readers = new FfmpegMediaReaders(Media.THREADS, new ReadMemory(folder, 1 << 30, 0));
                int frame = 150 * i;
                Callable<Long> call = () -> {
                    try (FrameReader frames = readers.openFrames(source, info, 0, 1, NEVER)) {
                        return Media.number(frames, RationalTime.of(2 * frame + 1, 50));
                    }
                };
                numbers.add(Media.THREADS.begin(call));
            }
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals(150L * i, numbers.get(i).get());
            }
            assertEquals(1, kept().size());
        }
    }

    @Test
    void fragmentsOnAServerAreNotVisited() throws Exception {
        Path fragments = TestMedia.pictures("table-fragments.mp4", 7, "30", 120,
                "-c:v libx264 -preset fast -pix_fmt yuv420p -bf 2 -g 30 -movflags frag_keyframe+empty_moov+default_base_moof");
        SampleTables tables = new ReadMemory(folder, 1 << 30, 0).tables();
        for (Path file : List.of(fragments, film())) {
            try (ByteSource source = new Served(FileByteSource.open(file))) {
                MediaInfo info = new FfmpegMediaProbe(Media.THREADS).probe(source, NEVER);
                try (PacketSource packets = tables.open(source, info, info.streams().getFirst(), Media.THREADS, NEVER)) {
                    assertEquals(file.equals(fragments), packets == null);
                }
            }
        }
    }

    /** A file as a server shows it: what names its bytes is known. */
    private record Served(FileByteSource file) implements ByteSource {

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
            return file.read(positionBytes, target);
        }

        @Override
        public Optional<String> contentId() {
            return Optional.of("url-" + file.name());
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Test
    void shortMediaHaveNone() throws Exception {
        try (FileByteSource source = FileByteSource.open(film())) {
            assertNull(open(new ReadMemory(folder, 1 << 30, 20_000).tables(), source));
            assertTrue(kept().isEmpty());
        }
    }

    @Test
    void makingStopsWhenSomebodyCancels() throws Exception {
        try (FileByteSource source = FileByteSource.open(film())) {
            MediaInfo info = info(source);
            Cancellation cancelled = new Cancellation();
            cancelled.cancel();
            SampleTables tables = new ReadMemory(folder, 1 << 30, 0).tables();
            assertThrows(CancelledException.class,
                    () -> tables.open(source, info, info.streams().getFirst(), Media.THREADS, cancelled));
            assertTrue(kept().isEmpty(), "nothing half done is left");
            try (PacketSource packets = tables.open(source, info, info.streams().getFirst(), Media.THREADS, NEVER)) {
                assertNotNull(packets);
            }
        }
    }
}
