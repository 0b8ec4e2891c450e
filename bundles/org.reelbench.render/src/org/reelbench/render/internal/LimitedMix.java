package org.reelbench.render.internal;

import java.util.Arrays;

import org.reelbench.media.Cancellation;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.RenderException;

/**
 * The limiter at the output: turns a mix down where it would rise above −1 dBFS, between its samples too, and leaves it as it is,
 * bit for bit, where nothing does.
 * <p>
 * The mix is cut into cells on a grid of the sequence. Each tells by how much it is too loud; it is turned down by the most that
 * any cell around asks for, those to come fading in and those gone by fading out. So the gain at a sample depends on a fixed
 * stretch around it, and on nothing else: the samples of a range are the same however it was reached.
 */
final class LimitedMix implements AudioRenderer {

    /** Below −1 dBFS by what the meter may miss, next to the highest frequency most. */
    private static final double CEILING_DB = -1.4;
    private static final double CEILING = Math.pow(10, CEILING_DB / 20);
    static final int CELL = 32;
    private static final int FILL_SAMPLES = 256;
    private static final double ATTACK_SECONDS = 0.005;
    private static final double RELEASE_SECONDS = 0.35;

    private final AudioRenderer mix;
    /** How much of what a cell asks for counts so many cells after it, and before it. */
    private final double[] after;
    private final double[] before;
    private final double[] asked;
    private final int mask;
    private final float[][] mixed;

    private boolean running;
    private long nextSample;
    private long nextCell;
    private long lastLoud;
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
        after = fading(cells(RELEASE_SECONDS, sampleRateHz));
        before = fading(cells(ATTACK_SECONDS, sampleRateHz));
        asked = new double[Integer.highestOneBit(after.length + before.length + 4) << 1];
        mask = asked.length - 1;
        mixed = new float[CHANNELS][2 * ((before.length + 4) * CELL + 2 * TruePeak.reach() + FILL_SAMPLES)];
    }

    private static int cells(double seconds, int sampleRateHz) {
        return (int) Math.ceil(seconds * sampleRateHz / CELL);
    }

    /** How far before a sample what sounds can turn it down. */
    static long behindSamples(int sampleRateHz) {
        return (cells(RELEASE_SECONDS, sampleRateHz) + 2L) * CELL + TruePeak.reach();
    }

    /** How far after a sample what sounds can turn it down. */
    static long aheadSamples(int sampleRateHz) {
        return (cells(ATTACK_SECONDS, sampleRateHz) + 2L) * CELL + TruePeak.reach();
    }

    private static double[] fading(int cells) {
        double[] weights = new double[cells];
        for (int i = 0; i < cells; i++) {
            weights[i] = (1 + StrictMath.cos(Math.PI * i / cells)) / 2;
        }
        return weights;
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
        Arrays.fill(asked, 0);
        nextCell = first - after.length;
        lastLoud = Long.MIN_VALUE / 2;
        bufferStart = nextCell * CELL - TruePeak.reach();
        bufferEnd = bufferStart;
        cell = first;
        listen(first + before.length, cancellation);
        double here = reduction(first);
        gainAtStart = gain(Math.max(reduction(first - 1), here));
        gainAtEnd = gain(Math.max(here, reduction(first + 1)));
    }

    private void enter(long next, Cancellation cancellation) throws RenderException {
        while (cell < next) {
            cell++;
            listen(cell + before.length, cancellation);
            gainAtStart = gainAtEnd;
            gainAtEnd = gain(Math.max(reduction(cell), reduction(cell + 1)));
        }
    }

    /** Finds out what all cells up to one ask for. */
    private void listen(long last, Cancellation cancellation) throws RenderException {
        while (nextCell <= last) {
            long start = nextCell * CELL;
            fill(start + CELL + TruePeak.reach(), cancellation);
            double peak = 0;
            for (float[] channel : mixed) {
                peak = Math.max(peak, TruePeak.of(channel, (int) (start - bufferStart), CELL, CEILING));
            }
            double above = peak > CEILING ? 20 * Math.log10(peak / CEILING) : 0;
            asked[(int) nextCell & mask] = above;
            if (above > 0) {
                lastLoud = nextCell;
            }
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

    /** By how many decibels a cell is turned down. */
    private double reduction(long at) {
        if (lastLoud <= at - after.length) {
            return 0;
        }
        double most = 0;
        for (int i = 0; i < after.length; i++) {
            most = Math.max(most, asked[(int) (at - i) & mask] * after[i]);
        }
        for (int i = 1; i < before.length; i++) {
            most = Math.max(most, asked[(int) (at + i) & mask] * before[i]);
        }
        return most;
    }

    private static double gain(double reductionDb) {
        return reductionDb == 0 ? 1 : Math.pow(10, -reductionDb / 20);
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
