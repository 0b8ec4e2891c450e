package org.reelbench.media.ffmpeg.internal.effects;

import org.junit.jupiter.api.Nested;
import org.reelbench.media.EffectProvider;

/** The built-in effects keep to what effects must keep to. */
class BuiltInEffectsContractTest {

    @Nested
    class OfBlur extends EffectContract {
        @Override
        EffectProvider provider() {
            return new Blur();
        }
    }

    @Nested
    class OfColorCorrection extends EffectContract {
        @Override
        EffectProvider provider() {
            return new ColorCorrection();
        }
    }

    @Nested
    class OfMirror extends EffectContract {
        @Override
        EffectProvider provider() {
            return new Mirror();
        }
    }

    @Nested
    class OfGrey extends EffectContract {
        @Override
        EffectProvider provider() {
            return new Grey();
        }
    }

    @Nested
    class OfVignette extends EffectContract {
        @Override
        EffectProvider provider() {
            return new Vignette();
        }
    }
}
