package org.reelbench.capture.internal.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.SoundStream;
import org.reelbench.media.EffectReach;
import org.reelbench.media.MediaException;
import org.reelbench.media.SoundProcessor;

class TreatedSoundTest {

    private static final int RATE_HZ = 48_000;
    private static final int BLOCK = 480;

    /** Each sample is its number; the device ends after so many. */
    private static final class Counting implements SoundStream {
        private final int length;
        private int next;

        Counting(int length) {
            this.length = length;
        }

        @Override
        public CaptureFormat.Sound format() {
            return new CaptureFormat.Sound(RATE_HZ, 2);
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public boolean isHealthy() {
            return true;
        }

        @Override
        public void start() {
            next = 0;
        }

        @Override
        public Samples read(float[][] into) {
            int count = Math.min(BLOCK, length - next);
            if (count == 0) {
                return Samples.NONE;
            }
            for (int i = 0; i < count; i++) {
                into[0][i] = next + i + 1;
                into[1][i] = -(next + i + 1);
            }
            next += count;
            return new Samples(count, ns(next - count));
        }

        @Override
        public void stop() {
            next = length;
        }

        @Override
        public void close() {
            throw new IllegalStateException("the device is lent");
        }
    }

    /** Delivers what it gets so many samples later. */
    private static final class Delay implements SoundProcessor {
        private final float[][] line;
        private int at;

        Delay(int samples) {
            line = new float[2][samples];
        }

        @Override
        public EffectReach reach() {
            return new EffectReach(0, line[0].length);
        }

        @Override
        public void reset(long firstSample) {
            for (float[] channel : line) {
                Arrays.fill(channel, 0);
            }
            at = 0;
        }

        @Override
        public void process(float[][] channels, int offset, int count) throws MediaException {
            for (int i = offset; i < offset + count; i++) {
                for (int c = 0; c < 2; c++) {
                    float before = line[c][at];
                    line[c][at] = channels[c][i];
                    channels[c][i] = before;
                }
                at = (at + 1) % line[0].length;
            }
        }
    }

    private static long ns(int samples) {
        return Math.round(samples * 1e9 / RATE_HZ);
    }

    private static List<Float> all(TreatedSound sound) throws CaptureException {
        List<Float> heard = new ArrayList<>();
        float[][] into = new float[2][BLOCK * 2];
        for (SoundStream.Samples read = sound.read(into); read.count() > 0; read = sound.read(into)) {
            assertTrue(Math.abs(ns(heard.size()) - read.timeNs()) <= 2, "the time of sample " + heard.size());
            for (int i = 0; i < read.count(); i++) {
                heard.add(into[0][i]);
                assertEquals(-into[0][i], into[1][i]);
            }
        }
        return heard;
    }

    private static void isWhole(int length, List<Float> heard) {
        assertEquals(length, heard.size());
        for (int i = 0; i < length; i++) {
            assertEquals(i + 1, heard.get(i));
        }
    }

    @Test
    void whatAProcessorDeliversLateKeepsItsPlaceAndLosesNothing() throws CaptureException {
        for (int late : new int[] { 1, BLOCK - 1, BLOCK, 2048 }) {
            for (int length : new int[] { 1, 100, BLOCK, 5000 }) {
                TreatedSound sound = new TreatedSound(new Counting(length), new Delay(late), false);
                sound.start();
                isWhole(length, all(sound));
            }
        }
    }

    @Test
    void anotherStartKnowsNothingOfWhatWasBefore() throws CaptureException {
        TreatedSound sound = new TreatedSound(new Counting(5000), new Delay(2048), false);
        sound.start();
        assertTrue(sound.read(new float[2][BLOCK]).count() > 0);
        sound.stop();
        sound.start();
        isWhole(5000, all(sound));
    }

    @Test
    void withoutAProcessorSoundIsNotLate() throws CaptureException {
        TreatedSound sound = new TreatedSound(new Counting(1000), null, false);
        sound.start();
        isWhole(1000, all(sound));
    }

    @Test
    void aProcessorThatFailsIsTold() throws CaptureException {
        SoundProcessor broken = (_, _, _) -> {
            throw new MediaException(MediaException.Reason.EFFECT, "", "out of order");
        };
        try (TreatedSound sound = new TreatedSound(new Counting(1000), broken, false)) {
            sound.start();
            CaptureException e = assertThrows(CaptureException.class, () -> sound.read(new float[2][BLOCK]));
            assertEquals(Reason.UNSUPPORTED, e.reason());
            assertTrue(String.valueOf(e.getMessage()).contains("out of order"));
        }
    }

    @Test
    void withoutTheEffectNoiseReductionIsRefusedAndSaysSo() {
        CaptureException e = assertThrows(CaptureException.class,
                () -> new NoiseReducers().open(new CaptureFormat.Sound(RATE_HZ, 2)));
        assertEquals(Reason.NOT_AVAILABLE, e.reason());
        assertTrue(String.valueOf(e.getMessage()).contains("record without it"));
    }
}
