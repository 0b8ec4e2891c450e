package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code reelbench serve} in Chromium. Skipped where Chromium or its driver is not installed. */
class PlayerBrowserIT {

    private static final int SEEKS = 30;
    private static final long SEED = 11;

    @TempDir
    private Path folder;

    private Path film;

    @BeforeEach
    void makeFilm() throws Exception {
        film = DemoFilm.video();
    }

    @Test
    void aFilmShowsItsFirstFrameAndPlays() throws Exception {
        try (Browser browser = Browser.start(); Serving serving = Serving.start(folder, 1, film.toString())) {
            open(browser, serving);
            assertEquals("960x540", browser.run("""
                    const video = document.querySelector('video');
                    while (video.readyState < 2 && !video.error) {
                        await new Promise(again => video.addEventListener(video.error ? 'x' : 'loadeddata', again, {once: true}));
                    }
                    return video.error ? video.error.message : video.videoWidth + 'x' + video.videoHeight;
                    """));
            String played = browser.run("""
                    const video = document.querySelector('video');
                    video.muted = true;
                    await video.play();
                    const start = video.currentTime;
                    while (video.currentTime < start + 0.5) {
                        await new Promise(again => video.addEventListener('timeupdate', again, {once: true}));
                    }
                    video.pause();
                    return 'frames ' + video.getVideoPlaybackQuality().totalVideoFrames;
                    """);
            assertTrue(played.matches("frames [1-9]\\d*"), played);
        }
    }

    @Test
    void everySeekArrives() throws Exception {
        try (Browser browser = Browser.start(); Serving serving = Serving.start(folder, 1, film.toString())) {
            open(browser, serving);
            Random random = new Random(SEED);
            StringBuilder places = new StringBuilder();
            for (int i = 0; i < SEEKS; i++) {
                places.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.4f", random.nextDouble()));
            }
            assertEquals("arrived " + SEEKS, browser.run("""
                    const video = document.querySelector('video');
                    while (video.readyState < 1) {
                        await new Promise(again => video.addEventListener('loadedmetadata', again, {once: true}));
                    }
                    let arrived = 0;
                    for (const place of [%s]) {
                        const time = place * (video.duration - 0.1);
                        const seeked = new Promise((yes, no) => {
                            video.addEventListener('seeked', yes, {once: true});
                            video.addEventListener('error', () => no(video.error.message), {once: true});
                        });
                        video.currentTime = time;
                        await seeked;
                        if (Math.abs(video.currentTime - time) < 0.001 && video.readyState >= 2) { arrived++; }
                    }
                    return 'arrived ' + arrived;
                    """.formatted(places)), "seed " + SEED);
        }
    }

    private static void open(Browser browser, Serving serving) throws Exception {
        URI page = serving.uris().getFirst().resolve("../");
        browser.open(page);
    }
}
