package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the system that tests use where they are installed. */
final class Tool {

    private static final long HANG_MINUTES = 5;

    private Tool() {
    }

    /** Finds a program on the path. */
    static Optional<Path> find(String... names) {
        return Stream.of(System.getenv("PATH").split(":")).flatMap(folder -> Stream.of(names).map(Path.of(folder)::resolve))
                .filter(Files::isExecutable).findFirst();
    }

    /** Runs a program to its end and returns what it said; it must end well. */
    static String output(ProcessBuilder program) throws IOException, InterruptedException {
        Path said = Files.createTempFile("reelbench-tool", ".out");
        try {
            Process process = program.redirectErrorStream(true).redirectOutput(said.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(HANG_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(program.command() + " hangs");
            }
            String text = Files.readString(said, StandardCharsets.UTF_8);
            assertTrue(process.exitValue() == 0 || text.contains("loading shared libraries"),
                    () -> program.command() + " ended with " + process.exitValue() + ": " + text);
            return text;
        } finally {
            Files.delete(said);
        }
    }
}
