package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.Composer;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.PixelFormat;
import org.reelbench.render.RandomEdits.Made;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackEdits;
import org.reelbench.timeline.TrackItems;

class SoundPlanTest {

    private final FakeCatalog catalog = Sequences.catalog();

    @ParameterizedTest
    @CsvSource({ "25, 1", "30000/1001, 5", "24000/1001, 1", "60000/1001, 5" })
    void aMoveByWholeSamplesKeepsAllRecipes(String rate, long step) {
        for (String clip : List.of("full:300@11", "full:300@11*3/2", "full:300@400*-1", "full:300@7*1/2")) {
            Sequence sequence = Sequences.sequence(FrameRate.parse(rate), "a1: " + clip, "a2: _:40 other:100@9");
            Sequence animated = animated(sequence);
            for (long frames : new long[] { step, 7 * step, 12_345 * step }) {
                assertEquals(ids(sequence), ids(later(sequence, frames)), () -> clip + " later by " + frames);
                assertEquals(ids(animated), ids(later(animated, frames)), () -> "animated " + clip + " later by " + frames);
            }
        }
    }

    @Test
    void aMoveByPartsOfASampleKeepsTheWholePiecesOfAClipThatSoundsAlone() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_29_97, "a1: full:1000@11");
        List<String> ids = ids(sequence);
        assertTrue(ids.size() > 15);
        for (long frames : new long[] { 1, 2, 3, 4, 1001 }) {
            List<String> moved = ids(later(sequence, frames));
            assertEquals(ids.subList(1, ids.size() - 1), moved.subList(1, moved.size() - 1), () -> "later by " + frames);
        }
    }

    @Test
    void cutsAndWhatIsNotHeardKeepAllRecipes() throws EditRefused {
        Sequence sequence = animated(Sequences.sequence(Sequences.FPS_29_97, "v1: full:9", "a1: full:400@11 other:90@3",
                "a2: _:77 other:200@5"));
        List<String> ids = ids(sequence);
        Sequence cut = sequence;
        for (int i = 1; i < 9; i++) {
            cut = Edits.split(cut, new Id("a1"), 43 * i, new Id("right " + i));
        }
        assertEquals(ids, ids(cut));
        assertEquals(ids, ids(TrackEdits.rename(sequence, new Id("a1"), "renamed")));
        assertEquals(ids, ids(Edits.setOpacity(sequence, new Id("v1.0"), 0.5)));
        Sequence muted = Sequences.sequence(Sequences.FPS_29_97, "a1: full:400@11", "a2: other:300");
        assertEquals(ids(Sequences.sequence(Sequences.FPS_29_97, "a1: full:400@11")),
                ids(Edits.setMuted(muted, new Id("a2"), true)));
        assertEquals(ids(Edits.setMuted(muted, new Id("a1"), true)), ids(TrackEdits.setSolo(muted, new Id("a2"), true)));
    }

    @Test
    void whatTheLimiterHearsAroundAPieceIsInItsRecipe() {
        Sequence far = Sequences.sequence(Sequences.FPS_25, "a1: full:50", "a2: _:70 other:10");
        Sequence near = Sequences.sequence(Sequences.FPS_25, "a1: full:50", "a2: _:50 other:10");
        assertEquals(ids(far).getFirst(), ids(near).getFirst());
        assertNotEquals(ids(far.withLimiter(true)).getFirst(), ids(near.withLimiter(true)).getFirst());
        assertNotEquals(ids(far).getFirst(), ids(far.withLimiter(true)).getFirst());
        // It is heard for a third of a second.
        Sequence after = Sequences.sequence(Sequences.FPS_25, "a1: _:200 full:50", "a2: other:100").withLimiter(true);
        Sequence before = Sequences.sequence(Sequences.FPS_25, "a1: _:200 full:50", "a2: other:180").withLimiter(true);
        assertEquals(ids(after).getLast(), ids(before).getLast());
    }

    @Test
    void aMediumThatComesBackMakesOtherRecipes() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "a1: late:30");
        List<String> ids = ids(sequence);
        catalog.with("late", 1920, 1080, PixelFormat.YUV420P);
        assertNotEquals(ids, ids(sequence));
    }

    @Test
    void whatIsEncodedWhileAMediumIsMissingIsNeverTakenForItInAnotherPlan() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "a1: late:30");
        SoundPlan plan = plan(sequence);
        List<String> missing = ids(plan);
        assertEquals(missing, ids(plan.after(sequence, catalog)), "the same as long as it stays away");
        assertNotEquals(missing, ids(plan(sequence)));
    }

    @Test
    void aFadeThatDoesNotReachAPieceIsNotInItsRecipe() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "a1: full:200");
        Track track = sequence.tracks().getFirst();
        Clip clip = (Clip) track.items().get(0);
        List<String> faded = ids(sequence.withTrack(track.withItems(TrackItems.of(List.of(clip.withFades(new Fades(20, 10)))))));
        List<String> ids = ids(sequence);
        assertEquals(ids.subList(1, 3), faded.subList(1, 3));
        assertNotEquals(ids.getFirst(), faded.getFirst());
        assertNotEquals(ids.getLast(), faded.getLast());
    }

    @Test
    void aPlanThatWentFromEditToEditIsThatOfTheLastSnapshot() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        long takenOver = 0;
        for (int i = 0; i < Tier.count(10, 300); i++) {
            Sequence sequence = animated(Sequences.sequence(random.nextBoolean() ? Sequences.FPS_25 : Sequences.FPS_29_97,
                    "a1: full:90@5 other:60@7*2 full:300@1 _:30 other:200@3", "a2: _:50 other:70@2 _:500 full:90@3"));
            RandomEdits edits = new RandomEdits(random, 30);
            SoundPlan plan = plan(sequence);
            for (int j = 0; j < 12 && sequence.durationFrames() > 0; j++) {
                ids(plan);
                Made made = edits.make(sequence, random.nextInt(RandomEdits.kinds()));
                sequence = made.result().withLimiter(random.nextInt(8) == 0);
                plan = plan.after(sequence, catalog);
                String message = "seed " + seed + ", sequence " + i + ", " + made.name() + " at " + made.frame() + ": "
                        + sequence;
                List<String> ids = ids(plan);
                assertEquals(ids(plan(sequence)), ids, message);
                takenOver += ids.size() - plan.written();
                checkPieces(plan, message);
            }
        }
        assertTrue(takenOver > 100, takenOver + " recipes were taken over: the test proves little");
    }

    private static void checkPieces(SoundPlan plan, String message) {
        long sample = 0;
        for (SoundPiece piece : plan.pieces(0, Long.MAX_VALUE)) {
            assertEquals(sample, piece.startSample(), message);
            long length = piece.endSample() - piece.startSample();
            assertTrue(length > 0 && length <= 96_000, () -> piece + " of " + message);
            sample = piece.endSample();
        }
        assertEquals(plan.endSample(), sample, message);
    }

    private List<String> ids(Sequence sequence) {
        return ids(plan(sequence));
    }

    /** The recipes of all pieces that sound. */
    private static List<String> ids(SoundPlan plan) {
        List<String> ids = new ArrayList<>();
        for (SoundPiece piece : plan.pieces(0, Long.MAX_VALUE)) {
            if (!piece.silent()) {
                ids.add(plan.recipeOf(piece).id());
            }
        }
        return ids;
    }

    private SoundPlan plan(Sequence sequence) {
        return new SoundPlan("natives 1", new NoComposers(), sequence, catalog);
    }

    private static Sequence later(Sequence sequence, long frames) {
        return sequence.withTracks(sequence.tracks().stream()
                .map(track -> track.withItems(track.items().insert(0, new Gap(frames)))).toList());
    }

    /** The first clip of the first track that sounds gets louder and goes from left to right. */
    private static Sequence animated(Sequence sequence) {
        Track track = sequence.track(new Id("a1"));
        Clip clip = (Clip) track.items().get(0);
        Curve gain = new Curve(List.of(new Keyframe(-3, -20, Interpolation.LINEAR), new Keyframe(97, 3, Interpolation.HOLD)));
        Curve pan = new Curve(List.of(new Keyframe(7, -1, Interpolation.LINEAR), new Keyframe(61, 0.5, Interpolation.LINEAR)));
        return sequence.withTrack(track.withItems(track.items().replace(0,
                clip.withCurves(new TreeMap<>(Map.of(Animated.GAIN_DB, gain, Animated.PAN, pan))))));
    }

    /** Knows no effects. */
    static final class NoComposers implements Composers {

        @Override
        public Composer open(Composition composition) {
            throw new AssertionError("a plan composes nothing");
        }

        @Override
        public List<EffectDescriptor> effects() {
            return List.of();
        }
    }
}
