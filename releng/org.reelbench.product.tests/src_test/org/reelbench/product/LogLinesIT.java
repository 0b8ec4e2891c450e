package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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
        Files.writeString(plugins.resolve("glow\n\"{\\ é.jar"), "This is no archive.");
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
}
