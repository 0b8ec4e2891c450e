package org.reelbench.media.ffmpeg.internal.effects;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.ffmpeg.internal.compose.FfmpegComposers;
import org.reelbench.testcard.EffectContract;

/** The built-in effects keep to what effects must keep to. */
class BuiltInEffectsContractTest {

    private static final int CASES = "deep".equals(System.getProperty("reelbench.tier")) ? 300 : 12;

    private final FfmpegComposers composers = BuiltIn.composers();

    @TestFactory
    Stream<DynamicTest> piecesEqualTheStraightRender() {
        return composers.effects().stream().map(effect -> DynamicTest.dynamicTest(effect.id(), () -> {
            EffectContract contract = contract(effect);
            contract.checkDescription();
            contract.check(1, CASES);
        }));
    }

    private EffectContract contract(EffectDescriptor effect) {
        return new EffectContract(composers, effect);
    }
}
