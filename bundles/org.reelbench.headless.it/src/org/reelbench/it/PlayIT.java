package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.Cancellation;
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
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** The player without a window, with a real film whose pictures say their numbers and that has a sync sample every 50. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PlayIT {

    private static final FrameRate RATE = FrameRate.of(25, 1);
    private static final int FRAMES = 200;
    private static final int SYNC_EVERY = 50;
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;

    @TempDir
    private Path folder;

    /** What a picture was said to be, and what it shows. */
    private record Seen(long frame, boolean approximate, Reading reading) {
    }

    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore exact = new Semaphore(0);

    private final Screen screen = new Screen() {

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
                seen.add(new Seen(picture.frame(), picture.isApproximate(), ShownCard.read(picture)));
                if (!picture.isApproximate()) {
                    exact.release();
                }
            }
        }

        @Override
        public void fail(String message) {
            failures.add(message);
            exact.release();
        }
    };

    @BeforeEach
    void writeFilm() throws Exception {
        CardFilm.write(folder.resolve("film.mkv"), 3, RATE, FRAMES, SYNC_EVERY);
    }

    private Scene scene() throws InterruptedException {
        MediaReference media = new MediaReference(new Id("m"), "film.mkv", folder.resolve("film.mkv").toString(), "",
                Extras.NONE);
        Clip clip = Clip.of(new Id("c"), "film", new MediaStream(new Id("m"), 0), RationalTime.ZERO, FRAMES);
        Track track = Track.of(new Id("v"), "V", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)));
        Sequence sequence = new Sequence(new Id("s"), "Film", RATE, WIDTH_PX, HEIGHT_PX, 48_000, List.of(track), Extras.NONE);
        return new Scene(sequence, new FileMediaCatalog(folder, List.of(media), Services.get(MediaProbe.class)));
    }

    private Player player() throws InterruptedException {
        return Services.get(Players.class)
                .open(PlayerSetup.on(screen).withSound((rateHz, _) -> new SilentSink(rateHz, rateHz / 5)));
    }

    @Test
    void aSeekShowsASyncSampleFirstAndThenTheFrame() throws Exception {
        Scene scene = scene();
        Random random = new Random(11);
        try (Player player = player()) {
            for (int i = 0; i < 25; i++) {
                seen.clear();
                long frame = random.nextLong(FRAMES);
                player.show(scene, frame);
                assertTrue(exact.tryAcquire(60, TimeUnit.SECONDS), "frame " + frame + " is not shown");
                assertEquals(List.of(), failures);
                Seen last = seen.getLast();
                assertTrue(last.frame() == frame && last.reading().is(3, frame), last.toString());
                if (seen.size() > 1) {
                    Seen first = seen.getFirst();
                    assertTrue(first.approximate() && first.reading().is(3, frame - frame % SYNC_EVERY), first.toString());
                }
            }
            assertTrue(player.figures().approximate() > 10, player.figures().toString());
        }
    }

    @Test
    void whileThePlayheadIsDraggedTheLastPlaceIsShownInTheEnd() throws Exception {
        Scene scene = scene();
        try (Player player = player()) {
            for (int frame = 0; frame < FRAMES; frame += 7) {
                player.show(scene, frame);
            }
            player.show(scene, 133);
            while (seen.isEmpty() || seen.getLast().frame() != 133 || seen.getLast().approximate()) {
                assertTrue(exact.tryAcquire(60, TimeUnit.SECONDS), "the last place is not shown");
            }
            assertTrue(seen.getLast().reading().is(3, 133), seen.getLast().toString());
            assertTrue(player.figures().rendered() < 15, player.figures().toString());
        }
    }

    @Test
    void backwardsEachPictureShowsItsFrame() throws Exception {
        playsThrough(Direction.BACKWARD, PreviewQuality.FULL);
        List<Long> frames = seen.stream().map(Seen::frame).toList();
        assertEquals(frames.stream().sorted(Collections.reverseOrder()).toList(), frames);
        assertEquals(0, frames.getLast());
    }

    @Test
    void smallerPicturesShowTheirFramesToo() throws Exception {
        playsThrough(Direction.FORWARD, PreviewQuality.HALF);
        List<Long> frames = seen.stream().map(Seen::frame).toList();
        assertEquals(frames.stream().sorted().toList(), frames);
    }

    @Test
    void stoppedAnywhereItLeavesTheFrameUnderThePlayhead() throws Exception {
        Scene scene = scene();
        try (Player player = player()) {
            for (Direction direction : Direction.values()) {
                for (int pictures = 1; pictures < 12; pictures += 5) {
                    seen.clear();
                    exact.drainPermits();
                    CountDownLatch ended = new CountDownLatch(1);
                    Playback playback = player.play(scene, 120, direction, screen, listener(new ArrayList<>(), ended))
                            .orElseThrow();
                    assertTrue(exact.tryAcquire(pictures, 60, TimeUnit.SECONDS), "nothing plays");
                    playback.stop();
                    // What a viewer does: the playhead is where the last picture was, and that is asked for.
                    assertTrue(ended.await(60, TimeUnit.SECONDS), "it does not end");
                    long playhead = seen.getLast().frame();
                    int before = seen.size();
                    player.show(scene, playhead);
                    exact.drainPermits();
                    while (seen.size() == before) {
                        assertTrue(exact.tryAcquire(60, TimeUnit.SECONDS), "frame " + playhead + " is not shown");
                    }
                    assertEquals(before + 1, seen.size(), "another picture flickers");
                    assertTrue(seen.getLast().frame() == playhead && !seen.getLast().approximate()
                            && seen.getLast().reading().is(3, playhead), seen.getLast().toString());
                }
            }
        }
        assertEquals(List.of(), failures);
    }

    private static PlaybackListener listener(List<String> problems, CountDownLatch ended) {
        return new PlaybackListener() {

            @Override
            public void problem(String message) {
                problems.add(message);
            }

            @Override
            public void ended(Playback which) {
                ended.countDown();
            }
        };
    }

    private void playsThrough(Direction direction, PreviewQuality quality) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        List<String> problems = Collections.synchronizedList(new ArrayList<>());
        try (Player player = player()) {
            player.setQuality(quality);
            Optional<Playback> playback = player.play(scene(), direction == Direction.FORWARD ? 0 : FRAMES - 1, direction, screen,
                    listener(problems, ended));
            assertTrue(ended.await(120, TimeUnit.SECONDS), "it does not end");
            assertEquals(FRAMES, playback.orElseThrow().shown() + playback.orElseThrow().dropped());
        }
        assertEquals(List.of(), problems);
        assertEquals(List.of(), failures);
        assertTrue(seen.size() > 20, seen.size() + " pictures");
        seen.forEach(one -> assertTrue(one.reading().is(3, one.frame()), one.toString()));
    }

    @Test
    void theCommandTellsWhatItTook() throws Exception {
        assertEquals(ExitCode.OK, Services.subcommand("new")
                .run(List.of("film.reel", "--video", "film.mkv", "--video", "film.mkv@2s"),
                        console(new ByteArrayOutputStream())));
        String all = play("film.reel", "--seconds", "1", "--seek-storm", "5", "--starts", "3", "--json");
        assertTrue(all.contains("\"count\":5"), all);
        assertTrue(all.contains("\"problem\":\"\""), all);
        assertTrue(all.matches("(?s).*\"startToMove\":\\{\"p50Ms\":[1-9].*"), all);
        assertTrue(all.matches("(?s).*\"framesShown\":[1-9].*"), all);
        assertTrue(all.matches("(?s).*\"decoders\":\\{\"most\":[12],\"after\":0\\}.*"), all);
        String none = play("film.reel", "--hide", "1", "--hide", "2", "--seconds", "1", "--json");
        assertTrue(none.contains("\"most\":0"), none);
    }

    private String play(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(words));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(ExitCode.OK, Services.subcommand("play").run(line, console(out)), out::toString);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Console console(ByteArrayOutputStream out) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Console(stream, stream, false, folder, new Cancellation());
    }
}
