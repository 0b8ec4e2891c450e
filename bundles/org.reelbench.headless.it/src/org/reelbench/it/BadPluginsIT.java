package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.Plugins;

/** A folder full of bad plug-ins, and one that is good: that one works, and of each other it is said why it does not. */
class BadPluginsIT {

    private static final String GOOD = "org.example.good";
    private static final String MIRROR = "public EffectBody create(SortedMap<String, Object> parameters)"
            + " { return new FilterText(\"hflip\"); }";
    private static final long TOO_LARGE_BYTES = 300L << 20;

    @TempDir
    private Path temp;

    private final Map<String, String> expected = new LinkedHashMap<>();

    @AfterEach
    void clean() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.delete(file);
            }
        }
        Services.get(Plugins.class).look();
    }

    private static Path folder() throws Exception {
        return Files.createDirectories(Services.get(Plugins.class).folder());
    }

    private static BuiltPlugin plain(String id) {
        return BuiltPlugin.ofEffect("org.example.made", MIRROR).id(id);
    }

    /** Drops a file as people do; it has lain there long enough to be looked at. */
    private void drop(String name, Path file, String because) throws Exception {
        Path dropped = Files.move(file, folder().resolve(name + ".jar"));
        Files.setLastModifiedTime(dropped, FileTime.fromMillis(0));
        expected.put(name + ".jar", because);
    }

    /** The same archive with entries more. */
    private Path with(Path jar, String... names) throws IOException {
        Path more = temp.resolve("more.jar");
        try (InputStream in = Files.newInputStream(jar);
                ZipInputStream old = new ZipInputStream(in);
                OutputStream out = Files.newOutputStream(more);
                ZipOutputStream all = new ZipOutputStream(out)) {
            for (ZipEntry entry = old.getNextEntry(); entry != null; entry = old.getNextEntry()) {
                all.putNextEntry(new ZipEntry(entry.getName()));
                old.transferTo(all);
            }
            for (String name : names) {
                all.putNextEntry(new ZipEntry(name));
                all.write("evil".getBytes(StandardCharsets.UTF_8));
            }
        }
        return more;
    }

    private Path damaged(Path jar) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        return Files.write(jar, bytes);
    }

    private Path large(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
            file.setLength(TOO_LARGE_BYTES);
        }
        return jar;
    }

    @Test
    void allBadOnesAtOnceKeepNobodyFromWorking() throws Exception {
        Path jar = temp.resolve("a.jar");
        drop("aaa-good", BuiltPlugin.ofFrames("org.example.made", "frame.plane(0).fill((byte) 50);").id(GOOD).write(jar), "");
        drop("again", plain(GOOD).version("2.0.0").write(jar), "");
        drop("damaged", damaged(plain("org.example.damaged").write(jar)), "get it again");
        drop("huge", large(plain("org.example.huge").write(jar)), "MiB");
        drop("leads-out", with(plain("org.example.leads").write(jar), "../../evil.class"), "evil.class");
        drop("lonely", plain("org.example.lonely").importing("org.example.absent").write(jar), "org.example.absent");
        drop("no-archive", Files.writeString(jar, "no archive"), "");
        drop("ours", plain("org.reelbench.media").write(jar), "org.reelbench.media");
        drop("throws", BuiltPlugin
                .ofEffect("org.example.thrown", "public Made() { throw new IllegalStateException(\"no licence\"); }" + MIRROR)
                .id("org.example.throws").write(jar), "EffectProvider");
        drop("wrongly-signed",
                with(plain("org.example.signed").write(jar), "META-INF/EVIL.SF", "META-INF/EVIL.RSA"), "sign");

        Services.get(Plugins.class).look();

        Map<String, Plugin> seen = new TreeMap<>();
        for (Plugin plugin : Services.get(Plugins.class).plugins()) {
            seen.put(plugin.file().getFileName().toString(), plugin);
        }
        assertEquals(List.copyOf(new TreeMap<>(expected).keySet()), List.copyOf(seen.keySet()));
        assertEquals(List.of("aaa-good.jar"),
                seen.entrySet().stream().filter(each -> each.getValue().state() == State.RUNNING).map(Map.Entry::getKey)
                        .toList());
        seen.remove("aaa-good.jar");
        seen.forEach((file, plugin) -> assertTrue(
                !plugin.note().isBlank() && plugin.note().contains(expected.getOrDefault(file, "")), () -> file + ": " + plugin));
        assertEquals(50, PluginEffects.lumaWith("org.example.made"), "the good one works");
        assertTrue(PluginEffects.lumaWith("org.reelbench.invert") < 100, "so does the program");
        assertFalse(Files.exists(folder().resolve("../../evil.class")));
    }
}
