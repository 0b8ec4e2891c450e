package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.product.Program.Result;

/** A project that was never saved survives a crash of the workbench, started as people start it. */
class UnsavedIT {

    private static final int CRASHED = 41;
    private static final String TIMELINE = """
            {"OTIO_SCHEMA": "Timeline.1", "name": "From elsewhere", "tracks": {"OTIO_SCHEMA": "Stack.1", "children": [
              {"OTIO_SCHEMA": "Track.1", "name": "Pictures", "kind": "Video", "children": [
                {"OTIO_SCHEMA": "Gap.1", "source_range": {"OTIO_SCHEMA": "TimeRange.1",
                  "start_time": {"OTIO_SCHEMA": "RationalTime.1", "rate": 25.0, "value": 0.0},
                  "duration": {"OTIO_SCHEMA": "RationalTime.1", "rate": 25.0, "value": 50.0}}}]}]}}
            """;

    @TempDir
    private Path folder;

    private Path saved = Path.of("");

    @BeforeEach
    void crashWithAProjectThatHasNoFile() throws Exception {
        assertTrue(System.getenv("DISPLAY") != null, "this test needs a screen; './reelbench test' brings one");
        saved = folder.resolve("saved.reel");
        Path timeline = Files.writeString(folder.resolve("elsewhere.otio"), TIMELINE);
        Result crashed = run("crash", timeline.toString());
        assertEquals(CRASHED, crashed.exitCode(), () -> crashed.err() + crashed.out());
        assertEquals(1, journals().size(), "one project is left");
    }

    private Result run(String task, String... project) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(List.of(project));
        return Program.run(folder, LentHand.lend(folder, task, saved), words.toArray(String[]::new));
    }

    private void runs(String task, String... project) throws IOException, InterruptedException {
        Result result = run(task, project);
        assertEquals(0, result.exitCode(), () -> task + ": " + result.err() + result.out());
        assertEquals(List.of(),
                result.errorLines().stream().filter(line -> line.contains("Exception") || line.contains("SIG")).toList());
    }

    /** The journals in the state area of the workbench, kept ones too. */
    private List<String> journals() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            return files.map(Path::toString).filter(name -> name.endsWith(".jsonl")).toList();
        }
    }

    @Test
    void itIsOfferedAtTheNextStartAndItsFirstSaveTakesTheJournalAlong() throws Exception {
        runs("recover");
        String project = Files.readString(saved);
        assertTrue(project.contains("\"Pictures\"") && project.contains("\"Late\""), project);
        assertEquals(List.of(), journals());
        assertFalse(Files.exists(folder.resolve(".saved.reel.recovery")), "all of it is saved");
    }

    @Test
    void whatIsPutOffIsOfferedAgainAndWhatIsNotWantedIsKeptAside() throws Exception {
        runs("later");
        assertFalse(journals().getFirst().contains("/kept/"), journals()::toString);
        // Also where another project is named.
        runs("skip", folder.resolve("elsewhere.otio").toString());
        assertEquals(1, journals().size());
        assertTrue(journals().getFirst().contains("/kept/"), journals()::toString);
        assertFalse(Files.exists(saved));
    }
}
