package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview of a project in Chromium and in players. Skipped where they are not installed. */
class PreviewBrowserIT {

    private static final int SEEKS = 30;
    private static final long SEED = 23;
    private static final Pattern FETCHED = Pattern.compile("pictures (\\d+) (\\d+) sound (\\d+) (\\d+)");

    private static final String PLAYABLE = """
            const video = document.querySelector('video');
            video.muted = true;
            while (video.readyState < 2 && !video.error) { await new Promise(again => setTimeout(again, 20)); }
            if (video.error) { throw video.error.message; }
            """;

    @TempDir
    private Path home;

    private Path project;

    @BeforeEach
    void copyTheProject() throws Exception {
        // Beside the demo's own, as the media are named from there.
        Path demo = DemoFilm.folder();
        project = demo.resolve("preview.reel");
        Files.copy(demo.resolve("demo.reel"), project, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aTimelinePlaysBeforeItIsEncodedAndToItsEnd() throws Exception {
        try (Browser browser = Browser.start(); PreviewServing serving = PreviewServing.start(home, project)) {
            browser.open(serving.uri("page"));
            String played = browser.run(
                    PLAYABLE + """
                            const manifest = await (await fetch('manifest.json?from=0&to=1')).json();
                            await video.play();
                            while (video.currentTime < 1) { await new Promise(again => setTimeout(again, 20)); }
                            return 'progress ' + manifest.progress.toFixed(3) + ' frames ' + video.getVideoPlaybackQuality().totalVideoFrames;
                            """);
            assertTrue(played.matches("progress 0\\.\\d+ frames [1-9]\\d*"), played);
            assertEquals("ended", browser.run("""
                    const video = document.querySelector('video');
                    video.currentTime = preview.film.duration - 0.5;
                    while (!video.ended) {
                        if (video.paused) { await video.play(); }
                        await new Promise(again => setTimeout(again, 20));
                    }
                    return 'ended';
                    """));
        }
    }

    @Test
    void everySeekArrivesWhetherEncodedOrNot() throws Exception {
        Random random = new Random(SEED);
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < SEEKS; i++) {
            places.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.4f", random.nextDouble()));
        }
        try (Browser browser = Browser.start(); PreviewServing serving = PreviewServing.start(home, project)) {
            browser.open(serving.uri("page"));
            assertEquals("arrived " + SEEKS, browser.run(PLAYABLE + """
                    let arrived = 0;
                    for (const place of [%s]) {
                        const time = place * (preview.film.duration - 0.1);
                        const seeked = new Promise(yes => video.addEventListener('seeked', yes, {once: true}));
                        video.currentTime = time;
                        await seeked;
                        if (Math.abs(video.currentTime - time) < 0.001 && video.readyState >= 2) { arrived++; }
                    }
                    return 'arrived ' + arrived;
                    """.formatted(places)), "seed " + SEED);
        }
    }

    @Test
    void anEditWhileItPlaysFetchesOnlyWhatItChangedAndNoSound() throws Exception {
        try (Browser browser = Browser.start(); PreviewServing serving = PreviewServing.start(home, project)) {
            browser.open(serving.uri("page"));
            browser.run(PLAYABLE + """
                    await video.play();
                    while (!preview.pictures.every(segment => preview.tracks[0].holds(segment))) {
                        await new Promise(again => setTimeout(again, 20));
                    }
                    // Slowly, so that it plays still when the edit has been made.
                    video.playbackRate = 0.0625;
                    video.currentTime = 0;
                    await video.play();
                    return 'held';
                    """);
            assertEquals(0, edit("set-opacity clip=c2 opacity=0.3").exitCode());
            String fetched = browser.run("""
                    const all = () => preview.pictures.every(segment => preview.tracks[0].holds(segment));
                    const video = document.querySelector('video');
                    while (preview.film.revision < 2) { await new Promise(again => setTimeout(again, 20)); }
                    while (!all()) { await new Promise(again => setTimeout(again, 20)); }
                    const time = video.currentTime;
                    if (video.paused || time === 0) { throw 'it does not play any more'; }
                    while (video.currentTime === time) { await new Promise(again => setTimeout(again, 20)); }
                    return 'pictures ' + preview.tracks[0].replaced + ' ' + preview.pictures.length
                        + ' sound ' + preview.tracks[1].replaced + ' ' + preview.sound.length;
                    """);
            Matcher counts = FETCHED.matcher(fetched);
            assertTrue(counts.matches(), fetched);
            int replaced = Integer.parseInt(counts.group(1));
            assertTrue(replaced > 0 && replaced < Integer.parseInt(counts.group(2)) / 2, fetched);
            assertEquals("0", counts.group(3), fetched);
        }
    }

    private Program.Result edit(String command) throws IOException, InterruptedException {
        Path script = Files.writeString(home.resolve("edit.txt"), command + "\n");
        return Program.run(home, "edit", project.toString(), script.toString());
    }

    @Test
    void ffprobeFindsAllFramesInTheStreamAndInHls() throws Exception {
        try (PreviewServing serving = PreviewServing.start(home, project)) {
            String[] question = { "-of", "csv", "-select_streams", "v", "-count_packets", "-show_entries",
                    "stream=codec_name,nb_read_packets" };
            for (String name : new String[] { "stream", "hls" }) {
                String[] words = Arrays.copyOf(question, question.length + 1);
                words[question.length] = serving.uri(name).toString();
                String said = Ffprobe.run(words);
                assertTrue(said.contains("stream,h264,600"), () -> name + ": " + said);
            }
        }
    }

    @Test
    void ffplayPlaysTheStreamFromTheMiddleAndHls() throws Exception {
        Optional<Path> ffplay = Tool.find("ffplay");
        assumeTrue(ffplay.isPresent(), "ffplay is not installed (on Debian: apt-get install ffmpeg)");
        try (PreviewServing serving = PreviewServing.start(home, project)) {
            for (String address : List.of(serving.uri("stream") + "?from=8", serving.uri("hls").toString())) {
                ProcessBuilder player = new ProcessBuilder(ffplay.get().toString(), "-v", "error", "-nostats", "-autoexit", "-t",
                        "1",
                        address);
                // It draws and sounds into nothing.
                player.environment().putAll(Map.of("SDL_VIDEODRIVER", "dummy", "SDL_AUDIODRIVER", "dummy"));
                assertEquals("", Tool.output(player).strip(), address);
            }
        }
    }
}
