package org.reelbench.render.internal.effects;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.media.EffectProvider;
import org.reelbench.render.Tier;
import org.reelbench.testcard.SoundEffectContract;

/** The built-in effects on sound keep to what effects must keep to. */
class SoundEffectsContractTest {

    /** All of them. */
    static final List<EffectProvider> PROVIDERS = List.of(new Compressor(), new Equalizer(), new Gain(), new Limiter(),
            new NoiseReduction(), new Reverb());

    @TestFactory
    Stream<DynamicTest> piecesEqualTheStraightRender() {
        return PROVIDERS.stream().map(provider -> DynamicTest.dynamicTest(provider.descriptor().id(), () -> {
            SoundEffectContract contract = new SoundEffectContract(provider);
            contract.checkDescription();
            contract.check(Tier.seed(), Tier.count(6, 300));
        }));
    }
}
