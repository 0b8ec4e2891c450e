package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.reelbench.product.Program.Result;

/** The demo, made once for all tests of a run. */
final class DemoFilm {

    private static Path folder;
    private static Result result;

    private DemoFilm() {
    }

    static synchronized Path folder() throws IOException, InterruptedException {
        if (folder == null) {
            Path made = OwnFolder.named("demo");
            Files.createDirectories(made);
            result = Program.run(made, "demo", made.toString(), "--quick", "--json");
            assertEquals(0, result.exitCode(), result.err() + result.out());
            folder = made;
        }
        return folder;
    }

    /** One of the media the demo made: H.264 and AAC in MP4. */
    static Path video() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(file -> file.getFileName().toString().matches("city.*\\.mp4")).findFirst().orElseThrow();
        }
    }

    /** The last line the demo printed: its summary as JSON. */
    static String summary() throws IOException, InterruptedException {
        folder();
        return result.out().lines().reduce("", (before, line) -> line);
    }
}
