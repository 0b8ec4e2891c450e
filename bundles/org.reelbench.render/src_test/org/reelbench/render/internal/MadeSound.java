package org.reelbench.render.internal;

import java.util.function.LongToDoubleFunction;

import org.reelbench.media.Cancellation;

/** A sound that is a function of the sample's number, the same on both sides but for their sign; counts how it is read. */
final class MadeSound implements Sound {

    private final LongToDoubleFunction wave;
    private long next = Long.MIN_VALUE;
    private int jumpsBack = -1;
    private long samplesRead;
    private boolean closed;

    MadeSound(LongToDoubleFunction wave) {
        this.wave = wave;
    }

    static MadeSound sine(double hz, int sampleRateHz) {
        return new MadeSound(n -> Math.sin(2 * Math.PI * hz * n / sampleRateHz));
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation) {
        cancellation.check();
        if (firstSample < next || next == Long.MIN_VALUE) {
            jumpsBack++;
        }
        next = firstSample + count;
        samplesRead += count;
        for (int i = 0; i < count; i++) {
            float value = (float) wave.applyAsDouble(firstSample + i);
            for (int c = 0; c < channels.length; c++) {
                channels[c][offset + i] = c == 0 ? value : -value;
            }
        }
    }

    int jumpsBack() {
        return jumpsBack;
    }

    long samplesRead() {
        return samplesRead;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
