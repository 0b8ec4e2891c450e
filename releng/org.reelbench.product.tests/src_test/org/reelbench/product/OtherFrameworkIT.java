package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.rules.ProductFolder;

/** The same bundles and the same launcher on Apache Felix instead of Equinox. */
class OtherFrameworkIT {

    @Test
    void theProductRendersOnApacheFelix(@TempDir Path folder) throws Exception {
        assertEquals("",
                felix(folder, 0, "new", "film.reel", "--rate", "25", "--size", "320x180", "--video",
                        DemoFilm.video().toString()));
        assertEquals("", felix(folder, 0, "render", "film.reel", "-o", "film.mp4", "--range", "0s", "1s"));
        assertTrue(Files.size(folder.resolve("film.mp4")) > 0);
        assertTrue(felix(folder, 3, "probe", "missing.mp4").contains("missing.mp4"));
    }

    /** Runs the program and returns what it wrote to its error stream. */
    private static String felix(Path folder, int exitCode, String... arguments) throws IOException, InterruptedException {
        Path launcher = ProductFolder.jars().stream().filter(jar -> jar.getFileName().toString().startsWith("org.reelbench.cli_"))
                .findFirst()
                .orElseThrow();
        String framework = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.contains("org.apache.felix.main")).findFirst().orElseThrow();
        Path err = Files.createTempFile("reelbench-felix", ".err");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dreelbench.bundles=" + ProductFolder.plugins(), "-cp", launcher + java.io.File.pathSeparator + framework,
                "org.reelbench.cli.internal.launcher.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile()).start();
        assertTrue(process.waitFor(10, TimeUnit.MINUTES), "it hangs");
        String messages = Files.readString(err);
        Files.delete(err);
        assertEquals(exitCode, process.exitValue(), messages);
        return messages;
    }
}
