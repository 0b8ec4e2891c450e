package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.media.ffmpeg.internal.samples.DamagedCopyException;

/** Probing the same bytes again reads none of them, and says the same. */
class ProbeMemoryTest {

    private static final Cancellation NEVER = new Cancellation();
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private FfmpegMediaProbe probe() {
        return new FfmpegMediaProbe(Media.THREADS, new ReadMemory(folder, 1 << 30, 0));
    }

    private static List<Path> media() {
        Path sound = TestMedia.clicks(3, 48_000, 2, 48_000);
        return List.of(
                TestMedia.both("d.mp4", 3, "30", 30, sound, "-c:v libx264 -preset fast -bf 2 -g 10 -c:a aac -b:a 96k"),
                TestMedia.both("d.mkv", 3, "30000/1001", 30, sound, "-c:v libx264 -preset fast -g 10 -c:a flac"),
                TestMedia.pictures("d.gif", 3, "25", 5, "-c:v gif"), TestMedia.pictures("d.png", 3, "30", 1, "-c:v png"), sound);
    }

    @Test
    void saysTheSameAgainWithoutReading() throws Exception {
        for (Path file : media()) {
            MediaInfo first;
            try (FileByteSource source = FileByteSource.open(file)) {
                first = probe().probe(source, NEVER);
            }
            AtomicInteger reads = new AtomicInteger();
            FfmpegMediaProbe another = probe();
            for (int i = 0; i < 2; i++) {
                try (FileByteSource source = FileByteSource.open(file)) {
                    Optional<String> stamp = source.stamp();
                    assertTrue(stamp.isPresent());
                    MediaInfo again = another.probe(new StampedSource(new BytesSource(new byte[0], _ -> reads.incrementAndGet()),
                            stamp.get()), NEVER);
                    assertEquals(first, again, file.toString());
                }
            }
            assertEquals(0, reads.get());
        }
    }

    @Test
    void looksAgainWhereTheFileIsAnother() throws Exception {
        Path file = Files.copy(media().get(0), folder.resolve("film.mp4"));
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        FfmpegMediaProbe probe = probe();
        MediaInfo first = probed(probe, file);
        Files.write(file, Files.readAllBytes(media().get(1)));
        assertNotEquals(first, probed(probe, file), "just written");
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(1)));
        assertEquals("matroska", probed(probe, file).container());
        Files.write(file, new byte[100]);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(2)));
        assertThrows(MediaException.class, () -> probed(probe, file));
    }

    private static MediaInfo probed(FfmpegMediaProbe probe, Path file) throws Exception {
        try (FileByteSource source = FileByteSource.open(file)) {
            return probe.probe(source, NEVER);
        }
    }

    @Test
    void damagedMemoryIsMadeAnew() throws Exception {
        MediaInfo first = probed(probe(), media().get(0));
        Path kept = kept().getFirst();
        byte[] whole = Files.readAllBytes(kept);
        whole[whole.length / 2] ^= 1;
        Files.write(kept, whole);
        assertEquals(first, probed(probe(), media().get(0)));
        whole[whole.length / 2] ^= 1;
        assertEquals(List.of(kept), kept());
        assertEquals(whole.length, Files.size(kept));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("probes"))) {
            return files.toList();
        }
    }

    @Test
    void everyDamageIsNoticed() throws Exception {
        byte[] whole = MediaInfoBytes.of("key", probed(new FfmpegMediaProbe(Media.THREADS), media().get(0)));
        Random random = new Random(20_260_108);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = i % 3 == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (damaged.length == whole.length) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertThrows(DamagedCopyException.class, () -> MediaInfoBytes.read(damaged, "key"));
        }
        assertThrows(DamagedCopyException.class, () -> MediaInfoBytes.read(whole, "another key"));
    }
}
