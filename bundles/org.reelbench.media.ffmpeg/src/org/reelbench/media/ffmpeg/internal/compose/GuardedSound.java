package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.reelbench.media.EffectReach;
import org.reelbench.media.MediaException;
import org.reelbench.media.SoundProcessor;

/**
 * A plug-in's code for sound, called through the guard. Each call works with a copy of the samples: one that never returns writes to
 * nobody else's. What is set between two calls is told at the next, since each call costs. One thread at a time.
 */
final class GuardedSound implements SoundProcessor {

    private final SoundProcessor processor;
    private final GuardedEffect effect;
    private List<Runnable> told = new ArrayList<>();

    GuardedSound(SoundProcessor processor, GuardedEffect effect) {
        this.processor = processor;
        this.effect = effect;
    }

    @Override
    public void prepare(int sampleRateHz, int channels) throws MediaException {
        effect.call("prepare", () -> {
            processor.prepare(sampleRateHz, channels);
            return Boolean.TRUE;
        });
    }

    @Override
    public EffectReach reach() {
        return effect.quietly("reach", processor::reach);
    }

    @Override
    public void reset(long firstSample) {
        told.add(() -> processor.reset(firstSample));
    }

    @Override
    public void set(String parameter, double value) {
        told.add(() -> processor.set(parameter, value));
    }

    @Override
    public void process(float[][] channels, int offset, int count) throws MediaException {
        float[][] own = Arrays.stream(channels).map(channel -> Arrays.copyOfRange(channel, offset, offset + count))
                .toArray(float[][]::new);
        List<Runnable> first = told;
        told = new ArrayList<>();
        effect.call("process", () -> {
            first.forEach(Runnable::run);
            processor.process(own, 0, count);
            return Boolean.TRUE;
        });
        for (int channel = 0; channel < channels.length; channel++) {
            System.arraycopy(own[channel], 0, channels[channel], offset, count);
        }
    }

    @Override
    public void close() {
        effect.close(processor::close);
    }
}
