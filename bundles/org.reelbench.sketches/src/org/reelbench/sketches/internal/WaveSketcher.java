package org.reelbench.sketches.internal;

import java.util.function.IntFunction;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;
import org.reelbench.sketches.Waves;

/** Makes outlines: of samples at the finest level, of four pieces of the level below at others. */
final class WaveSketcher {

    private static final int FULL = 127;
    private static final int CHANNELS = 2;
    /** Short enough that a wish to stop is noticed soon. */
    private static final int BLOCK_SAMPLES = 64 * Waves.FINEST_SAMPLES;

    private WaveSketcher() {
    }

    /** Makes a piece of the finest level. */
    static Waves finest(PcmReader reader, long piece, Cancellation cancellation) throws MediaException {
        byte[] extremes = new byte[2 * Waves.COLUMNS];
        float[][] block = new float[CHANNELS][BLOCK_SAMPLES];
        long first = piece * Waves.COLUMNS * Waves.FINEST_SAMPLES;
        for (int column = 0; column < Waves.COLUMNS; column += BLOCK_SAMPLES / Waves.FINEST_SAMPLES) {
            cancellation.check();
            reader.read(first + (long) column * Waves.FINEST_SAMPLES, block, 0, BLOCK_SAMPLES, cancellation);
            for (int i = 0; i < BLOCK_SAMPLES / Waves.FINEST_SAMPLES; i++) {
                column(block, i * Waves.FINEST_SAMPLES, extremes, column + i);
            }
        }
        return new Waves(extremes);
    }

    private static void column(float[][] samples, int from, byte[] extremes, int column) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float[] channel : samples) {
            for (int i = from; i < from + Waves.FINEST_SAMPLES; i++) {
                least = Math.min(least, channel[i]);
                greatest = Math.max(greatest, channel[i]);
            }
        }
        // Outwards, so that what is heard is seen.
        extremes[2 * column] = (byte) Math.clamp(Math.floor(least * FULL), -FULL, FULL);
        extremes[2 * column + 1] = (byte) Math.clamp(Math.ceil(greatest * FULL), -FULL, FULL);
    }

    /** Makes a piece of a coarser level of the four that it stands for. */
    static Waves coarser(IntFunction<Waves> parts) {
        byte[] extremes = new byte[2 * Waves.COLUMNS];
        int columnsAPart = Waves.COLUMNS / Waves.FACTOR;
        for (int part = 0; part < Waves.FACTOR; part++) {
            byte[] finer = parts.apply(part).extremes();
            for (int i = 0; i < columnsAPart; i++) {
                byte least = FULL;
                byte greatest = -FULL;
                for (int j = 0; j < Waves.FACTOR; j++) {
                    least = (byte) Math.min(least, finer[2 * (Waves.FACTOR * i + j)]);
                    greatest = (byte) Math.max(greatest, finer[2 * (Waves.FACTOR * i + j) + 1]);
                }
                extremes[2 * (part * columnsAPart + i)] = least;
                extremes[2 * (part * columnsAPart + i) + 1] = greatest;
            }
        }
        return new Waves(extremes);
    }
}
