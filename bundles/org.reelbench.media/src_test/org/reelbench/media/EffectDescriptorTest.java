package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class EffectDescriptorTest {

    private static final EffectDescriptor EFFECT = new EffectDescriptor("x", "1", "X", List.of(
            EffectParameter.number("radius", "Radius", 2, 0, 10), EffectParameter.flag("round", "Round", true),
            EffectParameter.choice("edge", "Edge", List.of("hard", "soft"))));

    @Test
    void missingValuesTakeTheirDefaults() {
        assertEquals(Map.of("radius", 2.0, "round", true, "edge", "hard"), EFFECT.check(Map.of()));
    }

    @Test
    void wholeNumbersBecomeDoubles() {
        assertEquals(7.0, EFFECT.check(Map.of("radius", 7L)).get("radius"));
    }

    @Test
    void wrongValuesAreRefusedByName() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("radius", 10.5), Map.of("radius", "2"),
                Map.of("radius", Double.NaN),
                Map.of("round", 1L), Map.of("edge", "none"), Map.of("unknown", 1.0))) {
            String message = assertThrows(IllegalArgumentException.class, () -> EFFECT.check(wrong)).getMessage();
            assertTrue(message.contains("'" + wrong.keySet().iterator().next() + "'"), message);
        }
    }

    @Test
    void filterTextIsOneChain() {
        assertEquals("hflip,negate", new FilterText("hflip,negate").chain());
        for (String text : List.of("", " ", "split[a][b];[a][b]overlay", "hflip;vflip", "[in]hflip")) {
            assertThrows(IllegalArgumentException.class, () -> new FilterText(text));
        }
    }
}
