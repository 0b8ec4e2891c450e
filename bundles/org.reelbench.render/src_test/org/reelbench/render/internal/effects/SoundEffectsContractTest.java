package org.reelbench.render.internal.effects;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.render.Tier;
import org.reelbench.testcard.SoundEffectContract;

/** The built-in effects on sound keep to what effects must keep to. */
class SoundEffectsContractTest {

    @TestFactory
    Stream<DynamicTest> piecesEqualTheStraightRender() {
        return BuiltInSound.PROVIDERS.stream().map(provider -> DynamicTest.dynamicTest(provider.descriptor().id(), () -> {
            SoundEffectContract contract = new SoundEffectContract(provider);
            contract.checkDescription();
            contract.check(Tier.seed(), Tier.count(4, 300));
        }));
    }
}
