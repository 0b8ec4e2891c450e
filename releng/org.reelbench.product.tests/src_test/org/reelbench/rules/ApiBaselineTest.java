package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes what plug-ins are written against changes its version, too. */
class ApiBaselineTest {

    private static final String BASELINE = System.getProperty("reelbench.baseline", "");

    @TempDir
    private Path folder;

    @Test
    void whatIsPublishedKeepsToTheLastRelease() throws Exception {
        assumeTrue(!BASELINE.isBlank(), "nothing is compared: there is no release yet; -Dbaseline=FOLDER names one's bundles");
        Map<String, Path> released = ours(Path.of(BASELINE));
        assertFalse(released.isEmpty(), "there are no bundles of ours in " + BASELINE);
        Map<String, Path> built = ours(ProductFolder.plugins());
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Path> each : released.entrySet()) {
            Path now = built.get(each.getKey());
            if (now == null) {
                faults.add(each.getKey() + " is gone");
            } else {
                faults.addAll(ApiBaseline.faults(each.getValue(), now));
            }
        }
        assertEquals(List.of(), faults);
    }

    private static Map<String, Path> ours(Path folder) throws IOException {
        Map<String, Path> ours = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jar")).toList()) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    String name = String.valueOf(jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"))
                            .split(";")[0];
                    if (name.startsWith("org.reelbench.")) {
                        ours.put(name, file);
                    }
                }
            }
        }
        return ours;
    }

    @Test
    void whatGoesWithoutAVersionIsSeen() throws Exception {
        Path before = bundle("before", "0.1.0", "public interface Api { void one(); int two(long at); }");
        Path now = bundle("now", "0.1.0", "public interface Api { void one(); }");
        List<String> faults = ApiBaseline.faults(before, now);
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().startsWith("org.example.api is 0.1.0 and must be 0.2.0: "), faults::toString);
        assertTrue(faults.getFirst().contains("org.example.api.Api.two(long) removed"), faults::toString);
        assertEquals(List.of(), ApiBaseline.faults(before,
                bundle("told", "0.2.0", "public interface Api { void one(); }")));
    }

    @Test
    void fromTheFirstVersionOnABreakIsAMajorOne() throws Exception {
        Path before = bundle("before", "1.4.0", "public interface Api { void one(); }");
        List<String> faults = ApiBaseline.faults(before, bundle("now", "1.5.0", "public interface Api { void other(); }"));
        assertTrue(faults.getFirst().startsWith("org.example.api is 1.5.0 and must be 2.0.0: "), faults::toString);
    }

    @Test
    void whatIsAddedToAClassNeedsTheNextMinorVersion() throws Exception {
        Path before = bundle("before", "1.4.0", "public final class Api { private Api() { } }");
        String more = "public final class Api { private Api() { } public static int one() { return 1; } }";
        assertTrue(ApiBaseline.faults(before, bundle("now", "1.4.7", more)).getFirst().contains("must be 1.5.0"));
        assertEquals(List.of(), ApiBaseline.faults(before, bundle("told", "1.5.0", more)));
    }

    @Test
    void whatDoesOnlyOtherwiseNeedsNoVersion() throws Exception {
        Path before = bundle("before", "1.4.0", "public final class Api { public int one() { return 1; } }");
        assertEquals(List.of(), ApiBaseline.faults(before,
                bundle("now", "1.4.0", "public final class Api { public int one() { return 2; } }")));
    }

    /** A bundle with one published package and one class in it. */
    private Path bundle(String name, String version, String code) throws IOException {
        Path work = Files.createDirectories(folder.resolve(name));
        Path source = Files.writeString(work.resolve("Api.java"), "package org.example.api;\n" + code);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", work.toString(), source.toString()));
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.example.api");
        main.putValue("Bundle-Version", version);
        main.putValue("Export-Package", "org.example.api;version=\"" + version + "\"");
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new JarEntry("org/example/api/Api.class"));
            entries.write(Files.readAllBytes(work.resolve("org/example/api/Api.class")));
            entries.closeEntry();
        }
        return jar;
    }
}
