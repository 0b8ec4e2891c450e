package org.reelbench.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;
import org.reelbench.plugins.PluginPolicy;

/** Files that are no plug-ins, or hostile ones. */
class JarCheckTest {

    private static final String MANIFEST = """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: org.example.one;singleton:=true
            Bundle-Version: 1.2.3
            Bundle-Name: One

            """;

    private final Path folder;
    private JarCheck.Limits limits = JarCheck.Limits.USUAL;

    JarCheckTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private JarCheck.Identity check(Path file) throws PluginException {
        return new JarCheck(limits, new Signatures(PluginPolicy.ANY, folder)).check(file, "a.jar");
    }

    private Path jar(String manifest, String... names) throws IOException {
        Path file = folder.resolve("a.jar");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[10_000]);
            }
        }
        return file;
    }

    private void refused(String because, Path file) {
        PluginException refused = assertThrows(PluginException.class, () -> check(file));
        assertEquals(Reason.FILE, refused.reason());
        assertTrue(refused.getMessage().contains(because) && refused.getMessage().startsWith("a.jar"), refused.getMessage());
    }

    @Test
    void bundleIsAccepted() throws Exception {
        assertEquals(new JarCheck.Identity("org.example.one", "1.2.3", "One"), check(jar(MANIFEST, "a/b.class", "a/.x/..b")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "../evil.class", "a/../../evil", "/etc/passwd", "C:\\evil", "..\\evil", "a\\..\\..\\evil", "c:/evil",
            "a/.." })
    void namesThatLeadOutAreRefused(String name) throws Exception {
        refused("outside", jar(MANIFEST, name));
    }

    @Test
    void namesThatComeTwiceAreRefused() throws Exception {
        refused("twice", jar(MANIFEST, "a/One.class", "a/one.class"));
        Path file = jar(MANIFEST, "one.txt", "two.txt");
        byte[] bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("two.txt", "one.txt")
                .getBytes(StandardCharsets.ISO_8859_1);
        refused("", Files.write(file, bytes));
    }

    @Test
    void hugeOnesAreRefused() throws Exception {
        Path file = jar(MANIFEST, "a", "b", "c");
        limits = new JarCheck.Limits(Files.size(file) - 1, 1 << 20, 100);
        refused("larger", file);
        limits = new JarCheck.Limits(1 << 20, 25_000, 100);
        refused("may hold", file);
        limits = new JarCheck.Limits(1 << 20, 1 << 20, 3);
        refused("more than the 3 files", file);
    }

    @Test
    void whatIsNoBundleIsRefused() throws Exception {
        refused("no OSGi bundle", jar("Manifest-Version: 1.0\n\n"));
        refused("no OSGi bundle", jar(MANIFEST.replace("ManifestVersion: 2", "ManifestVersion: 1")));
        refused("fragment", jar(MANIFEST.stripTrailing() + "\nFragment-Host: org.reelbench.media\n\n"));
        refused("symbolic name", jar(MANIFEST.replace("org.example.one", "org/../one")));
        refused("version", jar(MANIFEST.replace("1.2.3", "one")));
    }

    @Test
    void anyOtherByteInAFileOfItIsRefused() throws Exception {
        byte[] content = new byte[4000];
        new Random(1).nextBytes(content);
        Path file = folder.resolve("e.jar");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(MANIFEST.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("plugin/Code.class"));
            zip.write(content);
        }
        byte[] whole = Files.readAllBytes(file);
        assertEquals("org.example.one", check(file).id());
        for (int at = 500; at < 4000; at += 350) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            refused("get it again", Files.write(file, damaged));
        }
    }

    @Test
    void damageIsRefusedWhereverItIs() throws Exception {
        byte[] whole = Files.readAllBytes(jar(MANIFEST, "a", "b", "c"));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = java.util.Arrays.copyOf(whole, random.nextBoolean() ? whole.length : random.nextInt(whole.length));
            for (int k = random.nextInt(20); k >= 0 && damaged.length > 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                check(Files.write(folder.resolve("d.jar"), damaged));
            } catch (PluginException e) {
                assertTrue(e.getMessage().startsWith("a.jar"), () -> "seed " + seed + ": " + e.getMessage());
            }
        }
    }
}
