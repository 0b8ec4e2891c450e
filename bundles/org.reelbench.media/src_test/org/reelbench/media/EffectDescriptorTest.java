package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    void everyKindTakesItsOwnValuesAndRefusesOthers() {
        List<EffectParameter> point = EffectParameter.point("centre", "Centre", 0.5, 0.25);
        EffectDescriptor effect = new EffectDescriptor("org.example.all", "1", "All",
                List.of(EffectParameter.wholeNumber("times", "Times", 3, 1, 9),
                        EffectParameter.color("paint", "Paint", "#ffffff"),
                        EffectParameter.text("words", "Words", "", 5), EffectParameter.file("table", "Table"), point.get(0),
                        point.get(1)));
        assertEquals(Map.of("times", 3.0, "paint", "#ffffff", "words", "", "table", "", "centreX", 0.5, "centreY", 0.25),
                effect.check(Map.of()));
        assertEquals(4.0, effect.check(Map.of("times", 4L)).get("times"));
        assertEquals("#20A0ff", effect.check(Map.of("paint", "#20A0ff")).get("paint"));
        assertEquals("a\nb;c", effect.check(Map.of("words", "a\nb;c")).get("words"));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("times", 2.5), Map.of("times", 10),
                Map.of("paint", "red"), Map.of("paint", 1.0), Map.of("words", "sixsix"), Map.of("words", "a\0"),
                Map.of("table", true), Map.of("centreX", 2.5), Map.of("centreY", "0.5"))) {
            String message = assertThrows(IllegalArgumentException.class, () -> effect.check(wrong)).getMessage();
            assertTrue(message.contains("'" + wrong.keySet().iterator().next() + "'"), message);
        }
    }

    @Test
    void numbersAndPointsAreAnimatableAndCurvesThatOvershootAreBroughtBack() {
        assertTrue(EffectParameter.point("p", "P", 0, 0).stream().allMatch(EffectParameter::isAnimatable));
        assertFalse(EffectParameter.flag("f", "F", true).isAnimatable());
        assertFalse(EffectParameter.color("c", "C", "#000000").isAnimatable());
        assertEquals(9, EffectParameter.wholeNumber("n", "N", 3, 1, 9).nearest(12.2));
        assertEquals(4, EffectParameter.wholeNumber("n", "N", 3, 1, 9).nearest(3.7));
        assertEquals(3.7, EffectParameter.number("n", "N", 3, 1, 9).nearest(3.7));
    }

    @Test
    void reachesInARowAddUp() {
        EffectReach both = new EffectReach(2, 1).plus(new EffectReach(3, 4));
        assertEquals(new EffectReach(5, 5), both);
        assertEquals(EffectReach.UNBOUNDED, both.plus(new EffectReach(EffectReach.UNBOUNDED, 0)).behind());
        assertEquals(EffectReach.UNBOUNDED,
                new EffectReach(EffectReach.UNBOUNDED - 1, 0).plus(new EffectReach(EffectReach.UNBOUNDED - 1, 0)).behind());
        assertFalse(EffectReach.NONE.isBeyondItself());
        assertThrows(IllegalArgumentException.class, () -> new EffectReach(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new EffectReach(0, EffectReach.UNBOUNDED));
    }

    @Test
    void whatLooksFarBehindIsFed() {
        EffectReach near = new EffectReach(EffectReach.MOST_FRAMES, 2);
        assertFalse(near.isFed());
        assertEquals(near, near.around());
        for (long behind : new long[] { EffectReach.MOST_FRAMES + 1, EffectReach.UNBOUNDED }) {
            EffectReach far = new EffectReach(behind, 2);
            assertTrue(far.isFed());
            assertEquals(new EffectReach(0, 2), far.around());
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
