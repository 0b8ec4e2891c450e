package org.reelbench.render.internal;

import static org.reelbench.render.internal.effects.PeakGains.CELL;

import org.reelbench.media.Cancellation;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.RenderException;
import org.reelbench.render.internal.effects.PeakGains;
import org.reelbench.render.internal.effects.TruePeak;

/**
 * The limiter at the output: turns a mix down where it would rise above −1 dBFS, between its samples too, and leaves it as it is,
 * bit for bit, where nothing does. Its cells lie on a grid of the sequence, so that the samples of a range are the same however it
 * was reached.
 */
final class LimitedMix implements AudioRenderer {

    /** Below −1 dBFS by what the meter may miss, next to the highest frequency most. */
    private static final double CEILING_DB = -1.4;
    private static final double RELEASE_SECONDS = 0.35;
    private static final int FILL_SAMPLES = 256;

    private final AudioRenderer mix;
    private final PeakGains gains;
    private final TruePeak meter = new TruePeak(CELL);
    private final float[][] mixed;

    private boolean running;
    private long nextSample;
    private long nextCell;
    private long bufferStart;
    private long bufferEnd;
    private long cell;
    private double gainAtStart;
    private double gainAtEnd;

    /**
     * Takes over a mix.
     *
     * @param mix the mix
     * @param sampleRateHz its rate
     */
    LimitedMix(AudioRenderer mix, int sampleRateHz) {
        this.mix = mix;
        gains = new PeakGains(CEILING_DB, RELEASE_SECONDS, sampleRateHz);
        mixed = new float[CHANNELS][2 * ((gains.cellsAhead() + 4) * CELL + 2 * TruePeak.reach() + FILL_SAMPLES)];
    }

    /** How far before a sample what sounds can turn it down. */
    static long behindSamples(int sampleRateHz) {
        return (PeakGains.cells(RELEASE_SECONDS, sampleRateHz) + 2L) * CELL + TruePeak.reach();
    }

    /** How far after a sample what sounds can turn it down. */
    static long aheadSamples(int sampleRateHz) {
        return (PeakGains.cells(PeakGains.ATTACK_SECONDS, sampleRateHz) + 2L) * CELL + TruePeak.reach();
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws RenderException {
        boolean goesOn = running && firstSample == nextSample;
        // Until this has gone well, what comes next is not known.
        running = false;
        long end = firstSample + count;
        if (!goesOn) {
            begin(Math.floorDiv(firstSample, CELL), cancellation);
        }
        for (long at = firstSample; at < end;) {
            enter(Math.floorDiv(at, CELL), cancellation);
            int inCell = (int) (at - cell * CELL);
            int length = (int) Math.min(CELL - inCell, end - at);
            write(inCell, channels, offset + (int) (at - firstSample), length);
            at += length;
        }
        nextSample = end;
        running = true;
    }

    private void begin(long first, Cancellation cancellation) throws RenderException {
        gains.reset();
        nextCell = first - gains.cellsBehind();
        bufferStart = nextCell * CELL - TruePeak.reach();
        bufferEnd = bufferStart;
        cell = first;
        listen(first + gains.cellsAhead(), cancellation);
        gainAtStart = gains.gainAtStart(first);
        gainAtEnd = gains.gainAtStart(first + 1);
    }

    private void enter(long next, Cancellation cancellation) throws RenderException {
        while (cell < next) {
            cell++;
            listen(cell + gains.cellsAhead(), cancellation);
            gainAtStart = gainAtEnd;
            gainAtEnd = gains.gainAtStart(cell + 1);
        }
    }

    /** Finds out how loud all cells up to one are. */
    private void listen(long last, Cancellation cancellation) throws RenderException {
        while (nextCell <= last) {
            long start = nextCell * CELL;
            fill(start + CELL + TruePeak.reach(), cancellation);
            double peak = 0;
            for (float[] channel : mixed) {
                peak = Math.max(peak, meter.of(channel, (int) (start - bufferStart), CELL, gains.ceiling()));
            }
            gains.put(nextCell, peak);
            nextCell++;
        }
    }

    private void fill(long end, Cancellation cancellation) throws RenderException {
        while (bufferEnd < end) {
            int filled = (int) (bufferEnd - bufferStart);
            if (filled + FILL_SAMPLES > mixed[0].length) {
                long needed = Math.min(cell, nextCell) * CELL - TruePeak.reach();
                int gone = (int) (needed - bufferStart);
                for (float[] channel : mixed) {
                    System.arraycopy(channel, gone, channel, 0, filled - gone);
                }
                bufferStart = needed;
                filled -= gone;
            }
            mix.read(bufferEnd, mixed, filled, FILL_SAMPLES, cancellation);
            bufferEnd += FILL_SAMPLES;
        }
    }

    private void write(int inCell, float[][] channels, int offset, int count) {
        int from = (int) (cell * CELL - bufferStart) + inCell;
        for (int c = 0; c < CHANNELS; c++) {
            if (gainAtStart == 1 && gainAtEnd == 1) {
                System.arraycopy(mixed[c], from, channels[c], offset, count);
            } else {
                for (int i = 0; i < count; i++) {
                    double gain = gainAtStart + (gainAtEnd - gainAtStart) * (inCell + i) / CELL;
                    channels[c][offset + i] = (float) (mixed[c][from + i] * gain);
                }
            }
        }
    }

    @Override
    public void close() {
        running = false;
        mix.close();
    }
}
