package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.reelbench.media.EffectReach;
import org.reelbench.render.RandomEdits.Made;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.timeline.Sequence;

class SegmentPlanProperties {

    /** Effects that look at each frame alone, at those around it, and at everything since the clip began. */
    private static final List<EffectReach> REACHES = List.of(EffectReach.NONE, new EffectReach(2, 1),
            new EffectReach(EffectReach.UNBOUNDED, 0));

    @Test
    void aPlanThatWentFromEditToEditIsThatOfTheLastSnapshot() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        RandomSequences sequences = new RandomSequences(random);
        FakeCatalog catalog = Sequences.catalog();
        long takenOver = 0;
        for (int i = 0; i < Tier.count(150, 10_000); i++) {
            Sequence sequence = sequences.next();
            List<Sequence> history = new ArrayList<>(List.of(sequence));
            RandomEdits edits = new RandomEdits(random, 6);
            EffectReach reach = REACHES.get(i % REACHES.size());
            SegmentPlan plan = new SegmentPlan(Cuts.recipes("natives 1", "1", reach), sequence, catalog);
            StringBuilder story = new StringBuilder("seed " + seed + ", sequence " + i + ": " + sequence);
            for (int j = 0; j < 12 && sequence.durationFrames() > 0; j++) {
                askSome(plan, sequence, random);
                Made made = random.nextInt(5) == 0
                        ? new Made("back", RandomEdits.Reach.TRACKS, 0, history.get(random.nextInt(history.size())))
                        : edits.make(sequence, random.nextInt(RandomEdits.kinds()));
                sequence = made.result();
                history.add(sequence);
                story.append('\n').append(made.name()).append(" at ").append(made.frame()).append(": ").append(sequence);
                plan = plan.after(sequence, catalog);
                takenOver += plan.planner().known().size();
                compare(plan, sequence, catalog, reach, story);
            }
        }
        assertTrue(takenOver > 1000, "hardly a span was taken over: the test proves little");
    }

    private static void askSome(SegmentPlan plan, Sequence sequence, Random random) {
        for (int k = random.nextInt(6); k > 0; k--) {
            plan.recipeOf(plan.segmentAt(random.nextLong(sequence.durationFrames())), Cuts.RUNG);
        }
    }

    private static void compare(SegmentPlan plan, Sequence sequence, FakeCatalog catalog, EffectReach reach,
            StringBuilder story) {
        SegmentPlan fresh = new SegmentPlan(Cuts.recipes("natives 1", "1", reach), sequence, catalog);
        List<Segment> expected = fresh.segments(0, Long.MAX_VALUE);
        List<Segment> segments = plan.segments(0, Long.MAX_VALUE);
        for (int k = 0; k < expected.size(); k++) {
            Segment segment = segments.get(k);
            assertEquals(expected.get(k).startFrame(), segment.startFrame(), () -> "a segment's start after " + story);
            assertEquals(expected.get(k).endFrame(), segment.endFrame(), () -> "a segment's end after " + story);
            assertEquals(fresh.recipeOf(expected.get(k), Cuts.RUNG).text(), plan.recipeOf(segment, Cuts.RUNG).text(),
                    () -> "the recipe of " + segment + " after " + story);
        }
        assertEquals(expected.size(), segments.size());
    }
}
