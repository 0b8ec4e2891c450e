package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code reelbench record}, and what it records watched in Chromium while it grows. Browser tests are skipped where there is none. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RecordBrowserIT {

    private static final Pattern URL = Pattern.compile(".*\"url\":\"(http://[^\"]+)\".*");
    private static final Pattern LENGTH = Pattern.compile(".*\"event\":\"summary\".*\"elapsedMs\":(\\d+).*");
    private static final String SECONDS = "8";

    @TempDir
    private Path folder;

    @Test
    void aRecordingPlaysWhileItGrowsAndAcrossItsEndAtOneAddress() throws Exception {
        try (Browser browser = Browser.start()) {
            Process recording = Program
                    .builder(folder, "record", "-s", "synthetic:card", "-s", "synthetic:clicks", "--size", "640x360", "-o",
                            "take.mp4", "--duration", SECONDS, "--serve", "--port", "0", "--json")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try {
                BufferedReader out = recording.inputReader();
                URI uri = URI.create(next(out, URL));
                browser.open(uri);
                String along = browser.run("""
                        while (!document.querySelector('video')) { await new Promise(again => setTimeout(again, 20)); }
                        const video = document.querySelector('video');
                        video.muted = true;
                        while (video.readyState < 2 && !video.error) { await new Promise(again => setTimeout(again, 20)); }
                        if (video.error) { throw video.error.message; }
                        await video.play();
                        while (video.currentTime < 1) { await new Promise(again => setTimeout(again, 20)); }
                        while (!video.ended && !video.error) {
                            if (video.paused) { await video.play(); }
                            await new Promise(again => setTimeout(again, 20));
                        }
                        return video.error ? video.error.message : 'ended ' + Math.round(video.currentTime * 1000);
                        """);
                long lengthMs = Long.parseLong(next(out, LENGTH));
                assertTrue(along.matches("ended \\d+"), along);
                long seenMs = Long.parseLong(along.substring("ended ".length()));
                assertTrue(Math.abs(seenMs - lengthMs) < 300, "seen to " + seenMs + " of " + lengthMs + " ms");
                browser.open(uri);
                assertEquals("arrived", browser.run("""
                        const video = document.querySelector('video');
                        video.muted = true;
                        while (video.readyState < 2 && !video.error) { await new Promise(again => setTimeout(again, 20)); }
                        if (video.error) { throw video.error.message; }
                        const seeked = new Promise(yes => video.addEventListener('seeked', yes, {once: true}));
                        video.currentTime = video.duration / 2;
                        await seeked;
                        return 'arrived';
                        """));
                Program.interrupt(recording);
                assertTrue(recording.waitFor(1, TimeUnit.MINUTES), "it hangs");
                assertEquals(0, recording.exitValue());
            } finally {
                recording.destroyForcibly();
            }
        }
    }

    private static String next(BufferedReader out, Pattern wanted) throws IOException {
        String line = "";
        while (line != null) {
            Matcher matcher = wanted.matcher(line);
            if (matcher.matches()) {
                return matcher.group(1);
            }
            line = out.readLine();
        }
        assertNotNull(line, "it ended before it said " + wanted);
        return "";
    }

    @Test
    void devicesAreListedWithoutAnyScreen() throws Exception {
        Program.Result result = Program.run(folder, Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), "record", "--list",
                "--json");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("\"device\":\"synthetic:card\""), result.out());
        assertTrue(result.out().contains("\"problem\":\"not available\""), result.out());
    }

    @Test
    void aScreenThatIsNotThereEndsWithOneLineAndNoFile() throws Exception {
        Program.Result result = Program.run(folder, Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), "record", "-s", "x11",
                "-o",
                "screen.mp4");
        assertEquals(5, result.exitCode(), result.err());
        assertEquals(1, result.errorLines().size(), result.err());
        assertTrue(result.err().contains("DISPLAY is not set"), result.err());
        assertTrue(Files.notExists(folder.resolve("screen.mp4")));
    }
}
