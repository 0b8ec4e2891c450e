package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;
import org.reelbench.time.RationalTime;

/**
 * A catalogue of hostile and odd media, all handled: each is read, or refused with a reason and its name; none hangs, takes
 * more memory than it may, opens another file or asks an address. Writes what became of each into a report.
 */
@EnabledOnOs(OS.LINUX)
@TestInstance(Lifecycle.PER_CLASS)
class HostileCatalogueTest {

    private static final boolean DEEP = "deep".equals(System.getProperty("reelbench.tier"));
    private static final int FLIPPED = DEEP ? 2000 : 51;
    /** The product's limit is ten seconds; what runs into it does so in a shorter time as well. */
    private static final long PROBE_LIMIT_MS = DEEP ? 10_000 : 2000;
    private static final int LEAST_KINDS = 12;
    private static final int LEAST_OF_A_KIND = 12;
    /** Longer than any case takes on a machine that is busy with other things; a case that hangs takes for ever. */
    private static final long HANG_LIMIT_S = 60;
    private static final long MOST_GROWN_BYTES = 1L << 30;
    private static final Cancellation NEVER = new Cancellation();

    private final List<String> report = new ArrayList<>();
    private List<HostileCase> cases = List.of();
    private Path shared = Path.of("");
    private @Nullable Canary canary;

    @BeforeAll
    void make(@TempDir Path folder) throws Exception {
        shared = folder;
        Canary bird = Canary.in(folder);
        canary = bird;
        long seed = DEEP ? System.nanoTime() % 1_000_000_000L : 20_260_103;
        List<HostileCase> all = new ArrayList<>(HostileTexts.cases(bird.file(), bird.address()));
        all.addAll(HostileBytes.cases(bird.file(), bird.address()));
        all.addAll(HostileHeads.cases());
        all.addAll(HostileNumbers.cases());
        all.addAll(HostileFiles.cases(DEEP));
        all.addAll(HostileDamage.cases(FLIPPED, seed));
        all.addAll(HostileSources.cases(HostileDamage.honest().get("d.mkv")));
        cases = all;
        report.add(cases.size() + " hostile and odd media, seed " + seed);
    }

    @Test
    void hasManyOfEveryKind() {
        Map<String, Long> kinds = cases.stream().collect(Collectors.groupingBy(HostileCase::kind, LinkedHashMap::new,
                Collectors.counting()));
        assertTrue(kinds.size() >= LEAST_KINDS, () -> kinds + "");
        assertTrue(kinds.values().stream().allMatch(count -> count >= LEAST_OF_A_KIND), () -> kinds + "");
    }

    @Test
    void aVisitWouldBeSeen(@TempDir Path folder) throws Exception {
        try (Canary other = Canary.in(folder)) {
            try (InputStream _ = Files.newInputStream(Path.of(other.file()));
                    Socket _ = new Socket(InetAddress.getLoopbackAddress(), URI.create(other.address()).getPort())) {
                // one look at each
            }
            assertEquals(2, other.touched());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOneIsReadOrRefused() {
        return cases.stream().map(HostileCase::kind).distinct().map(kind -> DynamicTest.dynamicTest(kind, () -> {
            List<String> wrong = new ArrayList<>();
            for (HostileCase one : cases) {
                if (one.kind().equals(kind)) {
                    check(one, wrong);
                }
            }
            assertEquals(List.of(), wrong);
        }));
    }

    private void check(HostileCase one, List<String> wrong) throws Exception {
        Path folder = Files.createTempDirectory(shared, "case");
        Peak peak = Peak.begin();
        long beginNs = System.nanoTime();
        Future<String> call = Media.THREADS.begin(() -> outcome(one, folder));
        String outcome = call.get(HANG_LIMIT_S, TimeUnit.SECONDS);
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNs);
        long grownBytes = peak.grownBytes();
        report.add(String.format(Locale.ROOT, "%-26s %-46s %-11s %5d ms %5d MB", one.kind(), one.name(), outcome, tookMs,
                grownBytes >> 20));
        if (!one.expected().contains(outcome)) {
            wrong.add(one.name() + ": " + outcome + " instead of " + one.expected());
        }
        if (grownBytes > MOST_GROWN_BYTES) {
            wrong.add(one.name() + " took " + (grownBytes >> 20) + " MB");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String outcome(HostileCase one, Path folder) throws Exception {
        try (ByteSource source = one.medium().open(folder)) {
            try (Media media = Media.within(PROBE_LIMIT_MS, source)) {
                read(media);
                read(media.byTables(folder.resolve("tables")));
                return HostileCase.READ;
            } catch (MediaException e) {
                assertEquals(source.name(), e.medium());
                return reason(e);
            }
        } catch (MediaException e) {
            return reason(e);
        }
    }

    private static String reason(MediaException e) {
        assertFalse(e.medium().isEmpty(), e.getMessage());
        assertFalse(e.explanation().isEmpty(), e.getMessage());
        return e.reason().name();
    }

    private static void read(Media media) throws MediaException, IOException {
        if (media.info().video().isPresent()) {
            try (FrameReader frames = media.frames()) {
                RationalTime end = media.info().duration();
                for (RationalTime time : List.of(RationalTime.ZERO, end, RationalTime.of(1, 3), RationalTime.ofSeconds(-1))) {
                    frames.frameAt(time, NEVER).close();
                }
            }
        }
        if (media.info().audio().isPresent()) {
            try (PcmReader sound = media.pcm(44_100, 2)) {
                for (int at : new int[] { 0, 40_000, -2000, 10_000 }) {
                    sound.read(at, new float[2][4000], 0, 4000, NEVER);
                }
            }
        }
    }

    @AfterAll
    void nobodyTouchedWhatTheyName() throws Exception {
        Path target = Files.createDirectories(Path.of(System.getProperty("reelbench.reports", "target")));
        Files.write(target.resolve("hostile-media.txt"), report);
        Canary bird = canary;
        assertEquals(0, bird == null ? -1 : bird.touched(), "visits to the file and the address that the media name");
    }
}
