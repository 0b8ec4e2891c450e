package org.reelbench.render.internal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectUse;
import org.reelbench.media.SoundProcessor;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Keyframe;

/** The animated parameters of an effect on sound: their values at samples of the sequence. */
final class Automation {

    private final EffectParameter[] parameters;
    private final Curve[] curves;
    private final double[] last;
    private final FramesOfSamples frames;

    /**
     * Takes the curves whose parameters the effect has and can animate.
     *
     * @param effect the effect, with curves over frames of the sequence
     * @param descriptor what it is
     * @param rate the sequence's frame rate
     * @param sampleRateHz the rate of the mix
     */
    Automation(AppliedEffect effect, EffectDescriptor descriptor, FrameRate rate, int sampleRateHz) {
        parameters = descriptor.parameters().stream()
                .filter(each -> each.isAnimatable() && effect.curves().containsKey(each.name())).toArray(EffectParameter[]::new);
        curves = new Curve[parameters.length];
        for (int i = 0; i < curves.length; i++) {
            curves[i] = effect.curves().get(parameters[i].name());
        }
        last = new double[curves.length];
        frames = FramesOfSamples.of(rate, sampleRateHz);
    }

    /** The values an effect is made of: where a curve stands in for one, the greatest of the curve. */
    static EffectUse use(AppliedEffect effect, EffectDescriptor descriptor) {
        SortedMap<String, Object> values = new TreeMap<>(effect.parameters());
        for (Map.Entry<String, Curve> animated : effect.curves().entrySet()) {
            double greatest = animated.getValue().keyframes().stream().mapToDouble(Keyframe::value).max().orElseThrow();
            values.put(animated.getKey(),
                    descriptor.parameter(animated.getKey()).map(each -> each.nearest(greatest)).orElse(greatest));
        }
        return new EffectUse(effect.effect(), values);
    }

    boolean isSteady() {
        return curves.length == 0;
    }

    /** Gives a processor all values at a sample. */
    void begin(SoundProcessor processor, long sample) {
        for (int i = 0; i < curves.length; i++) {
            last[i] = valueAt(i, sample);
            processor.set(parameters[i].name(), last[i]);
        }
    }

    /** Gives a processor the values that are others than before. */
    void go(SoundProcessor processor, long sample) {
        for (int i = 0; i < curves.length; i++) {
            double value = valueAt(i, sample);
            if (value != last[i]) {
                last[i] = value;
                processor.set(parameters[i].name(), value);
            }
        }
    }

    private double valueAt(int index, long sample) {
        return parameters[index].nearest(curves[index].valueAt(frames.frameAt(sample)));
    }
}
