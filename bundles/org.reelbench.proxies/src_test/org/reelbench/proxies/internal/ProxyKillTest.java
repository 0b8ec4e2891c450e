package org.reelbench.proxies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.loading.Loading;
import org.reelbench.media.Cancellation;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.proxies.internal.disk.ProxyFile;
import org.reelbench.proxies.internal.disk.ProxyShelf;
import org.reelbench.proxies.internal.make.Gate;
import org.reelbench.proxies.internal.make.ProxyMaker;
import org.reelbench.render.MediaCatalog;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Sequence;
import org.slf4j.LoggerFactory;

/** A program that is killed while it makes a proxy: none is seen that is not whole, and the parts that were are not made again. */
class ProxyKillTest {

    private static final int ROUNDS = "deep".equals(System.getProperty("reelbench.tier")) ? 100 : 3;
    private static final int PART_FRAMES = 240;

    @Test
    @Timeout(600)
    void whatIsHalfMadeIsNeverUsedAndWhatIsWholeOfItIsKept(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String why = "seed " + seed + " round " + round;
            Path place = Files.createDirectory(folder.resolve("round-" + round));
            kill(place, 1 + random.nextInt(ProxyVictim.LINES));
            goOn(place, why);
        }
    }

    private static void goOn(Path place, String why) throws Exception {
        ProxyShelf shelf = ProxyVictim.shelf(place);
        Optional<ProxyFile> seen = shelf.find(ProxyVictim.key());
        if (seen.isPresent()) {
            assertTrue(shelf.isSound(ProxyVictim.key(), seen.get()), why);
            assertEquals(ProxyVictim.FRAMES, seen.get().frames(), why);
            return;
        }
        boolean joined = files(place).contains("proxy.mp4");
        long parts = files(place).stream().filter(file -> file.matches("part-\\d{6}")).count();
        FakePipeline pipeline = new FakePipeline();
        // What it makes it looks through itself: each frame of the film, and its time.
        ProxyFile made = new ProxyMaker(pipeline.services(), shelf, _ -> false).make(ProxyVictim.medium(), ProxyVictim.key(),
                Gate.OPEN, _ -> {
                    // nobody looks
                }, new Cancellation());
        assertEquals(ProxyVictim.FRAMES, made.frames(), why);
        assertTrue(shelf.isSound(ProxyVictim.key(), made), why);
        assertTrue(!joined || parts * PART_FRAMES >= ProxyVictim.FRAMES, why + ": parts went before the proxy was whole");
        assertEquals(Math.max(0, ProxyVictim.FRAMES - parts * PART_FRAMES), pipeline.encoded.get(), why + ": frames encoded");
        assertEquals(List.of("lock", "proxy.mp4", "proxy.properties"), files(place), why);
    }

    private static List<@NonNull String> files(Path in) throws IOException {
        try (Stream<Path> files = Files.walk(in)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("errors")).sorted().toList();
        }
    }

    private static void kill(Path place, int lines) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", classPath(), ProxyVictim.class.getName(),
                place.toString()).redirectError(place.resolve("errors").toFile()).start();
        try (BufferedReader said = program.inputReader()) {
            for (int i = 0; i < lines; i++) {
                if (said.readLine() == null) {
                    throw new AssertionError("the program ended by itself: " + Files.readString(place.resolve("errors")));
                }
            }
            program.toHandle().destroyForcibly();
            program.waitFor();
        } finally {
            program.destroyForcibly();
        }
    }

    private static String classPath() {
        return Stream.of(ProxyVictim.class, ProxyMaker.class, MediaCatalog.class, Loading.class, Cancellation.class,
                MemoryLedger.class, Sequence.class, RationalTime.class, LoggerFactory.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString())
                .distinct().collect(Collectors.joining(File.pathSeparator));
    }
}
