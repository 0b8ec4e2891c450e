package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.product.Program.Result;

/** Bad input ends with one line that names the file, an exit code, and nothing left behind. */
class BadInputIT {

    /** Each case starts the program; what is said is made in one place, so that a few show it for all. */
    private static final boolean DEEP = "deep".equals(System.getProperty("reelbench.tier"));

    @TempDir
    private Path folder;

    @BeforeEach
    void makeBadFiles() throws IOException {
        Files.writeString(folder.resolve("text.mp4"), "This is no film.\n".repeat(100));
        Files.createFile(folder.resolve("empty.mp4"));
        Files.createDirectory(folder.resolve("folder.mp4"));
        Files.write(folder.resolve("noise.mkv"), noise());
        Files.writeString(folder.resolve("playlist.mp4"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\ntext.mp4\n#EXT-X-ENDLIST\n");
    }

    /** The same bytes in every run. */
    private static byte[] noise() {
        byte[] noise = new byte[50_000];
        new java.util.Random(7).nextBytes(noise);
        return noise;
    }

    @ParameterizedTest
    @ValueSource(strings = { "missing.mp4", "empty.mp4", "text.mp4", "folder.mp4", "noise.mkv", "playlist.mp4" })
    void probeSaysInOneLineWhatIsWrong(String file) throws Exception {
        assertOneClearLine(Program.run(folder, "probe", file), file);
    }

    @ParameterizedTest
    @MethodSource("filesForNew")
    void newSaysInOneLineWhatIsWrongAndMakesNoProject(String file) throws Exception {
        List<Path> before = files();
        assertOneClearLine(Program.run(folder, "new", "film.reel", "--video", file), file);
        assertEquals(before, files());
    }

    static List<String> filesForNew() {
        return DEEP
                ? List.of("missing.mp4", "empty.mp4", "text.mp4", "folder.mp4", "noise.mkv", "playlist.mp4")
                : List.of("missing.mp4", "playlist.mp4");
    }

    @Test
    void probeTellsProgramsPerFile() throws Exception {
        Result result = Program.run(folder, "probe", "--json", "missing.mp4", "text.mp4");
        assertEquals(3, result.exitCode());
        List<String> lines = result.out().lines().toList();
        assertEquals(2, lines.size(), result.out());
        assertTrue(lines.getFirst().startsWith("{\"file\":\"missing.mp4\",\"ok\":false,\"error\":\""), result.out());
        assertEquals("", result.err());
    }

    @Test
    void renderOfAMissingProjectNamesIt() throws Exception {
        assertOneClearLine(Program.run(folder, "render", "missing.reel", "-o", "film.mp4"), "missing.reel");
        assertFalse(Files.exists(folder.resolve("film.mp4")));
    }

    @Test
    void renderOfABrokenProjectNamesTheLine() throws Exception {
        Files.writeString(folder.resolve("broken.reel"), "{\n  \"reelbench\": 1,\n  \"name\": \"x\"\n  \"sequences\": []\n}\n");
        Result result = Program.run(folder, "render", "broken.reel", "-o", "film.mp4");
        assertOneClearLine(result, "broken.reel");
        assertTrue(result.err().contains("line 4"), result.err());
    }

    @Test
    void anExistingProjectIsNotReplacedUnasked() throws Exception {
        Files.writeString(folder.resolve("mine.reel"), "precious");
        assertOneClearLine(Program.run(folder, "new", "mine.reel"), "mine.reel");
        assertEquals("precious", Files.readString(folder.resolve("mine.reel")));
    }

    @ParameterizedTest
    @MethodSource("wrongLines")
    void wrongUsageIsExplainedInOneLine(String line) throws Exception {
        List<Path> before = files();
        Result result = Program.run(folder, line.split(" "));
        assertEquals(2, result.exitCode(), result.err());
        assertEquals(1, result.errorLines().size(), result.err());
        assertEquals(before, files());
    }

    static List<String> wrongLines() {
        return DEEP
                ? List.of("new", "new a.reel --rate fast", "new a.reel --size 3x3", "new a.reel --video", "new a.reel b.reel",
                        "render a.reel", "render a.reel -o b.mp4 --preset none", "probe", "probe --xml a", "cook")
                : List.of("new a.reel --size 3x3", "render a.reel -o b.mp4 --preset none", "probe --xml a", "cook");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void assertOneClearLine(Result result, String file) {
        assertNotEquals(0, result.exitCode(), result.out());
        assertEquals(1, result.errorLines().size(), result.err());
        String line = result.errorLines().getFirst();
        assertTrue(line.contains(file), line);
        assertFalse(line.contains("Exception"), line);
        assertEquals("", result.out());
    }
}
