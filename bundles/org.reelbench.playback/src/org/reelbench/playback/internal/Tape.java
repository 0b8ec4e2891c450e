package org.reelbench.playback.internal;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.playback.Course;
import org.reelbench.render.RenderException;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;

/**
 * The sound of a sequence as it runs past on some course: faster it is higher, as from a tape, and backwards it is turned round. Where
 * playback goes round, what was heard last goes out, mirrored, while the start of the range comes in, so that there is no step.
 * <p>
 * One thread.
 */
final class Tape {

    /** Gives samples of the sequence. */
    @FunctionalInterface
    interface Sound {

        /** Reads samples that lie in the sequence. */
        void read(long firstSample, float[][] channels, int offset, int count) throws RenderException;
    }

    /** Backwards each piece is a seek; so much is read at once, of each speed a whole number of samples. */
    private static final int PIECE_SAMPLES = 24_000;
    private static final int BLENDS_A_SECOND = 200;

    private final FrameRate rate;
    private final int sampleRateHz;
    private final int speed;
    private final long endSample;
    private final @Nullable FrameRange loop;
    private final float[][] piece;
    private final float[][] recent;
    private final float[][] mirrored;
    /** Forwards the next sample, as if it went straight on; backwards the one behind it. */
    private long at;
    private long pieceStart = Long.MAX_VALUE;
    private int laps;
    private int blended;

    /**
     * Creates a tape that stands where the course begins.
     *
     * @param sequence whose sound it is
     * @param course which way it runs, within the sequence
     * @param channels how many channels
     */
    Tape(Sequence sequence, Course course, int channels) {
        rate = sequence.rate();
        sampleRateHz = sequence.sampleRateHz();
        speed = course.speed();
        endSample = sample(sequence.durationFrames());
        loop = course.loop().orElse(null);
        at = sample(course.startFrame() + (speed > 0 ? 0 : 1));
        int blend = Math.max(1, sampleRateHz / BLENDS_A_SECOND);
        piece = new float[channels][speed == 1 ? 0 : PIECE_SAMPLES];
        recent = new float[channels][blend];
        mirrored = new float[channels][blend];
        blended = blend;
    }

    private long sample(long frame) {
        return rate.timeOf(frame).ticksRound(sampleRateHz);
    }

    /** Fills the start of a block with what comes next. */
    void next(Sound sound, float[][] block, int count) throws RenderException {
        for (int done = 0; done < count;) {
            done += speed > 0 ? forward(sound, block, done, count - done) : backward(sound, block, done, count - done);
        }
    }

    private int forward(Sound sound, float[][] block, int offset, int count) throws RenderException {
        FrameRange range = loop;
        int samples = count;
        long shift = 0;
        if (range != null) {
            if (at >= lapEnd(range, laps)) {
                laps++;
                mirror();
            }
            samples = (int) Math.min(count, Math.ceilDiv(lapEnd(range, laps) - at, speed));
            shift = laps == 0 ? 0 : lapEnd(range, laps - 1) - sample(range.inFrame());
        }
        if (speed == 1) {
            read(sound, at - shift, block, offset, samples);
        } else {
            samples = Math.min(samples, PIECE_SAMPLES / speed);
            read(sound, at - shift, piece, 0, samples * speed);
            for (int c = 0; c < block.length; c++) {
                for (int i = 0; i < samples; i++) {
                    block[c][offset + i] = mean(piece[c], i * speed, speed);
                }
            }
        }
        at += (long) samples * speed;
        if (range != null) {
            blend(block, offset, samples);
        }
        return samples;
    }

    /** Where a lap ends, counted as if it went straight on; exact, so that pictures stay beside their sound. */
    private long lapEnd(FrameRange range, int lap) {
        return sample(range.outFrame() + lap * range.durationFrames());
    }

    private int backward(Sound sound, float[][] block, int offset, int count) throws RenderException {
        if (at <= 0) {
            for (float[] channel : block) {
                Arrays.fill(channel, offset, offset + count, 0);
            }
            return count;
        }
        if (at <= pieceStart) {
            pieceStart = at - PIECE_SAMPLES;
            read(sound, pieceStart, piece, 0, PIECE_SAMPLES);
        }
        int step = -speed;
        int samples = (int) Math.min(count, (at - pieceStart) / step);
        for (int c = 0; c < block.length; c++) {
            for (int i = 0; i < samples; i++) {
                block[c][offset + i] = mean(piece[c], (int) (at - pieceStart) - (i + 1) * step, step);
            }
        }
        at -= (long) samples * step;
        return samples;
    }

    private static float mean(float[] samples, int from, int count) {
        float sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += samples[i];
        }
        return sum / count;
    }

    /** Reads what lies in the sequence; before and behind it is silent. */
    private void read(Sound sound, long first, float[][] target, int offset, int count) throws RenderException {
        int before = Math.clamp(-first, 0, count);
        int audible = Math.clamp(endSample - first - before, 0, count - before);
        if (audible > 0) {
            sound.read(first + before, target, offset + before, audible);
        }
        for (float[] channel : target) {
            Arrays.fill(channel, offset, offset + before, 0);
            Arrays.fill(channel, offset + before + audible, offset + count, 0);
        }
    }

    private void mirror() {
        int length = recent[0].length;
        for (int c = 0; c < recent.length; c++) {
            for (int i = 0; i < length; i++) {
                mirrored[c][i] = recent[c][length - 1 - i];
            }
        }
        blended = 0;
    }

    private void blend(float[][] block, int offset, int count) {
        int length = recent[0].length;
        for (int i = 0; i < count && blended < length; i++, blended++) {
            float in = (float) (0.5 - 0.5 * Math.cos(Math.PI * blended / length));
            for (int c = 0; c < block.length; c++) {
                block[c][offset + i] = block[c][offset + i] * in + mirrored[c][blended] * (1 - in);
            }
        }
        int kept = Math.max(0, length - count);
        int fresh = length - kept;
        for (int c = 0; c < recent.length; c++) {
            System.arraycopy(recent[c], length - kept, recent[c], 0, kept);
            System.arraycopy(block[c], offset + count - fresh, recent[c], kept, fresh);
        }
    }
}
