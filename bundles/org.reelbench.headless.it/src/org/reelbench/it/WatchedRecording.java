package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A recording as people make it, by a process of its own, whose memory must not grow. */
final class WatchedRecording {

    private static final long LOOK_MS = 100;

    private WatchedRecording() {
    }

    /**
     * Records until the program ends by itself.
     *
     * @param folder where its bundles, its cache and what it says go
     * @param prepared is given the command before it is started
     * @param words the options of the command to record
     * @return its summary, one JSON object
     */
    static String make(Path folder, Consumer<ProcessBuilder> prepared, String... words) throws Exception {
        Path said = folder.resolve("said");
        try (InstalledProgram program = new InstalledProgram(folder.resolve("bundles"))) {
            ProcessBuilder command = program.command(folder.resolve("cache"),
                    Stream.concat(Stream.of("record", "--json"), Stream.of(words)).toArray(String[]::new));
            prepared.accept(command.redirectErrorStream(true).redirectOutput(said.toFile()));
            Process recorder = command.start();
            MemoryGrowth growth = MemoryGrowth.of(recorder);
            try {
                while (!recorder.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                    growth.look();
                }
            } finally {
                recorder.destroyForcibly();
            }
            assertEquals(0, recorder.exitValue(), () -> lines(said).toString());
            growth.check();
        }
        return lines(said).stream().filter(line -> line.contains("\"event\":\"summary\"")).findFirst()
                .orElseThrow(() -> new AssertionError(lines(said)));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
