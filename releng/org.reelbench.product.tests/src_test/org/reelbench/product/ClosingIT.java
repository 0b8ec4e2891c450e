package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelbench.product.Program.Result;

/**
 * The workbench, started as people start it, ends cleanly when its window is closed while it plays, exports or has changes.
 */
class ClosingIT {

    private static final List<String> TASKS = List.of("play", "export", "changed");
    private static final int QUICK_STARTS = 3;
    private static final int DEEP_STARTS = 20;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path project;

    /** Ten minutes, so that no export is at its end before the window closes. */
    @BeforeAll
    static void makeALongFilm() throws Exception {
        assertTrue(System.getenv("DISPLAY") != null, "this test needs a screen; './reelbench test' brings one");
        project = shared.resolve("long.reel");
        String source;
        try (Stream<Path> media = Files.walk(DemoFilm.folder())) {
            source = media.filter(file -> file.getFileName().toString().matches("city.*\\.mp4")).findFirst().orElseThrow()
                    .toString();
        }
        Result result = Program.run(shared, "new", project.toString(), "--video", source, "--audio", source, "--video",
                source + "@600s");
        assertEquals(0, result.exitCode(), result.err());
    }

    static Stream<String> starts() {
        int count = System.getProperty("reelbench.tier", "quick").equals("deep") ? DEEP_STARTS : QUICK_STARTS;
        return IntStream.range(0, count).mapToObj(start -> TASKS.get(start % TASKS.size()));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void theProgramEndsWithoutAComplaint(String task) throws Exception {
        Path film = folder.resolve("long-export.mp4");
        String before = Files.readString(project);
        Map<String, String> environment = LentHand.lend(folder, task, film);

        Result result = Program.run(folder, environment, "run", project.toString());

        assertEquals(0, result.exitCode(), () -> task + ": " + result.err() + result.out());
        assertFalse(Files.exists(film), "the cancelled export left a film");
        assertEquals(before, Files.readString(project), "what was not to be saved was saved");
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("hs_err") || name.startsWith("core") || name.contains("export")).toList());
        }
        assertEquals(List.of(),
                result.errorLines().stream().filter(line -> line.contains("Exception") || line.contains("SIG")).toList());
    }
}
