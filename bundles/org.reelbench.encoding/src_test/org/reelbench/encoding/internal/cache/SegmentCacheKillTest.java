package org.reelbench.encoding.internal.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.internal.segment.GrowingBytes;
import org.reelbench.encoding.internal.segment.TinyMp4;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.store.ChunkStore;
import org.slf4j.LoggerFactory;

/** A program that is killed while it keeps segments: what it had finished is there and right, the rest is not there at all. */
class SegmentCacheKillTest {

    private static final int ROUNDS = "deep".equals(System.getProperty("reelbench.tier")) ? 100 : 3;

    private final Set<String> promised = new TreeSet<>();

    @Test
    @Timeout(600)
    void whatWasFinishedIsServedAsItWasAndNothingElse(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String why = "seed " + seed + " round " + round;
            Path place = Files.createDirectory(folder.resolve("round-" + round));
            promised.clear();
            kill(place, 1 + random.nextInt(60));
            try (SegmentCache cache = CacheVictim.cache(place.resolve("segments"))) {
                int served = 0;
                for (String lane : Set.of("a", "b")) {
                    for (int i = 0; i < 80; i++) {
                        served += check(cache, "v-" + lane + i, CacheVictim.DATA_BYTES + i, why) ? 1 : 0;
                    }
                }
                assertTrue(served >= promised.size(), why);
            }
        }
    }

    /** Whether a segment is there; if it is, it is right. */
    private boolean check(SegmentCache cache, String id, int dataBytes, String why) throws IOException {
        try (SegmentBytes bytes = cache.open(id).orElse(null)) {
            assertTrue(bytes != null || !promised.contains(id), why + ": " + id + " is gone");
            if (bytes == null) {
                return false;
            }
            GrowingBytes wanted = TinyMp4.segment(dataBytes);
            ByteBuffer whole = ByteBuffer.allocate((int) wanted.sizeBytes());
            wanted.read(0, whole, SegmentPlace.AS_KEPT);
            ByteBuffer served = ByteBuffer.allocate((int) bytes.status().availableBytes());
            while (served.hasRemaining() && bytes.read(served.position(), served, SegmentPlace.AS_KEPT) > 0) {
                // until it is whole
            }
            assertArrayEquals(whole.array(), served.array(), why + ": " + id);
            return true;
        }
    }

    private void kill(Path place, int lines) throws IOException, InterruptedException, ReflectiveOperationException {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx256m", "-cp", classPath(), CacheVictim.class.getName(),
                place.resolve("segments").toString()).redirectError(place.resolve("errors").toFile()).start();
        try (BufferedReader said = program.inputReader()) {
            for (int i = 0; i < lines; i++) {
                note(said.readLine(), place);
            }
            // By its handle, because the process would close what it has said and nobody has read yet.
            program.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                note(line, place);
            }
            program.waitFor();
        } finally {
            program.destroyForcibly();
        }
    }

    private static String classPath() throws ReflectiveOperationException {
        return Stream.of(CacheVictim.class, SegmentCache.class, MemoryLedger.class, ChunkStore.class,
                CacheVictim.stores().getClass(), PluginCalls.class, LoggerFactory.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString())
                .distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private void note(String line, Path place) throws IOException {
        if (line == null) {
            throw new AssertionError("the program ended by itself: " + Files.readString(place.resolve("errors")));
        }
        if (line.endsWith(".")) {
            promised.add(line.substring(0, line.length() - 1));
        }
    }
}
