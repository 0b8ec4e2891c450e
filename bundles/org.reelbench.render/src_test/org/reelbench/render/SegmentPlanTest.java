package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.PixelFormat;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

class SegmentPlanTest {

    private final FakeCatalog catalog = Sequences.catalog();
    private final List<EffectDescriptor> installed = new ArrayList<>();
    private final Recipes recipes = new Recipes("natives 1",
            id -> installed.stream().filter(effect -> effect.id().equals(id)).findFirst());

    @Test
    void aMediumThatIsMissingIsNamedAndItsReturnMakesAnotherRecipe() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: late:30");
        SegmentPlan plan = new SegmentPlan(recipes, sequence, catalog);
        String missing = text(plan);
        assertTrue(missing.contains("missing \"late\""), missing);
        catalog.with("late", 1920, 1080, PixelFormat.YUV420P);
        assertEquals(missing, text(plan.after(sequence.withName("renamed"), catalog)), "it is not looked for at each edit");
        assertNotEquals(missing, text(new SegmentPlan(recipes, sequence, catalog)));
    }

    @Test
    void anEffectThatIsNotInstalledIsNamedAndItsReturnMakesAnotherRecipe() throws EditRefused {
        Sequence sequence = Edits.setEffects(Sequences.sequence(Sequences.FPS_25, "v1: full:30"), new Id("v1.0"),
                List.of(new AppliedEffect("org.example.glow", new TreeMap<>())));
        SegmentPlan plan = new SegmentPlan(recipes, sequence, catalog);
        String missing = text(plan);
        assertTrue(missing.contains("\"org.example.glow\" not installed"), missing);
        installed.add(new EffectDescriptor("org.example.glow", "1", "Glow", List.of()));
        String glowing = text(plan.after(sequence.withName("renamed"), catalog));
        assertNotEquals(missing, glowing);
        installed.clear();
        assertEquals(missing, text(plan));
        assertEquals(Optional.empty(), recipes.effect("org.example.glow"));
    }

    @Test
    void aSpanWithoutEndIsCutWhereTheSequenceEnds() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: full:30", "v2: _:60 full:5%0");
        List<Segment> segments = new SegmentPlan(recipes, sequence, catalog).segments(0, Long.MAX_VALUE);
        assertEquals(List.of(30L, 65L), segments.stream().map(Segment::endFrame).toList());
        SegmentPlan plan = new SegmentPlan(recipes, sequence, catalog);
        assertThrows(IndexOutOfBoundsException.class, () -> plan.segmentAt(65));
        assertThrows(IndexOutOfBoundsException.class, () -> plan.segmentAt(-1));
    }

    @Test
    void segmentsAskedForOneByOneAreThoseOfTheWhole() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_29_97, "v1: full:400@77*3/2 _:7 !pic:200", "v2: _:90 narrow:222@5");
        List<Segment> all = new SegmentPlan(recipes, sequence, catalog).segments(0, Long.MAX_VALUE);
        for (long frame = sequence.durationFrames() - 1; frame >= 0; frame -= 13) {
            Segment alone = new SegmentPlan(recipes, sequence, catalog).segmentAt(frame);
            assertTrue(all.contains(alone), () -> alone + " is none of " + all);
        }
    }

    private static String text(SegmentPlan plan) {
        return plan.recipeOf(plan.segmentAt(0), Cuts.RUNG).text();
    }
}
