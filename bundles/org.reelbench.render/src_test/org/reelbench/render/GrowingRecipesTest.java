package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaInfo;
import org.reelbench.render.internal.GrowingMedium;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.Recorded;
import org.reelbench.timeline.Sequence;

/** What was encoded of a recording stays valid while it grows and when it is finished, and what was not there yet does not. */
class GrowingRecipesTest {

    private static final FrameRate RATE = Sequences.FPS_25;
    private static final UUID RECORDING = new UUID(1, 2);

    private final Recipes recipes = new Recipes("natives 1", _ -> Optional.empty());

    private static MediaCatalog catalog(UUID recording, long seconds) throws Exception {
        MediaInfo info = Sequences.catalog().medium(new Id("full")).info();
        Medium medium = new GrowingMedium("take", new Recorded(recording, RationalTime.ofSeconds(seconds)), Interpretation.AUTO,
                info, () -> {
                    throw new IOException("not opened here");
                });
        return _ -> medium;
    }

    /** The same recording when it has ended. */
    private static MediaCatalog finished(long seconds) throws Exception {
        Medium last = catalog(RECORDING, seconds).medium(new Id("full"));
        Medium medium = new Medium() {

            @Override
            public String name() {
                return last.name();
            }

            @Override
            public String fingerprint() {
                return "b3-1-00";
            }

            @Override
            public Optional<String> lastingName() {
                return last.lastingName();
            }

            @Override
            public MediaInfo info() {
                return last.info();
            }

            @Override
            public ByteSource open() {
                throw new IllegalStateException("not opened here");
            }
        };
        return _ -> medium;
    }

    private static Sequence sequence(long frames) {
        return Sequences.sequence(RATE, "v1: full:" + frames, "a1: full:" + frames);
    }

    private List<String> pictures(SegmentPlan plan) {
        return plan.segments(0, plan.sequence().durationFrames()).stream().map(each -> plan.recipeOf(each, Cuts.RUNG).id())
                .toList();
    }

    private static List<String> sounds(SoundPlan plan) {
        List<String> ids = new ArrayList<>();
        plan.pieces(0, plan.endSample()).forEach(piece -> ids.add(plan.recipeOf(piece).id()));
        return ids;
    }

    private static SoundPlan soundPlan(Sequence sequence, MediaCatalog catalog) {
        return new SoundPlan("natives 1", new SoundPlanTest.NoComposers(), sequence, catalog);
    }

    @Test
    void wholeSegmentsKeepTheirRecipesWhileItGrowsAndAfterItsEnd() throws Exception {
        SegmentPlan young = new SegmentPlan(recipes, sequence(125), catalog(RECORDING, 5));
        List<String> first = pictures(young);
        assertEquals(3, first.size());
        SegmentPlan older = young.after(sequence(225), catalog(RECORDING, 9));
        List<String> second = pictures(older);
        assertEquals(first.subList(0, 2), second.subList(0, 2));
        assertNotEquals(first.get(2), second.get(2));
        assertEquals(second.subList(0, 4), pictures(older.after(sequence(225), finished(9))).subList(0, 4));
        assertEquals(second.subList(0, 4), pictures(new SegmentPlan(recipes, sequence(225), finished(9))).subList(0, 4));
    }

    @Test
    void soundKeepsItsRecipesToo() throws Exception {
        SoundPlan young = soundPlan(sequence(125), catalog(RECORDING, 5));
        List<String> first = sounds(young);
        assertTrue(first.size() >= 3, () -> first.size() + " pieces");
        SoundPlan older = young.after(sequence(225), catalog(RECORDING, 9));
        List<String> second = sounds(older);
        int whole = first.size() - 1;
        assertEquals(first.subList(0, whole), second.subList(0, whole));
        assertEquals(second.subList(0, second.size() - 1),
                sounds(older.after(sequence(225), finished(9))).subList(0, second.size() - 1));
    }

    @Test
    void whatWasNotThereYetIsAnother() throws Exception {
        // Beyond the end the last picture stands and nothing is heard, until the recording is longer.
        List<String> young = pictures(new SegmentPlan(recipes, sequence(250), catalog(RECORDING, 5)));
        List<String> older = pictures(new SegmentPlan(recipes, sequence(250), catalog(RECORDING, 20)));
        assertEquals(young.subList(0, 2), older.subList(0, 2));
        List<String> shared = new ArrayList<>(young.subList(2, 5));
        shared.retainAll(older);
        assertEquals(List.of(), shared);
        List<String> silent = sounds(soundPlan(sequence(250), catalog(RECORDING, 5)));
        List<String> heard = sounds(soundPlan(sequence(250), catalog(RECORDING, 20)));
        assertEquals(silent.getFirst(), heard.getFirst());
        assertNotEquals(silent.getLast(), heard.getLast());
    }

    @Test
    void anotherRecordingIsAnother() throws Exception {
        List<String> one = pictures(new SegmentPlan(recipes, sequence(100), catalog(RECORDING, 9)));
        List<String> other = pictures(new SegmentPlan(recipes, sequence(100), catalog(new UUID(3, 4), 9)));
        assertTrue(one.stream().noneMatch(other::contains));
        assertNotEquals(sounds(soundPlan(sequence(100), catalog(RECORDING, 9))).getFirst(),
                sounds(soundPlan(sequence(100), catalog(new UUID(3, 4), 9))).getFirst());
    }

    @Test
    void soundWithAnEffectGoesByTheFingerprintAsItMayLookAhead() throws Exception {
        AppliedEffect echo = new AppliedEffect("org.example.echo", new TreeMap<>());
        Sequence treated = Edits.setEffects(sequence(100), new Id("a1.0"), List.of(echo));
        assertNotEquals(sounds(soundPlan(treated, catalog(RECORDING, 8))).getFirst(),
                sounds(soundPlan(treated, catalog(RECORDING, 9))).getFirst());
    }
}
