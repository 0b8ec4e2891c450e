package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.render.RandomEdits.Made;
import org.reelbench.render.RandomEdits.Reach;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.RangeEdits;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackEdits;
import org.reelbench.timeline.TrackItems;

/** What edits of a sequence of 10,000 clips cost, counted. */
class EditCostTest {

    /** As many recipes as an edit may need anew. */
    private static final long MOST_COMPILED = 20;
    /** A minute around the edit is looked at after it. */
    private static final long BEFORE_FRAMES = 500;
    private static final long AFTER_FRAMES = 1000;

    private final FakeCatalog catalog = Sequences.catalog();
    private final Recipes recipes = Cuts.recipes("natives 1", "1");

    @Test
    void anEditAmongTenThousandClipsCompilesHardlyARecipe() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        Sequence sequence = tenThousandClips(random);
        RandomEdits edits = new RandomEdits(random, 100);
        SegmentPlan plan = new SegmentPlan(recipes, sequence, catalog);
        long most = 0;
        long mostItems = 0;
        int count = Tier.count(4, 100) * RandomEdits.kinds();
        for (int i = 0; i < count; i++) {
            Made made = edits.make(sequence, i % RandomEdits.kinds());
            long from = Math.max(0, made.frame() - BEFORE_FRAMES);
            long to = made.frame() + AFTER_FRAMES;
            ids(plan, from, to);
            long before = recipes.compiled();
            sequence = made.result();
            plan = plan.after(sequence, catalog);
            ids(plan, from, to);
            long compiled = recipes.compiled() - before;
            String edit = "seed " + seed + ", edit " + i + ", " + made.name() + " at " + made.frame();
            // What hides or shows a whole track changes all that lies on it.
            assertTrue(compiled <= MOST_COMPILED || made.reach() == Reach.TRACKS, () -> edit + " compiled " + compiled);
            most = Math.max(most, made.reach() == Reach.TRACKS ? 0 : compiled);
            mostItems = Math.max(mostItems, plan.planner().itemsAsked());
        }
        System.out.printf("%d edits of 10,000 clips: at most %d recipes compiled, %d items looked at%n", count, most, mostItems);
        assertTrue(most > 0);
    }

    @Test
    void whatOnlyMovesOrIsRenamedOrUndoneCompilesNothing() throws EditRefused {
        // Clips of one track: below another one, a ripple would bring other parts of them together.
        Sequence sequence = Sequences.sequence(Sequences.FPS_29_97, "v1: " + "full:40@7 other:95@31 narrow:70@900 ".repeat(40),
                "a1: full:900");
        SegmentPlan plan = new SegmentPlan(recipes, sequence, catalog);
        Set<String> ids = ids(plan, 0, Long.MAX_VALUE);
        assertTrue(ids.size() > 5);
        Id track = new Id("v1");
        Id clip = new Id("v1.40");
        long before = recipes.compiled();
        List<Sequence> edited = List.of(
                Edits.split(sequence, track, 1717, new Id("right")),
                Edits.delete(sequence, clip, true),
                RangeEdits.insert(sequence, track, 0, ((Clip) sequence.track(track).items().get(2)).withId(new Id("copy")),
                        new Id("right")),
                Edits.move(sequence, clip, track, 8200),
                TrackEdits.rename(sequence, track, "renamed"),
                Edits.setMuted(sequence, new Id("a1"), true),
                Edits.setGain(sequence, clip, -6),
                TrackEdits.reorder(sequence, new Id("a1"), 0),
                sequence.withName("renamed"),
                sequence);
        for (int i = 0; i < edited.size(); i++) {
            plan = plan.after(edited.get(i), catalog);
            ids(plan, 0, Long.MAX_VALUE);
            assertEquals(before, recipes.compiled(), "compiled after edit " + i);
        }
    }

    @Test
    void everyEditOfTheWholeCompilesWhatIsSeenForTheFirstTimeAndNothingElse() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        Sequence sequence = clips(random, 10);
        RandomEdits edits = new RandomEdits(random, 100);
        SegmentPlan plan = new SegmentPlan(recipes, sequence, catalog);
        Set<String> seen = ids(plan, 0, Long.MAX_VALUE);
        for (int i = 0; i < Tier.count(2, 40) * RandomEdits.kinds(); i++) {
            Made made = edits.make(sequence, i % RandomEdits.kinds());
            long before = recipes.compiled();
            sequence = made.result();
            plan = plan.after(sequence, catalog);
            int known = seen.size();
            seen.addAll(ids(plan, 0, Long.MAX_VALUE));
            String edit = "seed " + seed + ", edit " + i + ", " + made.name() + " at " + made.frame();
            assertEquals(seen.size() - known, recipes.compiled() - before, edit);
        }
    }

    /** The recipes of all that is seen; black is not worth one. */
    private static Set<String> ids(SegmentPlan plan, long fromFrame, long toFrame) {
        Set<String> ids = new HashSet<>();
        for (Segment segment : plan.segments(fromFrame, toFrame)) {
            if (!segment.span().layers().isEmpty()) {
                ids.add(plan.recipeOf(segment, Cuts.RUNG).id());
            }
        }
        return ids;
    }

    private static Sequence tenThousandClips(Random random) {
        Sequence sequence = clips(random, 1000);
        long clips = sequence.tracks().stream().map(Track::items).mapToLong(TrackItems::size).sum();
        assertTrue(clips >= 10_000);
        return sequence;
    }

    /** Ten times as many clips: a film, pictures over parts of it, half transparent ones over those, and sound. */
    private static Sequence clips(Random random, int tenth) {
        StringBuilder film = new StringBuilder("v1:");
        StringBuilder over = new StringBuilder("v2:");
        StringBuilder above = new StringBuilder("v3:");
        StringBuilder sound = new StringBuilder("a1:");
        for (int i = 0; i < 10 * tenth; i++) {
            switch (i % 10) {
            case 0 -> over.append(" _:").append(300 + random.nextInt(600)).append(clip(" other", random));
            case 1 -> sound.append(clip(" full", random));
            case 2 -> {
                if (i % 20 == 2) {
                    above.append(" _:").append(500 + random.nextInt(1000)).append(clip(" alpha", random)).append("%0.5");
                } else {
                    film.append(clip(" narrow", random));
                }
            }
            default -> film.append(clip(random.nextBoolean() ? " full" : " other", random));
            }
        }
        return Sequences.sequence(Sequences.FPS_25, film.toString(), over.toString(), above.toString(), sound.toString());
    }

    private static String clip(String medium, Random random) {
        return medium + ":" + (5 + random.nextInt(200)) + "@" + random.nextInt(100_000);
    }
}
