package org.reelbench.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginPolicy;

/** Whatever is done to the folder, by hand or by commands: what should run runs, in the version it should, and nothing else. */
class PluginStoreProperties {

    private static final int STEPS = "deep".equals(System.getProperty("reelbench.tier")) ? 2_000 : 60;
    private static final List<String> IDS = List.of("org.example.a", "org.example.b", "org.example.c");
    private static final List<String> VERSIONS = List.of("1.0.0", "2.0.0", "bad");

    private final Path temp;
    private final Path folder;
    private final Map<String, Path> made = new TreeMap<>();
    /** What should run: version by id. */
    private final Map<String, String> model = new TreeMap<>();

    PluginStoreProperties(@TempDir Path temp) throws Exception {
        this.temp = temp;
        folder = Files.createDirectory(temp.resolve("plugins"));
        for (String id : IDS) {
            for (String version : VERSIONS) {
                PluginJars jar = version.equals("bad")
                        ? PluginJars.of(id, "3.0.0").start("throw new IllegalStateException();")
                        : PluginJars.of(id, version);
                made.put(id + version, jar.write(temp.resolve(id + "-" + version + ".jar")));
            }
        }
    }

    @Test
    void whatShouldRunRuns() throws Exception {
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> done = new ArrayList<>();
        try (FrameworkUnderTest framework = new FrameworkUnderTest(temp.resolve("storage"))) {
            PluginStore store = new PluginStore(framework.context(), folder, List.of(), PluginPolicy.ANY,
                    new Guard(60_000, System::nanoTime), false, _ -> {
                    });
            store.begin();
            for (int step = 0; step < STEPS; step++) {
                String id = IDS.get(random.nextInt(IDS.size()));
                String version = VERSIONS.get(random.nextInt(VERSIONS.size()));
                done.add(act(store, random.nextInt(5), id, version));
                List<String> expected = model.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList();
                assertEquals(expected, framework.greetings(), () -> "seed " + seed + ": " + done);
            }
            store.end();
        }
    }

    private String act(PluginStore store, int what, String id, String version) throws Exception {
        Path jar = made.get(id + version);
        Path file = folder.resolve(id + ".jar");
        String done = List.of("drop", "delete", "install", "update", "remove").get(what) + " " + id + " " + version;
        try {
            switch (what) {
            case 0 -> {
                Files.move(Files.copy(jar, temp.resolve("whole.tmp"), StandardCopyOption.REPLACE_EXISTING), file,
                        StandardCopyOption.REPLACE_EXISTING);
                store.look();
                runs(id, version);
            }
            case 1 -> {
                Files.deleteIfExists(file);
                store.look();
                model.remove(id);
            }
            case 2 -> {
                store.install(jar);
                runs(id, version);
            }
            case 3 -> {
                store.update(jar);
                runs(id, version);
            }
            default -> {
                store.remove(id);
                model.remove(id);
            }
            }
            return done;
        } catch (PluginException e) {
            return done + " (" + e.reason() + ")";
        }
    }

    /** One that does not start leaves the version before. */
    private void runs(String id, String version) {
        if (!version.equals("bad")) {
            model.put(id, version);
        }
    }
}
