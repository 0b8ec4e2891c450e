package org.reelbench.proxies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.proxies.ProxyFormat;
import org.reelbench.proxies.internal.disk.ProxyFile;
import org.reelbench.proxies.internal.disk.ProxyShelf;
import org.reelbench.proxies.internal.make.Gate;
import org.reelbench.proxies.internal.make.ProxyMaker;
import org.reelbench.time.RationalTime;

@Timeout(60)
class ProxyMakerTest {

    private static final long MIB = 1 << 20;
    private static final int FRAMES = 700;
    private static final int PART_FRAMES = 240;

    private final Path folder;
    private final FakePipeline pipeline = new FakePipeline();
    private final FakeMedium medium = FakeMedium.of("beach.mp4", FRAMES);

    ProxyMakerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ProxyShelf shelf(long quotaBytes) {
        return new ProxyShelf(folder, quotaBytes, Clock.systemUTC());
    }

    private static ProxyKey key(FakeMedium of) {
        return new ProxyKey(of.fingerprint(), 0, ProxyFormat.ALL.getFirst());
    }

    private ProxyFile make(FakeMedium of, ProxyShelf shelf, Cancellation cancellation) throws MediaException {
        return new ProxyMaker(pipeline.services(), shelf, _ -> false).make(of, key(of), Gate.OPEN, _ -> {
        }, cancellation);
    }

    private static List<String> films(Path in) throws Exception {
        try (Stream<Path> files = Files.walk(in)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aProxyThatIsWholeIsFoundAndItsPartsAreGone() throws Exception {
        ProxyShelf shelf = shelf(MIB);
        ProxyFile made = make(medium, shelf, new Cancellation());
        assertEquals(FRAMES, made.frames());
        assertEquals(Optional.of(made), shelf.find(key(medium)));
        assertTrue(shelf.isSound(key(medium), made));
        assertEquals(List.of("lock", "proxy.mp4", "proxy.properties"), films(folder));
        assertEquals(0, pipeline.open.get(), "readers left open");
    }

    @Test
    void whatWasMadeBeforeAKillIsNotMadeAgain() throws Exception {
        Cancellation cancellation = new Cancellation();
        pipeline.beforeFrame = frame -> {
            if (frame == 500) {
                cancellation.cancel();
            }
        };
        assertThrows(CancelledException.class, () -> make(medium, shelf(MIB), cancellation));
        assertEquals(List.of("lock", "part-000000", "part-000001"), films(folder));
        assertEquals(0, pipeline.open.get(), "readers left open");
        pipeline.encoded.set(0);
        assertEquals(FRAMES, make(medium, shelf(MIB), new Cancellation()).frames());
        assertEquals(FRAMES - 2 * PART_FRAMES, pipeline.encoded.get(), "frames encoded by the second run");
    }

    @Test
    void whatIsDecodedWhenItIsCancelledIsNeitherScaledNorEncoded() throws Exception {
        Cancellation cancellation = new Cancellation();
        AtomicInteger decoded = new AtomicInteger();
        pipeline.whenDecoded = () -> {
            if (decoded.incrementAndGet() == 10) {
                cancellation.cancel();
            }
        };
        assertThrows(CancelledException.class, () -> make(medium, shelf(MIB), cancellation));
        assertEquals(9, pipeline.composed.get(), "pictures scaled");
        assertEquals(9, pipeline.encoded.get(), "pictures encoded");
        assertEquals(0, pipeline.open.get(), "readers left open");
    }

    @Test
    void aDamagedPartIsMadeAgainWithThoseBehindIt() throws Exception {
        Cancellation cancellation = new Cancellation();
        pipeline.beforeFrame = frame -> {
            if (frame == 500) {
                cancellation.cancel();
            }
        };
        assertThrows(CancelledException.class, () -> make(medium, shelf(MIB), cancellation));
        Path part = shelf(MIB).folder(key(medium)).resolve("part-000001");
        try (RandomAccessFile bytes = new RandomAccessFile(part.toFile(), "rw")) {
            bytes.seek(100);
            bytes.write(77);
        }
        pipeline.encoded.set(0);
        assertEquals(FRAMES, make(medium, shelf(MIB), new Cancellation()).frames());
        assertEquals(FRAMES - PART_FRAMES, pipeline.encoded.get(), "frames encoded by the second run");
    }

    @Test
    void partsOfAnotherLibraryAreMadeAgain() throws Exception {
        Cancellation cancellation = new Cancellation();
        pipeline.beforeFrame = frame -> {
            if (frame == 300) {
                cancellation.cancel();
            }
        };
        assertThrows(CancelledException.class, () -> make(medium, shelf(MIB), cancellation));
        pipeline.library = 2;
        pipeline.encoded.set(0);
        assertEquals(FRAMES, make(medium, shelf(MIB), new Cancellation()).frames());
        assertEquals(FRAMES, pipeline.encoded.get(), "frames encoded by the second run");
    }

    @Test
    void aFilmWhoseFramesComeAtOtherTimesIsNoProxy() {
        pipeline.wrongTicks = 1;
        MediaException wrong = assertThrows(MediaException.class, () -> make(medium, shelf(MIB), new Cancellation()));
        assertEquals(MediaException.Reason.DAMAGED, wrong.reason());
        assertTrue(shelf(MIB).find(key(medium)).isEmpty());
        pipeline.wrongTicks = 0;
    }

    @Test
    void whatWasNotUsedForTheLongestTimeGoesWhenRoomIsNeeded() throws Exception {
        ProxyShelf wide = shelf(MIB);
        List<FakeMedium> media = List.of(FakeMedium.of("a", 300), FakeMedium.of("b", 300), FakeMedium.of("c", 300));
        for (int i = 0; i < 3; i++) {
            make(media.get(i), wide, new Cancellation());
            Files.setLastModifiedTime(wide.folder(key(media.get(i))).resolve("proxy.properties"),
                    FileTime.fromMillis(1_000_000L * (i + 1)));
        }
        wide.use(key(media.getFirst()));
        long bytes = wide.usage().bytes();
        shelf(bytes).makeRoom(bytes / 3 - 10, _ -> false);
        assertTrue(wide.find(key(media.get(0))).isPresent(), "the one used last is gone");
        assertFalse(wide.find(key(media.get(1))).isPresent(), "the oldest stays");
        assertTrue(wide.find(key(media.get(2))).isPresent());
        MediaException full = assertThrows(MediaException.class, () -> shelf(bytes).makeRoom(2 * bytes, _ -> true));
        assertEquals(MediaException.Reason.DISK_FULL, full.reason());
    }

    @Test
    void aQuotaThatIsTooSmallIsSaid() throws Exception {
        MediaException full = assertThrows(MediaException.class, () -> make(medium, shelf(100), new Cancellation()));
        assertEquals(MediaException.Reason.DISK_FULL, full.reason());
        assertEquals(List.of("lock"), films(folder));
    }

    @Test
    void aProxyOfWhichAByteChangedIsNotUsed() throws Exception {
        ProxyShelf shelf = shelf(MIB);
        ProxyFile made = make(medium, shelf, new Cancellation());
        try (RandomAccessFile bytes = new RandomAccessFile(made.file().toFile(), "rw")) {
            bytes.seek(5);
            bytes.write('9');
        }
        assertFalse(shelf.isSound(key(medium), made));
        assertTrue(shelf.find(key(medium)).isEmpty());
    }

    @Test
    void timesWithoutACommonClockAreRefused() {
        List<RationalTime> times = List.of(RationalTime.ZERO, RationalTime.of(1, 1_000_003), RationalTime.of(1, 999_983));
        FakeMedium odd = new FakeMedium("odd", "odd", FakeMedium.info("hevc", 64, 36, RationalTime.ofSeconds(1)), times);
        MediaException refused = assertThrows(MediaException.class, () -> make(odd, shelf(MIB), new Cancellation()));
        assertTrue(refused.reason() == MediaException.Reason.UNSUPPORTED || refused.reason() == MediaException.Reason.DAMAGED,
                refused.toString());
    }
}
