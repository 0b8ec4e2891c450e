package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.media.AudioSink;

/** What is heard has no step in it: not at the start, not at the end, whatever was written ahead. */
class SmoothSoundTest {

    private static final int RATE_HZ = 48_000;
    private static final int BUFFER_FRAMES = 9600;
    private static final int FADE_FRAMES = 240;
    private static final int BLOCK_FRAMES = 2048;
    private static final float LOUD = 0.9f;
    /** A fade of 240 samples over the whole height is nowhere steeper; a click is a step of much of it. */
    private static final double STEEPEST = LOUD * 1.1 * Math.PI / 2 / FADE_FRAMES;

    private final TapeSink tape = new TapeSink(BUFFER_FRAMES);
    private final SmoothSound smooth = new SmoothSound(tape, RATE_HZ, 2);

    private void write(int count) throws InterruptedException {
        float[][] block = new float[2][count];
        Arrays.fill(block[0], LOUD);
        Arrays.fill(block[1], -LOUD);
        assertEquals(count, smooth.write(block, count));
    }

    @Test
    void aSteadySoundBeginsAndEndsWithoutAStep() throws InterruptedException {
        write(BUFFER_FRAMES);
        smooth.start();
        for (int i = 0; i < 20; i++) {
            tape.play(BLOCK_FRAMES);
            write(BLOCK_FRAMES);
        }
        tape.play(777);
        smooth.fadeOut();
        assertEquals(20 * BLOCK_FRAMES + 777 + FADE_FRAMES, tape.heard(), "what was written ahead is not heard");
        assertTrue(tape.steepest() <= STEEPEST, "a step of " + tape.steepest());
        assertEquals(LOUD, tape.loudest(), "between its ends it is as it was");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 100, 239, 240, 241, 5000 })
    void stoppedSoonAfterItsStartItEndsWithoutAStepToo(int played) throws InterruptedException {
        write(BUFFER_FRAMES);
        smooth.start();
        tape.play(played);
        smooth.fadeOut();
        assertTrue(tape.steepest() <= 2 * STEEPEST, "a step of " + tape.steepest());
        assertEquals(played + FADE_FRAMES, tape.heard());
    }

    @Test
    void smallBlocksBeginAsSoftly() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            write(50);
        }
        smooth.start();
        tape.play(400);
        smooth.fadeOut();
        assertTrue(tape.steepest() <= STEEPEST * FADE_FRAMES / 100, "a step of " + tape.steepest());
    }

    @Test
    void whereHardlyAnythingIsLeftTheRestFades() throws InterruptedException {
        write(BUFFER_FRAMES);
        smooth.start();
        tape.play(BUFFER_FRAMES - 100);
        smooth.fadeOut();
        assertEquals(BUFFER_FRAMES, tape.heard());
        assertTrue(tape.steepest() <= STEEPEST * FADE_FRAMES / 100, "a step of " + tape.steepest());
    }

    @Test
    void whatRanDryOrNeverBeganIsNotHeardOnceMore() throws InterruptedException {
        write(500);
        smooth.fadeOut();
        assertEquals(0, tape.heard());
        smooth.start();
        tape.play(500);
        smooth.fadeOut();
        assertEquals(500, tape.heard());
    }

    /** A device that plays when it is told to, and remembers what was heard. */
    private static final class TapeSink implements AudioSink {

        private final int bufferFrames;
        private final float[][] buffered = new float[2][1 << 20];
        private final float[][] heard = new float[2][1 << 20];
        private int written;
        private int played;
        private boolean running;

        TapeSink(int bufferFrames) {
            this.bufferFrames = bufferFrames;
        }

        void play(int frames) {
            assertTrue(running);
            int end = Math.min(written, played + frames);
            for (int c = 0; c < heard.length; c++) {
                System.arraycopy(buffered[c], played, heard[c], played, end - played);
            }
            played = end;
        }

        int heard() {
            return played;
        }

        float loudest() {
            float most = 0;
            for (int i = 0; i < played; i++) {
                most = Math.max(most, Math.abs(heard[0][i]));
            }
            return most;
        }

        /** The greatest step from one sample to the next, silence before the first and after the last. */
        double steepest() {
            double most = 0;
            for (float[] channel : heard) {
                for (int i = 0; i <= played; i++) {
                    float before = i == 0 ? 0 : channel[i - 1];
                    float now = i == played ? 0 : channel[i];
                    most = Math.max(most, Math.abs(now - before));
                }
            }
            return most;
        }

        @Override
        public String device() {
            return "tape";
        }

        @Override
        public boolean isSilent() {
            return false;
        }

        @Override
        public int bufferFrames() {
            return bufferFrames;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void pause() {
            running = false;
        }

        @Override
        public int write(float[][] channels, int offset, int count) {
            assertTrue(written + count - played <= bufferFrames, "more than the device holds");
            for (int c = 0; c < buffered.length; c++) {
                System.arraycopy(channels[c], offset, buffered[c], written, count);
            }
            written += count;
            return count;
        }

        @Override
        public long framesPlayed() {
            return played;
        }

        @Override
        public void flush() {
            written = played;
        }

        @Override
        public void drain() {
            play(written - played);
        }

        @Override
        public void close() {
            running = false;
        }
    }
}
