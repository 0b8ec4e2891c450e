package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Every command in the README works, in the order it stands there. Only {@code test} and {@code build}, which run this, are left out. */
class ReadmeIT {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));
    private static final long HANG_MINUTES = 10;
    private static final long LOOK_MS = 50;

    @Test
    void everyCommandOfTheReadmeWorks() throws Exception {
        List<String> commands = commands();
        assertTrue(commands.size() >= 6, "found only " + commands);
        DemoFilm.folder();
        Path folder = Path.of("target", "readme").toAbsolutePath();
        deleteFilms(folder);
        // The README's reader stands in the checkout; here a folder of its own stands in for it, so that the tree stays clean.
        Files.deleteIfExists(folder.resolve("reelbench"));
        Files.createSymbolicLink(folder.resolve("reelbench"), ROOT.resolve("reelbench"));
        for (String command : commands) {
            Path log = folder.resolve("command.log");
            ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("REELBENCH_NO_BUILD", "1");
            // Where there is a display the demo would open a window and wait for a person.
            builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
            Process process = builder.start();
            if (command.startsWith("./reelbench serve ")) {
                interruptWhenItSays("Ctrl-C", process, log);
            }
            assertTrue(process.waitFor(HANG_MINUTES, TimeUnit.MINUTES), command + " hangs");
            assertEquals(0, process.exitValue(), () -> command + "\n" + read(log));
        }
    }

    /** What serves ends when its reader is told how to end it, and does so. */
    private static void interruptWhenItSays(String words, Process process, Path log) throws IOException, InterruptedException {
        while (!read(log).contains(words) && !process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
            // Not yet.
        }
        if (process.isAlive()) {
            Program.interrupt(process);
        }
    }

    private static void deleteFilms(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String film : List.of("first.reel", "first.mp4", "part.mp4", "first.webm")) {
            Files.deleteIfExists(folder.resolve(film));
        }
    }

    /** The lines of all code blocks that call the front door, with their continuations. */
    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean code = false;
        StringBuilder open = new StringBuilder();
        for (String line : Files.readAllLines(ROOT.resolve("README.md"))) {
            if (line.startsWith("```")) {
                code = !code;
            } else if (code && (!open.isEmpty() || line.startsWith("./reelbench"))) {
                open.append(line.replaceFirst("\\\\$", ""));
                if (!line.endsWith("\\")) {
                    commands.add(open.toString().replaceFirst("\\s+#.*$", ""));
                    open.setLength(0);
                }
            }
        }
        commands.removeIf(command -> command.matches("\\./reelbench (test|build)\\b.*"));
        return commands;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
