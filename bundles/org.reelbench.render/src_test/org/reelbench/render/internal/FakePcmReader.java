package org.reelbench.render.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.PcmReader;

/** Sound that is nothing but numbers: every sample of every medium and channel has a value of its own. Counts jumps. */
final class FakePcmReader implements PcmReader {

    /** Before the first and after the last sample there is silence. */
    static final long LENGTH_SAMPLES = 1_000_000_000;

    private final String medium;
    private final AudioStreamInfo stream;
    private final AtomicInteger open;
    private final List<Integer> numbers;
    private long next = Long.MIN_VALUE;
    private int jumps = -1;
    private boolean closed;

    FakePcmReader(String medium, AudioStreamInfo stream, AtomicInteger open, List<Integer> numbers) {
        this.medium = medium;
        this.stream = stream;
        this.open = open;
        this.numbers = numbers;
    }

    /** A sample; medium "silent" has silence, medium "ones" nothing but ones. */
    static float sample(String medium, int channel, long number) {
        if (number < 0 || number >= LENGTH_SAMPLES || medium.equals("silent")) {
            return 0;
        }
        if (medium.equals("tone")) {
            return (float) Math.sin(2 * Math.PI * 440 * number / 48_000);
        }
        if (medium.equals("shrill")) {
            return (float) Math.sin(2 * Math.PI * 17_000 * number / 48_000);
        }
        if (medium.equals("step")) {
            return number < 400L * 48_000 ? 0 : 1;
        }
        if (medium.equals("ones")) {
            return 1;
        }
        long hash = (medium.hashCode() * 31L + channel) * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L;
        hash ^= hash >>> 29;
        hash *= 0xBF58476D1CE4E5B9L;
        hash ^= hash >>> 32;
        return (hash & 0xffffff) / (float) 0x800000 - 1;
    }

    /** How often it was read elsewhere than where it had stopped. */
    int jumps() {
        return Math.max(0, jumps);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public AudioStreamInfo stream() {
        return stream;
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation) {
        cancellation.check();
        if (closed) {
            throw new AssertionError("read after close");
        }
        if (firstSample != next) {
            jumps++;
        }
        next = firstSample + count;
        for (int c = 0; c < channels.length; c++) {
            for (int i = 0; i < count; i++) {
                channels[c][offset + i] = sample(medium, numbers.get(c) - 1, firstSample + i);
            }
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            open.decrementAndGet();
        }
    }
}
