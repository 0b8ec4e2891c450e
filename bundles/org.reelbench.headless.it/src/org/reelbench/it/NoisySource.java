package org.reelbench.it;

import java.util.List;
import java.util.Random;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.SoundStream;
import org.reelbench.testcard.ClickTrack;

/** A microphone in a room that hisses: the clicks of a source, a sample's noise on each, as fast as they are recorded. */
final class NoisySource implements CaptureSource {

    static final int RATE_HZ = 48_000;
    static final int SOURCE = 3;

    private static final int BLOCK = RATE_HZ / 100;

    private final CaptureDevice device = new CaptureDevice("noisy", "room", "A room that hisses",
            List.of(new CaptureFormat.Sound(RATE_HZ, 2)));
    private final int seconds;
    private final double noise;

    /**
     * Makes a room.
     *
     * @param seconds how long it delivers
     * @param noiseDb how loud the noise is, in dB of full scale
     */
    NoisySource(int seconds, double noiseDb) {
        this.seconds = seconds;
        this.noise = Math.pow(10, noiseDb / 20);
    }

    @Override
    public String id() {
        return "noisy";
    }

    @Override
    public List<CaptureDevice> devices() {
        return List.of(device);
    }

    @Override
    public CaptureStream open(CaptureDevice which, CaptureFormat format) {
        return new Microphone();
    }

    /** One device, opened. */
    private final class Microphone implements SoundStream {
        private final Random random = new Random(1);
        private long next;
        private volatile boolean running;

        @Override
        public CaptureFormat.Sound format() {
            return new CaptureFormat.Sound(RATE_HZ, 2);
        }

        @Override
        public boolean isLive() {
            return false;
        }

        @Override
        public boolean isHealthy() {
            return true;
        }

        @Override
        public void start() {
            next = 0;
            running = true;
        }

        @Override
        public Samples read(float[][] into) {
            if (!running || next >= (long) seconds * RATE_HZ) {
                return Samples.NONE;
            }
            long first = next;
            next += BLOCK;
            ClickTrack.fill(SOURCE, RATE_HZ, first, into, 0, BLOCK);
            for (int i = 0; i < BLOCK; i++) {
                float hiss = (float) (random.nextGaussian() * noise);
                into[0][i] += hiss;
                into[1][i] += hiss;
            }
            return new Samples(BLOCK, Math.round(first * 1e9 / RATE_HZ));
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public void close() {
            running = false;
        }
    }
}
