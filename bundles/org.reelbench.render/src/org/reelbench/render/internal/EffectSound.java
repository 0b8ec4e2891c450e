package org.reelbench.render.internal;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.EffectReach;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.SoundProcessor;
import org.reelbench.render.AudioRenderer;

/**
 * A sound with an effect on it. Numbered by the samples of the sequence.
 * <p>
 * An effect that remembers is begun anew at each block of a grid that is anchored in the clip's content, after as many samples as
 * it looks behind: its samples are the same however they were reached. One that remembers everything has a single block, from
 * where the sound begins. Before that it hears silence.
 */
final class EffectSound implements Sound {

    private static final int CHUNK_SAMPLES = 1024;
    /** Animated values are taken at every so many samples. */
    static final int STEP_SAMPLES = 64;

    private final String effect;
    private final Sound sound;
    private final SoundProcessor processor;
    private final Automation automation;
    private final long anchor;
    private final long runStart;
    private final EffectReach reach;
    private final int sampleRateHz;
    private final long ahead;
    private final long blockSamples;
    private final @Nullable Recall recall;
    private final float[][] chunk = new float[AudioRenderer.CHANNELS][CHUNK_SAMPLES];

    private boolean running;
    private long blockEnd;
    /** The sample that is fed next, and the one that comes out next. */
    private long nextIn;
    private long nextOut;

    /**
     * Takes over a sound and a processor.
     *
     * @param effect the effect's id
     * @param sound the sound
     * @param processor the effect's code, prepared
     * @param automation its animated values
     * @param anchor the sample of the sequence at which the clip's content begins
     * @param runStart the sample at which the sound is first heard
     * @param sampleRateHz the rate
     */
    EffectSound(String effect, Sound sound, SoundProcessor processor, Automation automation, long anchor, long runStart,
            int sampleRateHz) {
        this.effect = effect;
        this.sound = sound;
        this.processor = processor;
        this.automation = automation;
        this.anchor = anchor;
        this.runStart = runStart;
        this.sampleRateHz = sampleRateHz;
        reach = processor.reach();
        ahead = reach.ahead();
        long behind = reach.behind();
        boolean blocks = behind > 0 && behind != EffectReach.UNBOUNDED;
        blockSamples = blocks ? blockSamples(behind, sampleRateHz) : Long.MAX_VALUE;
        recall = blocks ? new Recall(Math.toIntExact(behind + ahead + CHUNK_SAMPLES)) : null;
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        long end = firstSample + count;
        long at = firstSample;
        if (at < runStart) {
            int silent = (int) (Math.min(runStart, end) - at);
            for (float[] channel : channels) {
                Arrays.fill(channel, offset, offset + silent, 0);
            }
            at += silent;
        }
        while (at < end) {
            boolean goesOn = running && at == nextOut && at < blockEnd;
            // Until this has gone well, what comes next is not known.
            running = false;
            if (!goesOn) {
                begin(at);
            }
            do {
                at += advance(at, Math.min(end, blockEnd), channels, offset + (int) (at - firstSample), cancellation);
            } while (at < Math.min(end, blockEnd));
            running = true;
        }
    }

    /** The sample from which on an effect has to be fed for a sample to come out. */
    static long firstFed(EffectReach reach, long sample, long anchor, long runStart, int sampleRateHz) {
        if (reach.behind() == 0) {
            return sample;
        }
        if (reach.behind() == EffectReach.UNBOUNDED) {
            return runStart;
        }
        long block = blockSamples(reach.behind(), sampleRateHz);
        return Math.max(runStart, Math.floorDiv(sample - anchor, block) * block + anchor - reach.behind());
    }

    private static long blockSamples(long behind, int sampleRateHz) {
        return Math.max(sampleRateHz, 2 * behind);
    }

    private void begin(long sample) {
        long start = firstFed(reach, sample, anchor, runStart, sampleRateHz);
        blockEnd = reach.behind() == 0 || reach.behind() == EffectReach.UNBOUNDED
                ? Long.MAX_VALUE
                : (Math.floorDiv(sample - anchor, blockSamples) + 1) * blockSamples + anchor;
        processor.reset(start - anchor);
        automation.begin(processor, start - inStep(start));
        nextIn = start;
        nextOut = start - ahead;
    }

    private int inStep(long sample) {
        return (int) Math.floorMod(sample - anchor, (long) STEP_SAMPLES);
    }

    /** Feeds some samples; returns how many of the wanted ones came out. */
    private int advance(long wanted, long wantedEnd, float[][] channels, int offset, Cancellation cancellation)
            throws MediaException {
        cancellation.check();
        int length = (int) Math.min(CHUNK_SAMPLES, wantedEnd + ahead - nextIn);
        if (!automation.isSteady()) {
            int inStep = inStep(nextIn);
            length = Math.min(length, STEP_SAMPLES - inStep);
            automation.go(processor, nextIn - inStep);
        }
        feed(length, cancellation);
        process(length);
        nextIn += length;
        long out = nextOut;
        nextOut += length;
        int from = (int) Math.max(0, wanted - out);
        if (from >= length) {
            return 0;
        }
        for (int c = 0; c < channels.length; c++) {
            System.arraycopy(chunk[c], from, channels[c], offset, length - from);
        }
        return length - from;
    }

    private void feed(int length, Cancellation cancellation) throws MediaException {
        int done = 0;
        Recall known = recall;
        if (known != null) {
            done = known.take(nextIn, chunk, 0, length);
        }
        if (done < length) {
            sound.read(nextIn + done, chunk, done, length - done, cancellation);
            if (known != null) {
                known.put(nextIn + done, chunk, done, length - done);
            }
        }
    }

    private void process(int length) throws MediaException {
        try {
            processor.process(chunk, 0, length);
        } catch (MediaException e) {
            throw failed(e, e.explanation());
        } catch (RuntimeException | LinkageError e) {
            // Code of a third party: whatever it throws, the message says whose it was.
            throw failed(e, e.toString());
        }
    }

    private MediaException failed(Throwable cause, String why) {
        return new MediaException(Reason.EFFECT, "",
                "the effect '" + effect + "' failed: " + why + "; choose other values or remove it from the clip", cause);
    }

    @Override
    public void close() {
        try {
            processor.close();
        } finally {
            sound.close();
        }
    }
}
