package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.LoadingListener;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.SilentSink;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Playback;
import org.reelbench.playback.PlaybackListener;
import org.reelbench.playback.Player;
import org.reelbench.playback.PlayerSetup;
import org.reelbench.playback.Players;
import org.reelbench.playback.PreviewQuality;
import org.reelbench.playback.Scene;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.testcard.Reading;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;

/** A file of one track breaks while it plays: a slate takes its place, its track says why, and the other track goes on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BrokenWhilePlayingIT {

    private static final FrameRate RATE = FrameRate.of(25, 1);
    private static final int FRAMES = 80;
    private static final int BREAK_AT = 15;
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final String BROKEN_TRACK = "v2";

    @TempDir
    private Path folder;

    /** What a picture was said to be, what the whole of it shows, and its lower right quarter. */
    private record Seen(long frame, Reading whole, Reading quarter) {
    }

    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch failed = new CountDownLatch(1);

    /** Breaks a file. */
    @FunctionalInterface
    private interface Breaking {
        void apply(Path file) throws IOException;
    }

    private final class BreakingScreen implements Screen {

        private final Breaking breaking;

        private BreakingScreen(Breaking breaking) {
            this.breaking = breaking;
        }

        @Override
        public int widthPx() {
            return WIDTH_PX;
        }

        @Override
        public int heightPx() {
            return HEIGHT_PX;
        }

        @Override
        public void show(ScreenPicture picture) {
            try (picture) {
                seen.add(new Seen(picture.frame(), ShownCard.read(picture), ShownCard.read(picture, 0.5, 0.5, 0.5)));
                if (seen.size() == BREAK_AT) {
                    breaking.apply(file(2));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void fail(String message) {
            failures.add(message);
        }
    }

    private Path file(int source) {
        return folder.resolve("film" + source + ".mkv");
    }

    private Scene scene() throws Exception {
        List<MediaReference> media = new ArrayList<>();
        List<Track> tracks = new ArrayList<>();
        for (int source = 1; source <= 2; source++) {
            CardFilm.write(file(source), source, RATE, FRAMES);
            Id medium = new Id("m" + source);
            media.add(new MediaReference(medium, "film" + source + ".mkv", file(source).toString(), "", Extras.NONE));
            Clip clip = Clip.of(new Id("c" + source), "film", new MediaStream(medium, 0), RationalTime.ZERO, FRAMES);
            Clip placed = source == 1
                    ? clip
                    : clip.withTransform(new Transform(WIDTH_PX / 4.0, HEIGHT_PX / 4.0, 0.5, 0, Crop.NONE));
            tracks.add(Track.of(new Id("v" + source), "V", TrackKind.VIDEO).withItems(TrackItems.of(List.of(placed))));
        }
        Sequence sequence = new Sequence(new Id("s"), "Film", RATE, WIDTH_PX, HEIGHT_PX, 48_000, tracks, Extras.NONE);
        return new Scene(sequence, new FileMediaCatalog(folder, media, Services.get(MediaProbe.class)));
    }

    private void plays(Breaking breaking, boolean fails) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Scene scene = scene();
        ServiceRegistration<LoadingListener> listening = Services.context().registerService(LoadingListener.class,
                (_, load) -> {
                    if (load.state() == LoadState.FAILED) {
                        told.add(load.track() + " " + load.message());
                        failed.countDown();
                    }
                }, null);
        Screen screen = new BreakingScreen(breaking);
        try (Player player = Services.get(Players.class)
                .open(PlayerSetup.on(screen).withSound((rateHz, _) -> new SilentSink(rateHz, rateHz / 5)))) {
            player.setQuality(PreviewQuality.FULL);
            Playback playback = player.play(scene, 0, Direction.FORWARD, screen, new PlaybackListener() {

                @Override
                public void problem(String message) {
                    failures.add(message);
                }

                @Override
                public void ended(Playback which) {
                    ended.countDown();
                }
            }).orElseThrow();
            assertTrue(ended.await(120, TimeUnit.SECONDS), "it does not end");
            assertEquals(List.of(), failures);
            assertEquals(FRAMES, playback.shown() + playback.dropped());
            assertTrue(!fails || failed.await(60, TimeUnit.SECONDS), "the track does not say that it failed");
        } finally {
            listening.unregister();
        }
        seen.forEach(one -> assertTrue(one.whole().is(1, one.frame()), one.toString()));
        seen.subList(0, BREAK_AT).forEach(one -> assertTrue(one.quarter().is(2, one.frame()), one.toString()));
    }

    private void isASlateInTheEnd() {
        assertFalse(seen.getLast().quarter().valid(), seen.getLast().toString());
        assertTrue(told.stream().anyMatch(failed -> failed.startsWith(BROKEN_TRACK) && failed.contains("film2.mkv")),
                told.toString());
        assertTrue(told.stream().allMatch(failed -> failed.startsWith(BROKEN_TRACK)), told.toString());
    }

    @Test
    void aFileThatIsCutShort() throws Exception {
        plays(file -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 3);
            }
        }, true);
        isASlateInTheEnd();
    }

    @Test
    void aFileThatIsOverwrittenWithSomethingElse() throws Exception {
        plays(file -> {
            byte[] other = new byte[(int) Files.size(file)];
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(other));
            }
        }, true);
        isASlateInTheEnd();
    }

    /** Where the system keeps a file for whoever has it open, it is shown to the end of the playback. */
    @Test
    void aFileThatIsDeletedIsReadOnOrASlate() throws Exception {
        plays(Files::delete, false);
        Seen last = seen.getLast();
        assertTrue(last.quarter().is(2, last.frame()) || !last.quarter().valid(), last.toString());
    }
}
