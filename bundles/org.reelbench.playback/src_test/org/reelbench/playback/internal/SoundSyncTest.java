package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.playback.Course;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Playback;
import org.reelbench.playback.PlaybackListener;
import org.reelbench.playback.PreviewQuality;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.time.FrameRate;

/** Every picture is shown while its sound is heard, within a frame, however the device keeps time. */
@Timeout(300)
class SoundSyncTest {

    private static final int RATE_HZ = 48_000;
    /** Ten minutes where it is about drift, and everywhere in the deep tier. */
    private static final int LONG_S = "deep".equals(System.getProperty("reelbench.tier")) ? 600 : 120;
    private static final long MS = 1_000_000L;
    private static final long SEED = 20_261_121;

    private final FakeMedia media = new FakeMedia();
    private final PictureSource source = media.source();
    private final Random random = new Random(SEED);
    private final ExecutorService soundThread = Executors.newSingleThreadExecutor();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private long farthestFrames;
    private long lastShown = -1;

    @AfterEach
    void everythingIsGivenBack() throws InterruptedException {
        soundThread.shutdown();
        assertTrue(soundThread.awaitTermination(30, TimeUnit.SECONDS));
        source.close();
        assertEquals(0, media.openRenderers.get());
        assertEquals(0, media.buffers.outstanding());
        assertEquals(List.of(), said);
    }

    private PlaybackRun play(VirtualSink sink, FrameRate rate, long seconds, long startFrame, LongConsumer atFrame) {
        long workNanos = (long) (1e9 / rate.framesPerSecond().toDouble() * 0.75);
        media.soundSaysItsNumber = true;
        media.before = frame -> {
            atFrame.accept(frame);
            sink.work((long) (random.nextDouble() * workNanos));
        };
        Screen screen = new Screen() {

            @Override
            public int widthPx() {
                return 64;
            }

            @Override
            public int heightPx() {
                return 36;
            }

            @Override
            public void show(ScreenPicture picture) {
                try (picture) {
                    lastShown = picture.frame();
                    if (lastShown > startFrame) {
                        long heard = rate.framesPerSecond().times(sink.heardSample()).floor() / RATE_HZ;
                        farthestFrames = Math.max(farthestFrames, Math.abs(lastShown - heard));
                    }
                }
            }

            @Override
            public void fail(String message) {
                said.add(message);
            }
        };
        PlaybackListener listener = new PlaybackListener() {

            @Override
            public void problem(String message) {
                said.add(message);
            }

            @Override
            public void ended(Playback playback) {
                sink.end();
            }
        };
        long frames = rate.framesPerSecond().times(seconds).floor();
        PlaybackRun playback = new PlaybackRun(media.scene(startFrame + frames, rate), Course.of(startFrame, Direction.FORWARD),
                source, media,
                (_, _) -> sink, screen, listener, new Counts(), () -> PreviewQuality.FULL,
                Optional::empty,
                new PlaybackRun.Time(sink::nanos, sink::waitNanos));
        playback.start(Runnable::run, soundThread);
        assertEquals(startFrame + frames - 1, lastShown);
        assertEquals(frames, playback.shown() + playback.dropped());
        return playback;
    }

    @ParameterizedTest
    @CsvSource({ "30000/1001, 1, 1, 120", "30, 1.001, 1, 600", "25, 0.999, 1, 600", "60, 1.001, 480, 60",
            "24000/1001, 0.98, 1200, 120" })
    void howeverFastTheDeviceRunsNoPictureLeavesItsSound(String rate, double speed, int stepFrames, int leastSeconds) {
        int seconds = Math.max(LONG_S, leastSeconds);
        VirtualSink sink = new VirtualSink(RATE_HZ, speed, stepFrames);
        PlaybackRun playback = play(sink, FrameRate.parse(rate), seconds, 100, _ -> {
        });
        assertTrue(farthestFrames <= 1, farthestFrames + " frames beside the sound, seed " + SEED);
        assertEquals(0, playback.dropped(), "seed " + SEED);
        assertEquals(seconds / speed, sink.nanos() / 1e9, 0.2);
        assertEquals(0, sink.dry());
    }

    @Test
    void aDeviceThatHangsNowAndThenTakesThePicturesAlong() {
        VirtualSink sink = new VirtualSink(RATE_HZ, 1, 1);
        PlaybackRun playback = play(sink, FrameRate.of(30, 1), LONG_S, 0, frame -> {
            if (frame % 400 == 7) {
                sink.stand((20 + random.nextInt(800)) * MS);
            }
        });
        assertTrue(farthestFrames <= 1, farthestFrames + " frames beside the sound, seed " + SEED);
        assertEquals(0, playback.dropped(), "seed " + SEED);
        assertTrue(sink.nanos() > (LONG_S + 1) * 1000 * MS, "it did hang");
    }

    @Test
    void whereSoundRunsDryPicturesWaitForIt() {
        VirtualSink sink = new VirtualSink(RATE_HZ, 1, 1);
        media.beforeSound = sample -> {
            if (random.nextInt(500) == 0 && sample > RATE_HZ) {
                sink.sleepWriter(500 * MS);
            }
        };
        PlaybackRun playback = play(sink, FrameRate.of(25, 1), LONG_S, 0, _ -> {
        });
        assertTrue(sink.dry() > 1, sink.dry() + " times dry, seed " + SEED);
        assertTrue(farthestFrames <= 1, farthestFrames + " frames beside the sound, seed " + SEED);
        assertEquals(0, playback.dropped(), "seed " + SEED);
    }

    @Test
    void aMinuteInTimeDropsNothing() {
        VirtualSink sink = new VirtualSink(RATE_HZ, 1, 1);
        PlaybackRun playback = play(sink, FrameRate.of(30, 1), 60, 0, _ -> {
        });
        assertEquals(1800, playback.shown());
        assertEquals(0, playback.dropped());
    }
}
