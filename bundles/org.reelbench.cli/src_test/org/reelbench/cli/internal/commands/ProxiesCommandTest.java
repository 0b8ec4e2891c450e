package org.reelbench.cli.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaSources;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.proxies.Proxies;
import org.reelbench.proxies.ProxyFormat;
import org.reelbench.proxies.ProxyListener;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.proxies.ProxyUsage;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.ProxyUse;

class ProxiesCommandTest {

    private final Films films;
    private final FakeProxies proxies = new FakeProxies();
    private final ProxiesCommand command;

    ProxiesCommandTest(@TempDir Path folder) {
        films = new Films(folder);
        PictureFormat picture = PictureFormat.of(64, 36, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        MediaInfo info = new MediaInfo("mp4", RationalTime.ZERO, RationalTime.ofSeconds(1), List.of(new VideoStreamInfo(0, "hevc",
                picture, Optional.empty(), RationalTime.ZERO, RationalTime.ofSeconds(1), false, 0)));
        command = new ProxiesCommand(new ProjectLoader(), (_, _) -> info, MediaSources.files(), Films.FINGERPRINTS, proxies);
    }

    /** Makes at once whatever is wanted. */
    private static final class FakeProxies implements Proxies {

        private final List<ProxyListener> listeners = new ArrayList<>();
        private ProxyStatus before = ProxyStatus.of(State.NONE, "");
        private ProxyStatus end = ProxyStatus.of(State.READY, "540p");
        private int wanted;

        @Override
        public MediaCatalog standingIn(MediaCatalog originals, List<MediaReference> media, boolean wish) {
            throw new AssertionError("nothing is shown");
        }

        @Override
        public ProxyStatus status(Medium medium, ProxyUse use) {
            return before;
        }

        @Override
        public void want(Medium medium, ProxyUse use) {
            wanted++;
            listeners.forEach(listener -> listener.changed(medium.fingerprint(), new ProxyStatus(State.MAKING, 0.5, "")));
            listeners.forEach(listener -> listener.changed(medium.fingerprint(), end));
        }

        @Override
        public void cancel(String fingerprint) {
            end = ProxyStatus.of(State.NONE, "");
        }

        @Override
        public void addListener(ProxyListener listener) {
            listeners.add(listener);
        }

        @Override
        public void removeListener(ProxyListener listener) {
            listeners.remove(listener);
        }

        @Override
        public ProxyFormat format() {
            return ProxyFormat.ALL.getFirst();
        }

        @Override
        public ProxyUsage usage() {
            return new ProxyUsage(1, 3 << 20, 8 << 20);
        }

        @Override
        public long clear() {
            return 5 << 20;
        }
    }

    private void makeFilm() throws Exception {
        films.write("a/beach.mp4", "beach");
        films.project("film.reel", "a/beach.mp4");
    }

    @Test
    void listsWithoutMaking() throws Exception {
        makeFilm();
        assertEquals(ExitCode.OK, films.run(command, "film.reel"));
        assertEquals(0, proxies.wanted);
        List<String> printed = films.printed();
        assertTrue(printed.getFirst().startsWith("m1 ") && printed.getFirst().endsWith("beach.mp4: none"), printed.toString());
        assertEquals("1 proxies, 3.0 MiB of 8.0 MiB", printed.getLast());
    }

    @Test
    void makesWhatIsMissing() throws Exception {
        makeFilm();
        assertEquals(ExitCode.OK, films.run(command, "film.reel", "--make", "--json"));
        assertEquals(1, proxies.wanted);
        assertTrue(films.printed().getFirst().contains("\"proxy\":\"ready\",\"detail\":\"540p\""), films.printed().toString());
        assertTrue(proxies.listeners.isEmpty(), "a listener is left");
    }

    @Test
    void saysWhichCouldNotBeMadeAndWhichAreMissing() throws Exception {
        makeFilm();
        proxies.end = ProxyStatus.of(State.FAILED, "the disk is full");
        assertEquals(ExitCode.FAILED, films.run(command, "film.reel", "--make"));
        assertTrue(films.printed().getFirst().endsWith("failed (the disk is full)"), films.printed().toString());
        Files.delete(films.file("a/beach.mp4"));
        assertEquals(ExitCode.INPUT, films.run(command, "film.reel"));
    }

    @Test
    void deletesAllAndNothingElse() throws Exception {
        assertEquals(ExitCode.OK, films.run(command, "--clear"));
        assertEquals(List.of("5.0 MiB of proxies deleted"), films.printed());
        assertThrows(CommandException.class, () -> films.run(command, "film.reel", "--clear"));
    }
}
