package org.reelbench.capture.internal.synthetic;

import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.SoundStream;
import org.reelbench.testcard.ClickTrack;

/** Clicks that count from the last start. */
final class ClickStream extends SyntheticStream implements SoundStream {

    private static final int BLOCKS_PER_SECOND = 100;

    private final CaptureFormat.Sound format;

    ClickStream(CaptureFormat.Sound format, boolean live, double seconds, int source) {
        super(live, seconds, source);
        this.format = format;
    }

    @Override
    public CaptureFormat.Sound format() {
        return format;
    }

    @Override
    public Samples read(float[][] into) {
        int count = Math.min(into[0].length, format.sampleRateHz() / BLOCKS_PER_SECOND);
        long first = next();
        // As from a device: samples are there once the last of them was taken.
        long ns = Math.round((first + count) * 1e9 / format.sampleRateHz());
        long beginNs = Math.round(first * 1e9 / format.sampleRateHz());
        // The last block of all ends where the stream does.
        long timeNs = metronome().await(ns - 1);
        if (timeNs == NOTHING) {
            return Samples.NONE;
        }
        goOnAt(first + count);
        ClickTrack.fill(source(), format.sampleRateHz(), first, into, 0, count);
        return new Samples(count, timeNs + 1 - ns + beginNs);
    }
}
