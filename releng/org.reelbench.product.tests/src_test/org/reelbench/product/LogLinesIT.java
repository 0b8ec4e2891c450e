package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.product.Program.Result;

/** The log of the program for programs: whatever a file calls itself, each line is one JSON object. */
class LogLinesIT {

    private static final String TEXT = "\"(?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"";
    private static final Pattern LINE = Pattern
            .compile("\\{" + TEXT + ":" + TEXT + "(?:," + TEXT + ":(?:" + TEXT + "|-?\\d+(?:\\.\\d+)?|true|false))*+\\}");
    private static final Pattern FIELDS = Pattern
            .compile("\\{\"time\":\"[^\"]+Z\",\"level\":\"[A-Z]+\",\"logger\":\".+\",\"thread\":\".+\",\"message\":\".*");

    @TempDir
    private Path folder;

    @BeforeEach
    void aBrokenPlugInWithANastyName() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve(".data").resolve("reelbench").resolve("plugins"));
        Path broken = Files.writeString(plugins.resolve("glow\n\"{\\ é.jar"), "This is no archive.");
        // One that has just changed may be half of a file that is still being copied, and is not spoken of yet.
        Files.setLastModifiedTime(broken, FileTime.fromMillis(0));
    }

    private Result listed(Map<String, String> environment, String... before) throws Exception {
        List<String> words = new java.util.ArrayList<>(List.of(before));
        words.addAll(List.of("plugin", "list"));
        return Program.run(folder, environment, words.toArray(String[]::new));
    }

    private static void assertLines(Result result) {
        assertEquals(0, result.exitCode(), result.err());
        assertFalse(result.errorLines().isEmpty());
        for (String line : result.err().split("\n")) {
            assertTrue(LINE.matcher(line).matches() && FIELDS.matcher(line).matches(), line);
        }
        assertTrue(result.errorLines().stream().anyMatch(line -> line.contains("glow\\n\\\"{\\\\ \\u00E9.jar")), result.err());
    }

    @Test
    void theEnvironmentAsksForIt() throws Exception {
        Result result = listed(Map.of("REELBENCH_LOG_FORMAT", "json", "REELBENCH_LOG_LEVEL", "debug"));
        assertLines(result);
        assertTrue(result.err().contains("\"level\":\"DEBUG\""), result.err());
    }

    @Test
    void aFlagAsksForItAndCountsMore() throws Exception {
        assertLines(listed(Map.of("REELBENCH_LOG_FORMAT", "text"), "--set", "log.format=json"));
    }

    @Test
    void withoutASettingPeopleReadALine() throws Exception {
        Result result = listed(Map.of());
        assertEquals(1, result.errorLines().size(), result.err());
        assertTrue(result.err().contains("WARN") && result.err().contains("glow\\n\""), result.err());
    }

    @Test
    void aFormatThatIsNoneIsRefusedWithWords() throws Exception {
        Result result = listed(Map.of("REELBENCH_LOG_FORMAT", "xml"));
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("REELBENCH_LOG_FORMAT: log.format is one of text, json, not 'xml'"), result.err());
    }

    @Test
    void whatEndsAThreadIsALineToo() throws Exception {
        failingPlugIn(folder.resolve(".data").resolve("reelbench").resolve("plugins").resolve("failing.jar"));
        Result result = listed(Map.of("REELBENCH_LOG_FORMAT", "json"));
        assertLines(result);
        assertTrue(result.errorLines().stream().anyMatch(line -> line.contains("\"thread\":\"left alone\"")
                && line.contains("\"level\":\"ERROR\"") && line.contains("java.lang.IllegalStateException: nobody listens")),
                result.err());
    }

    /** A plug-in whose service starts a thread that fails, and waits for its end. */
    private void failingPlugIn(Path jar) throws IOException {
        Path source = Files.writeString(folder.resolve("Failing.java"), """
                public class Failing implements Runnable {
                    public Failing() throws InterruptedException {
                        Thread thread = new Thread(() -> { throw new IllegalStateException("nobody listens"); }, "left alone");
                        thread.start();
                        thread.join();
                    }
                    public void run() { }
                }
                """);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", source.toString()));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "org.example.failing", "Bundle-Version", "1.0.0",
                "Service-Component", "OSGI-INF/failing.xml").forEach(manifest.getMainAttributes()::putValue);
        Path whole = folder.resolve("failing.tmp");
        try (OutputStream out = Files.newOutputStream(whole); JarOutputStream packed = new JarOutputStream(out, manifest)) {
            packed.putNextEntry(new ZipEntry("OSGI-INF/failing.xml"));
            packed.write("""
                    <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="failing">
                      <service><provide interface="java.lang.Runnable"/></service>
                      <implementation class="Failing"/>
                    </scr:component>
                    """.getBytes(StandardCharsets.UTF_8));
            packed.putNextEntry(new ZipEntry("Failing.class"));
            packed.write(Files.readAllBytes(folder.resolve("Failing.class")));
        }
        Files.move(whole, jar);
    }
}
