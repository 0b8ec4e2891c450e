package org.reelbench.render.internal.effects;

import java.util.List;

import org.reelbench.media.EffectProvider;

/** The built-in effects on sound, without a framework. */
public final class BuiltInSound {

    /** All of them. */
    public static final List<EffectProvider> PROVIDERS = List.of(new Compressor(), new Equalizer(), new Gain(), new Limiter(),
            new NoiseReduction(), new Reverb());

    private BuiltInSound() {
    }
}
