package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectReach;
import org.reelbench.media.PixelFormat;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.render.internal.SnapshotCatalog;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
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
    void whatIsEncodedWhileAMediumIsMissingIsNeverTakenForItInAnotherPlan() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: late:30");
        assertNotEquals(text(new SegmentPlan(recipes, sequence, catalog)), text(new SegmentPlan(recipes, sequence, catalog)));
    }

    @Test
    void aMissingMediumIsLookedForAgainOnceTheProjectRefersToOtherMedia() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: late:30");
        SegmentPlan plan = new SegmentPlan(recipes, sequence, new SnapshotCatalog(catalog, List.of(sequence)));
        String missing = text(plan);
        catalog.with("late", 1920, 1080, PixelFormat.YUV420P);
        assertEquals(missing, text(plan.after(sequence, new SnapshotCatalog(catalog, List.of()))), "only sequences were edited");
        MediaCatalog relinked = catalog::medium;
        String found = text(plan.after(sequence, new SnapshotCatalog(relinked, List.of(sequence))));
        assertEquals(text(new SegmentPlan(recipes, sequence, catalog)), found);
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
    void whatAnEffectRemembersIsInTheRecipe() throws EditRefused {
        EffectReach all = new EffectReach(EffectReach.UNBOUNDED, 0);
        EffectDescriptor endless = new EffectDescriptor("org.example.glow", "1", "Glow", List.of(), all);
        AppliedEffect glow = new AppliedEffect("org.example.glow", new TreeMap<>());
        Sequence sequence = Edits.setEffects(Sequences.sequence(Sequences.FPS_25, "v1: _:50 full:200@50"), new Id("v1.1"),
                List.of(glow));
        Sequence trimmed = Edits.trimStart(sequence, new Id("v1.1"), 25);
        SegmentPlan early = new SegmentPlan(recipes, sequence, catalog);
        assertEquals(lastText(early), lastText(new SegmentPlan(recipes, trimmed, catalog)), "nobody brings the effect");
        String without = lastText(early);
        installed.add(endless);
        String remembered = lastText(early);
        assertNotEquals(without, remembered);
        assertTrue(remembered.contains("\n since -150\n"), remembered);
        assertTrue(lastText(new SegmentPlan(recipes, trimmed, catalog)).contains("\n since -125\n"));
        assertEquals(lastText(new SegmentPlan(recipes, trimmed, catalog)), lastText(early.after(trimmed, catalog)));
        Sequence moved = Edits.move(sequence, new Id("v1.1"), new Id("v1"), 1000);
        assertEquals(remembered, lastText(early.after(moved, catalog)), "a move changes nothing");
        Sequence cut = Edits.split(sequence, new Id("v1"), 120, new Id("right"));
        assertEquals(remembered, lastText(early.after(cut, catalog)), "nor does a razor cut");
        Sequence rest = Edits.delete(cut, new Id("v1.1"), false);
        assertTrue(lastText(early.after(cut, catalog).after(rest, catalog)).contains("\n since -80\n"));
        installed.clear();
        assertEquals(without, lastText(early));
    }

    @Test
    void curvesOfEffectsThatAreFedAreToldFromTheirBeginning() throws EditRefused {
        installed.add(new EffectDescriptor("org.example.glow", "1", "Glow",
                List.of(EffectParameter.number("size", "Size", 0, 0, 9)), new EffectReach(EffectReach.MOST_FRAMES + 1, 0)));
        Set<String> texts = new HashSet<>();
        for (double early : new double[] { 1, 2 }) {
            for (double late : new double[] { 3, 4 }) {
                Curve curve = new Curve(
                        List.of(new Keyframe(0, early, Interpolation.HOLD), new Keyframe(5, 3, Interpolation.HOLD),
                                new Keyframe(205, 3, Interpolation.HOLD), new Keyframe(300, late, Interpolation.HOLD)));
                AppliedEffect glow = new AppliedEffect("org.example.glow", new TreeMap<>())
                        .withCurves(new TreeMap<>(Map.of("size", curve)));
                Sequence sequence = Edits.setEffects(Sequences.sequence(Sequences.FPS_25, "v1: full:200@50"), new Id("v1.0"),
                        List.of(glow));
                texts.add(lastText(new SegmentPlan(recipes, sequence, catalog)));
            }
        }
        assertEquals(2, texts.size(), "what comes later does not count");
    }

    private static String lastText(SegmentPlan plan) {
        return plan.recipeOf(plan.segments(0, Long.MAX_VALUE).getLast(), Cuts.RUNG).text();
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
