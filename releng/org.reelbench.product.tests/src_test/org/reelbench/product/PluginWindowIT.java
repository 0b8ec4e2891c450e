package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who has the installed product drops a plug-in that was just built into the folder, while the window is open with a film:
 * the window offers its effect, and the film is rendered with it.
 */
class PluginWindowIT {

    private static final long HANG_MINUTES = 5;
    private static final long LOOK_MS = 100;

    @TempDir
    private Path folder;

    @Test
    void whatIsDroppedInIsOfferedByTheOpenWindowAndUsedInARender() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "there is no screen; './reelbench test' brings one");
        Files.copy(DemoFilm.video(), folder.resolve("clip.mp4"));
        Installed.run(folder, 0, "plugin", "new", "org.example.glow");
        Installed.run(folder, 0, "plugin", "build", "org.example.glow");
        Installed.run(folder, 0, "new", "film.reel", "--size", "320x180", "--video", "clip.mp4");
        Path ready = folder.resolve("ready");
        Path said = folder.resolve("said.txt");
        ProcessBuilder program = Program.builder(folder, "run", "film.reel").redirectErrorStream(true)
                .redirectOutput(said.toFile());
        program.environment().putAll(LentHand.lend(folder, "plugin", ready));
        Process window = program.start();
        try {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(HANG_MINUTES);
            while (Files.notExists(ready)) {
                assertTrue(window.isAlive() && System.nanoTime() < end, Files.readString(said));
                window.waitFor(LOOK_MS, TimeUnit.MILLISECONDS);
            }
            dropIn();
            assertTrue(window.waitFor(HANG_MINUTES, TimeUnit.MINUTES), Files.readString(said));
            assertEquals(0, window.exitValue(), Files.readString(said));
        } finally {
            window.destroyForcibly().waitFor();
        }
        assertTrue(Files.readString(folder.resolve("film.reel")).contains("org.example.glow"), "the project names the effect");
        Installed.run(folder, 0, "render", "film.reel", "-o", "grey.mp4");
        assertTrue(Ffprobe.saturation(folder.resolve("clip.mp4")) > 10, "the clip has colours");
        assertTrue(Ffprobe.saturation(folder.resolve("grey.mp4")) < 1, "the film has none");
    }

    /** Copies the bundle as people do, into the folder of the documentation. */
    private void dropIn() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve(".data/reelbench/plugins"));
        Path whole = Files.copy(folder.resolve("org.example.glow/build/org.example.glow.jar"), plugins.resolve("glow.part"));
        Files.move(whole, plugins.resolve("org.example.glow.jar"), StandardCopyOption.ATOMIC_MOVE);
    }
}
