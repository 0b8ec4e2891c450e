package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the page of a preview gets on where things go wrong: what it says, and that it comes to where it was to go. */
class PreviewPageIT {

    private static final int SEEKS = "deep".equals(System.getProperty("reelbench.tier")) ? 400 : 40;
    private static final int SEED = 29;
    private static final Pattern DROPPED = Pattern.compile("frames (\\d+) dropped (\\d+) stalls (.*)");

    private static final String PLAYABLE = """
            const video = document.querySelector('video');
            const notice = document.getElementById('notice');
            const rest = milliseconds => new Promise(again => setTimeout(again, milliseconds));
            video.muted = true;
            while (video.readyState < 2) { await rest(20); }
            """;

    private static final String PLAYED_FOR_A_WHILE = PLAYABLE + """
            await video.play();
            while (video.currentTime < 1) { await rest(20); }
            const before = video.getVideoPlaybackQuality();
            const [frames, dropped] = [before.totalVideoFrames, before.droppedVideoFrames];
            while (video.currentTime < 5) { await rest(50); }
            const after = video.getVideoPlaybackQuality();
            return 'frames ' + (after.totalVideoFrames - frames) + ' dropped ' + (after.droppedVideoFrames - dropped) + ' stalls '
                + preview.stats.stalls.map(stall => stall.ahead).filter(ahead => ahead > 0.5).join();
            """;

    @TempDir
    private static Path home;

    private static Path project;
    private static PreviewServing serving;
    private static Browser browser;

    @BeforeAll
    static void serve() throws Exception {
        browser = Browser.start();
        // Beside the demo's own, as the media are named from there.
        Path demo = DemoFilm.folder();
        project = demo.resolve("page.reel");
        Files.copy(demo.resolve("demo.reel"), project, StandardCopyOption.REPLACE_EXISTING);
        serving = PreviewServing.start(home, project);
    }

    @AfterAll
    static void end() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (serving != null) {
            serving.close();
        }
    }

    private static URI page() {
        return serving.uri("page");
    }

    @Test
    void aPlaceThatIsNotThereYetShowsAMarkedStillUntilItIs() throws Exception {
        browser.open(page());
        assertEquals("Not encoded yet: a still, then hidden true true", browser.run(
                PLAYABLE + """
                        const server = window.fetch;
                        let open;
                        const gate = new Promise(yes => { open = yes; });
                        window.fetch = (url, how) => String(url).startsWith('segments/') ? gate.then(() => server(url, how)) : server(url, how);
                        await Promise.all(preview.tracks.map(track => track.remove(2, Infinity)));
                        preview.seek(preview.film.duration - 3);
                        while (preview.still.image.hidden) { await rest(10); }
                        const said = notice.textContent;
                        open();
                        while (video.seeking || !preview.still.image.hidden) { await rest(10); }
                        return said + ', then hidden ' + preview.still.image.hidden + ' ' + notice.hidden;
                        """));
    }

    @Test
    void framesAreDroppedNoMoreThanOfAPlainFileAndNothingStandsWhileThereIsMore() throws Exception {
        browser.open(page());
        browser.run(PLAYABLE + """
                while (!preview.film.seekable.some(([from, to]) => from === 0 && to > 7)) {
                    if (video.paused) { await video.play(); }
                    await rest(50);
                }
                return 'encoded';
                """);
        browser.open(page());
        Matcher followed = played(browser.run(PLAYED_FOR_A_WHILE));
        browser.open(page().resolve("?plain"));
        Matcher plain = played(browser.run(PLAYED_FOR_A_WHILE));
        // Where it has no time to decode, a browser stands with all files.
        assertTrue(followed.group(3).isEmpty() || !plain.group(3).isEmpty(),
                "so much was there when it stood: " + followed.group(3));
        int frames = Integer.parseInt(followed.group(1));
        int dropped = Integer.parseInt(followed.group(2));
        // A machine that does other things drops some of both.
        assertTrue(dropped <= Integer.parseInt(plain.group(2)) + frames / 10, followed.group() + ", plain " + plain.group());
    }

    private static Matcher played(String said) {
        Matcher matcher = DROPPED.matcher(said);
        assertTrue(matcher.matches(), said);
        return matcher;
    }

    @Test
    void aPageWhoseRequestsAreSlowOrLostArrivesAndPlaysOn() throws Exception {
        browser.open(page());
        assertEquals("arrived", browser.run(PLAYABLE + """
                let state = %d;
                const random = () => (state = state * 48271 %% 2147483647) / 2147483647;
                const server = window.fetch;
                window.fetch = async (url, how) => {
                    await rest(random() * 60);
                    if (random() < 0.1) { throw new TypeError('lost'); }
                    return server(url, how);
                };
                for (let i = 0; i < %d; i++) {
                    preview.seek(random() * preview.film.duration);
                    if (random() < 0.3) { preview.toggle(); }
                    await rest(random() * 80);
                }
                preview.pause();
                const last = preview.film.duration * 0.4;
                preview.seek(last);
                while (video.seeking || video.readyState < 2) { await rest(10); }
                await video.play();
                while (video.currentTime < last + 1) { await rest(20); }
                return 'arrived';
                """.formatted(SEED, SEEKS)), "seed " + SEED);
    }

    @Test
    void aBrowserThatHoldsLittlePlaysToTheEnd() throws Exception {
        browser.open(page());
        assertEquals("refused true, at most 2 at once true, ended true", browser.run(PLAYABLE + """
                const server = window.fetch;
                const signals = [];
                let most = 0;
                window.fetch = (url, how) => {
                    if (String(url).startsWith('segments/') && !String(url).endsWith('init.mp4')) {
                        signals.push(how.signal);
                        most = Math.max(most, signals.filter(signal => !signal.aborted).length);
                    }
                    return server(url, how);
                };
                const append = SourceBuffer.prototype.appendBuffer;
                let refused = 0;
                SourceBuffer.prototype.appendBuffer = function (bytes) {
                    let held = 0;
                    for (let i = 0; i < this.buffered.length; i++) { held += this.buffered.end(i) - this.buffered.start(i); }
                    if (held > 7) {
                        refused++;
                        throw new DOMException('there is no room', 'QuotaExceededError');
                    }
                    return append.call(this, bytes);
                };
                await Promise.all(preview.tracks.map(track => track.remove(2, Infinity)));
                preview.seek(preview.film.duration - 12);
                video.playbackRate = 2;
                preview.play();
                while (!video.ended) { await rest(50); }
                return 'refused ' + (refused > 0) + ', at most 2 at once ' + (most <= 2) + ', ended ' + video.ended;
                """));
    }

    @Test
    void whatTheBrowserThrewAwayComesAgain() throws Exception {
        browser.open(page());
        assertEquals("came over it", browser.run(PLAYABLE + """
                const held = () => preview.tracks.map(track => track.ahead(2));
                preview.seek(2);
                await video.play();
                while (Math.min(...held()) < 5) { await rest(20); }
                video.pause();
                preview.seek(2);
                while (video.seeking) { await rest(20); }
                // Less than a segment, and not by the page.
                for (const track of preview.tracks) { await track.buffer.remove(4.7, 5.2); }
                if (Math.max(...held()) > 4) { return 'there is no gap'; }
                await video.play();
                while (video.currentTime < 6) { await rest(20); }
                return 'came over it';
                """));
    }

    @Test
    void afterSomethingThatTheBrowserDoesNotTakeItGoesOnWhereItWas() throws Exception {
        browser.open(page());
        assertEquals("went on after 1", browser.run(PLAYABLE + """
                preview.seek(5);
                while (video.seeking) { await rest(20); }
                preview.tracks[0].buffer.append(new Uint8Array([0, 0, 0, 2, 109, 111, 111, 102, 0, 0, 0, 0])).catch(() => {});
                while (preview.stats.restarts === 0) { await rest(20); }
                while (video.error || video.readyState < 2 || video.seeking) { await rest(20); }
                await video.play();
                while (video.currentTime < 5.5) { await rest(20); }
                return 'went on after ' + preview.stats.restarts;
                """));
    }

    @Test
    void whatTheConnectionCarriesDecidesTheQuality() throws Exception {
        browser.open(page());
        assertEquals("automatic, down to 3, by hand 1, back to automatic", browser.run(PLAYABLE + """
                const {Rungs} = await import(new URL('rungs.js', location.href));
                let now = 0;
                performance.now = () => now;
                const select = document.createElement('select');
                const rungs = new Rungs(document.createElement('label'), select, () => {});
                rungs.offer([1, 2, 3, 4].map(i => ({widthPx: 1280 / i, heightPx: 720 / i, bitsPerSecond: 4e6 / i})));
                const segment = {start: 0, end: 2};
                const came = (milliseconds, ahead) => {
                    now += 10000;
                    rungs.measured(segment, 500000, milliseconds, ahead);
                };
                const said = [rungs.query() === '' ? 'automatic' : rungs.query()];
                for (let i = 0; i < 6; i++) { came(4000, 2); }
                said.push('down to ' + rungs.rung);
                select.value = '1';
                select.dispatchEvent(new Event('change'));
                came(4000, 2);
                said.push('by hand ' + rungs.rung);
                select.value = 'auto';
                select.dispatchEvent(new Event('change'));
                came(9000, 2);
                for (let i = 0; i < 30; i++) { came(20, 25); }
                said.push('back to ' + (rungs.query() === '' ? 'automatic' : rungs.query()));
                return said.join(', ');
                """));
    }

    @Test
    void withoutMediaSourceTheFilmPlaysAsOneFile() throws Exception {
        browser.open(page().resolve("?plain"));
        assertEquals("plays, This is the film as it is now; load the page again after an edit.", browser.run(PLAYABLE + """
                await video.play();
                while (video.currentTime < 0.5 || notice.hidden) { await rest(20); }
                return 'plays, ' + notice.textContent;
                """));
    }

    @Test
    void aPageSaysThatItsServerIsGone() throws Exception {
        Path other = Files.createDirectories(home.resolve("gone"));
        try (PreviewServing gone = PreviewServing.start(other, project)) {
            browser.open(gone.uri("page"));
            browser.run(
                    "while (preview.film.revision === 0) { await new Promise(again => setTimeout(again, 20)); } return 'there';");
        }
        assertTrue(browser.run("""
                const notice = document.getElementById('notice');
                while (!notice.textContent.includes('does not answer')) { await new Promise(again => setTimeout(again, 20)); }
                return notice.hidden + notice.textContent;
                """).startsWith("falseThe server does not answer; trying again."));
    }
}
