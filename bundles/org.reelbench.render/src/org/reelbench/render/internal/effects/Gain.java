package org.reelbench.render.internal.effects;

import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;
import org.reelbench.media.SoundProcessor;

/** Makes sound louder or softer before the effects that follow; what is animated goes evenly from value to value. */
@Component(service = EffectProvider.class)
public final class Gain implements EffectProvider {

    private static final String GAIN_DB = "gainDb";
    private static final double LEAST_DB = -90;
    private static final double GREATEST_DB = 48;
    private static final EffectDescriptor DESCRIPTOR = Described.sound("gain", "Gain", Processor::new,
            EffectParameter.number(GAIN_DB, "Gain in dB", 0, LEAST_DB, GREATEST_DB));

    @Override
    public EffectDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public SoundProcessor create(SortedMap<String, Object> parameters) {
        return new Processor(parameters);
    }

    private static final class Processor implements SoundProcessor {

        /** About as long as animated values stand still. */
        private static final int SLIDE_SAMPLES = 64;

        private double wanted;
        private double factor;
        private double step;
        private int sliding;
        private boolean fresh = true;

        Processor(SortedMap<String, Object> values) {
            wanted = Decibels.factor(Described.number(values, GAIN_DB));
            factor = wanted;
        }

        @Override
        public EffectReach reach() {
            return new EffectReach(2 * SLIDE_SAMPLES, 0);
        }

        @Override
        public void reset(long firstSample) {
            factor = wanted;
            sliding = 0;
            fresh = true;
        }

        @Override
        public void set(String parameter, double value) {
            wanted = Decibels.factor(value);
            if (fresh) {
                factor = wanted;
            } else {
                step = (wanted - factor) / SLIDE_SAMPLES;
                sliding = SLIDE_SAMPLES;
            }
        }

        @Override
        public void process(float[][] channels, int offset, int count) {
            fresh = false;
            for (int i = offset; i < offset + count; i++) {
                if (sliding > 0) {
                    sliding--;
                    factor = sliding == 0 ? wanted : factor + step;
                }
                for (float[] channel : channels) {
                    channel[i] = (float) (channel[i] * factor);
                }
            }
        }
    }
}
