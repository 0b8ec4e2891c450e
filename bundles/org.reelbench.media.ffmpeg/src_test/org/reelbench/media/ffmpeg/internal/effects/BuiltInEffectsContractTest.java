package org.reelbench.media.ffmpeg.internal.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.ffmpeg.internal.compose.FfmpegComposers;
import org.reelbench.testcard.EffectContract;

/** The built-in effects keep to what effects must keep to. */
class BuiltInEffectsContractTest {

    private static final int CASES = "deep".equals(System.getProperty("reelbench.tier")) ? 100 : 8;

    /** The straight run and three pieces, each with a composer of its own. */
    private static final int RUNS = 4;

    /** Sharpening has no options that change while it runs, and a blur that goes to nothing is no filter there. */
    private static final Set<String> BUILT_ANEW = Set.of("org.reelbench.sharpen", "org.reelbench.blur");

    private final FfmpegComposers composers = BuiltIn.composers();

    @TestFactory
    Stream<DynamicTest> piecesEqualTheStraightRender(@TempDir Path folder) throws IOException {
        Path table = CubeFiles.swapped(folder.resolve("swapped.cube"));
        return composers.effects().stream().map(effect -> DynamicTest.dynamicTest(effect.id(), () -> {
            EffectContract contract = contract(effect, table);
            contract.checkDescription();
            contract.check(1, CASES);
            if (!BUILT_ANEW.contains(effect.id())) {
                assertEquals(RUNS * CASES, contract.opened(), "curves build no graph anew");
            }
        }));
    }

    private EffectContract contract(EffectDescriptor effect, Path table) {
        EffectContract contract = new EffectContract(composers, effect);
        for (String channel : List.of("master", "red", "green", "blue")) {
            contract.sampling(channel, List.of("0/0 1/1", "0/0.1 0.5/0.7 1/1", "0/1 1/0"));
        }
        return contract.sampling("file", List.of("", table.toString()));
    }
}
