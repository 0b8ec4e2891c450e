package org.reelbench.store.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.Chunks;
import org.slf4j.LoggerFactory;

class ChunkStoreKillTest {

    private static final int ROUNDS = "deep".equals(System.getProperty("reelbench.tier")) ? 50 : 3;

    private final Set<String> promised = new TreeSet<>();

    @ParameterizedTest
    @ValueSource(strings = { "folder", "file" })
    @Timeout(600)
    void aProgramThatIsKilledLeavesWhatItHasPutAndNothingBroken(String kind, @TempDir Path folder) throws Exception {
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String why = "seed " + seed + " round " + round;
            Path place = Files.createDirectory(folder.resolve("round-" + round));
            promised.clear();
            kill(kind, place, 1 + random.nextInt(300));
            ChunkStores stores = new LocalChunkStores();
            try (ChunkStore store = kind.equals("folder")
                    ? stores.inFolder(place.resolve("chunks"), Victim.SETTINGS)
                    : stores.inFile(place.resolve("chunks"), Victim.SETTINGS)) {
                for (String id : promised) {
                    assertTrue(store.head(new ChunkId(id)).isPresent(), why + ": " + id);
                }
                Chunks.assertIntact(store, why);
                assertTrue(store.usage().usedBytes() <= Victim.SETTINGS.quotaBytes(), why);
            }
        }
    }

    /** Kills the program after it has said so many lines, wherever it is then. */
    private void kill(String kind, Path place, int lines) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m", "-cp", classPath(), Victim.class.getName(), kind, place.toString())
                .redirectError(place.resolve("errors").toFile()).start();
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

    /** Where the classes are that the program needs, however the tests were started. */
    private static String classPath() {
        return Stream.of(Victim.class, LocalChunkStores.class, PluginCalls.class, MVStore.class, LoggerFactory.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString())
                .distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private void note(String line, Path place) throws IOException {
        if (line == null) {
            throw new AssertionError("the program ended by itself: " + Files.readString(place.resolve("errors")));
        }
        if (line.endsWith(".")) {
            String id = line.substring(0, line.length() - 1);
            if (id.startsWith("-")) {
                promised.remove(id.substring(1));
            } else {
                promised.add(id);
            }
        }
    }
}
