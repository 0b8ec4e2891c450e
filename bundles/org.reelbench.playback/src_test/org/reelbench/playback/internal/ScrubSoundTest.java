package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.AudioSink;
import org.reelbench.playback.Scene;
import org.reelbench.time.FrameRate;

/** What is heard of a playhead that is dragged. */
@Timeout(60)
class ScrubSoundTest {

    private static final int GRAIN = 3000;
    private static final int FADE = 240;

    private final FakeMedia media = new FakeMedia();
    private final Scene scene = media.scene(200, FrameRate.of(25, 1));
    private final ExecutorService soundThread = Executors.newSingleThreadExecutor();
    private final GrainSink sink = new GrainSink();
    private final ScrubSound.Gear gear = new ScrubSound.Gear(media, (_, _) -> sink, new Loads(Optional::empty), () -> {
    });

    private void end() throws InterruptedException {
        soundThread.shutdown();
        assertTrue(soundThread.awaitTermination(30, TimeUnit.SECONDS));
        assertEquals(0, media.openRenderers.get());
        assertTrue(sink.closed);
    }

    @Test
    void thePlaceIsHeardWithoutAStepAtItsEndsAndTheDeviceIsGivenBack() throws InterruptedException {
        media.soundSaysItsNumber = true;
        ScrubSound scrub = new ScrubSound(soundThread, 1);
        scrub.hear(scene, 10, gear);
        end();
        float[] heard = sink.grains.getFirst();
        assertEquals(GRAIN, heard.length);
        assertEquals(0, heard[0]);
        assertEquals(0, heard[GRAIN - 1]);
        for (int i = FADE; i < GRAIN - FADE; i++) {
            assertEquals((10 * 1920 + i) / 65536f, heard[i]);
        }
        for (int i = 1; i < GRAIN; i++) {
            assertTrue(Math.abs(heard[i] - heard[i - 1]) < 0.01, "a step at " + i);
        }
    }

    @Test
    void ofPlacesThatComeQuickerThanTheyAreHeardTheLastOneCounts() throws InterruptedException {
        media.soundSaysItsNumber = true;
        ScrubSound scrub = new ScrubSound(soundThread, 50);
        sink.held = new CountDownLatch(1);
        scrub.hear(scene, 10, gear);
        sink.begun.await();
        for (int frame = 11; frame <= 30; frame++) {
            scrub.hear(scene, frame, gear);
        }
        sink.held.countDown();
        end();
        assertEquals(List.of(10L, 30L), sink.frames());
    }

    @Test
    void whereSomethingElsePlaysItEndsAtOnceAndCanBeginAnew() throws InterruptedException {
        ScrubSound scrub = new ScrubSound(soundThread, TimeUnit.SECONDS.toMillis(50));
        media.soundSaysItsNumber = true;
        scrub.hear(scene, 10, gear);
        sink.begun.await();
        scrub.stop();
        CountDownLatch free = new CountDownLatch(1);
        soundThread.execute(free::countDown);
        assertTrue(free.await(30, TimeUnit.SECONDS), "the sound thread is free, though nothing has waited so long");
        scrub.hear(scene, 20, gear);
        while (sink.frames().size() < 2) {
            Thread.onSpinWait();
        }
        scrub.stop();
        end();
        assertEquals(List.of(10L, 20L), sink.frames());
    }

    @Test
    void behindTheEndNothingIsHeard() throws InterruptedException {
        ScrubSound scrub = new ScrubSound(soundThread, 1);
        scrub.hear(scene, 200, gear);
        end();
        assertEquals(0, sink.grains.size());
    }

    /** Keeps what is written. */
    private static final class GrainSink implements AudioSink {

        private final List<float[]> grains = new ArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private CountDownLatch held = new CountDownLatch(0);
        private volatile boolean closed;

        /** Where the grains begin, by the numbers their samples say behind the fade. */
        synchronized List<Long> frames() {
            return grains.stream().map(grain -> (long) Math.round(grain[FADE] * 65536 - FADE) / 1920).toList();
        }

        @Override
        public String device() {
            return "fake";
        }

        @Override
        public boolean isSilent() {
            return true;
        }

        @Override
        public int bufferFrames() {
            return 9600;
        }

        @Override
        public void start() {
            // plays when something is written
        }

        @Override
        public void pause() {
            // is over at once
        }

        @Override
        public synchronized int write(float[][] channels, int offset, int count) {
            float[] grain = new float[count];
            System.arraycopy(channels[0], offset, grain, 0, count);
            grains.add(grain);
            return count;
        }

        @Override
        public long framesPlayed() {
            return 0;
        }

        @Override
        public void flush() {
            throw new AssertionError("nothing is thrown away");
        }

        @Override
        public void drain() throws InterruptedException {
            begun.countDown();
            held.await();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
