package org.reelbench.render.internal;

import java.util.Arrays;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.AudioRenderer;

/**
 * A sound that is read to and fro at little cost: whole blocks of it are read and the last two are kept, so that playing backwards
 * costs a seek for each of them only.
 */
final class BlockSound implements Sound {

    private static final int BLOCK_SAMPLES = 1 << 15;
    /** What one read at the fastest speed needs lies on two blocks. */
    private static final int MOST_BLOCKS = 2;
    private static final long NONE = Long.MIN_VALUE;

    private final Sound sound;
    private final long[] numbers = new long[MOST_BLOCKS];
    private final float[][][] blocks = new float[MOST_BLOCKS][AudioRenderer.CHANNELS][BLOCK_SAMPLES];
    private int latest;

    /** Takes over a sound. */
    BlockSound(Sound sound) {
        this.sound = sound;
        Arrays.fill(numbers, NONE);
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        for (long at = firstSample; at < firstSample + count;) {
            long number = Math.floorDiv(at, BLOCK_SAMPLES);
            int inBlock = (int) (at - number * BLOCK_SAMPLES);
            int length = (int) Math.min(BLOCK_SAMPLES - inBlock, firstSample + count - at);
            float[][] block = block(number, cancellation);
            for (int c = 0; c < AudioRenderer.CHANNELS; c++) {
                System.arraycopy(block[c], inBlock, channels[c], offset + (int) (at - firstSample), length);
            }
            at += length;
        }
    }

    private float[][] block(long number, Cancellation cancellation) throws MediaException {
        if (numbers[latest] != number) {
            latest = 1 - latest;
        }
        if (numbers[latest] != number) {
            numbers[latest] = NONE;
            sound.read(number * BLOCK_SAMPLES, blocks[latest], 0, BLOCK_SAMPLES, cancellation);
            numbers[latest] = number;
        }
        return blocks[latest];
    }

    @Override
    public void close() {
        sound.close();
    }
}
