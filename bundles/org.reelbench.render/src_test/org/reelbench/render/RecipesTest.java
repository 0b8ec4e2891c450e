package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.Mutations.Mutation;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrimEdits;

class RecipesTest {

    /** What may change of a clip without changing a frame of it. */
    private static final Set<String> UNSEEN = Set.of("id", "name", "sound.gainDb", "sound.pan", "sound.channels",
            "sound.keepPitch", "bonds", "extras");

    private final FakeCatalog catalog = Sequences.catalog();
    private final Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: full:30@5");

    @Test
    void everyFieldOfAClipThatIsSeenIsInTheRecipe() {
        Clip clip = clipOf(sequence);
        List<Mutation<Clip>> mutations = Mutations.of(clip, Clip.class);
        Map<String, String> ids = new HashMap<>(Map.of(id(sequence), "nothing"));
        Set<String> unseen = new HashSet<>();
        for (Mutation<Clip> mutation : mutations) {
            String id = id(with(sequence, mutation.value()));
            if (UNSEEN.contains(mutation.where())) {
                assertEquals(id(sequence), id, mutation.where());
                unseen.add(mutation.where());
            } else {
                assertNull(ids.put(id, mutation.where()), () -> mutation.where() + " makes the recipe of another change");
            }
        }
        assertEquals(UNSEEN, unseen);
        assertTrue(ids.size() > 20);
    }

    @Test
    void everyFieldOfTheRungIsInTheRecipe() {
        Segment segment = first(sequence);
        Map<String, String> ids = new HashMap<>();
        ids.put(Cuts.recipe(sequence, catalog, segment).id(), "nothing");
        for (Mutation<VideoEncoding> mutation : Mutations.of(Cuts.RUNG, VideoEncoding.class)) {
            String id = Cuts.recipe("natives 1", sequence, catalog, segment, mutation.value(), "1").id();
            assertNull(ids.put(id, mutation.where()), mutation.where());
        }
        assertTrue(ids.size() > VideoEncoding.class.getRecordComponents().length);
    }

    @Test
    void canvasRateNativesEffectVersionAndContentAreInTheRecipe() {
        Sequence blurred = with(sequence, clipOf(sequence).withEffects(List.of(new AppliedEffect("blur", new TreeMap<>()))));
        Segment segment = first(blurred);
        Set<String> ids = new HashSet<>();
        ids.add(Cuts.recipe("natives 1", blurred, catalog, segment, Cuts.RUNG, "1").id());
        ids.add(Cuts.recipe("natives 2", blurred, catalog, segment, Cuts.RUNG, "1").id());
        ids.add(Cuts.recipe("natives 1", blurred, catalog, segment, Cuts.RUNG, "2").id());
        ids.add(Cuts.recipe("natives 1", resized(66, 36, Sequences.FPS_25), catalog, segment, Cuts.RUNG, "1").id());
        ids.add(Cuts.recipe("natives 1", resized(64, 38, Sequences.FPS_25), catalog, segment, Cuts.RUNG, "1").id());
        ids.add(Cuts.recipe("natives 1", resized(64, 36, FrameRate.of(24, 1)), catalog, segment, Cuts.RUNG, "1").id());
        PictureFormat picture = PictureFormat.of(1920, 1080, PixelFormat.YUV420P, Cuts.RUNG.color());
        FakeCatalog changed = Sequences.catalog().with("full", "other bytes", picture, 0);
        ids.add(Cuts.recipe("natives 1", blurred, changed, segment, Cuts.RUNG, "1").id());
        assertEquals(7, ids.size());
    }

    @Test
    void theSameBytesUnderAnotherIdAreTheSameRecipe() {
        PictureFormat picture = PictureFormat.of(1920, 1080, PixelFormat.YUV420P, Cuts.RUNG.color());
        catalog.with("copy", "fingerprint of full", picture, 0);
        assertEquals(id(sequence), id(Sequences.sequence(Sequences.FPS_25, "v1: copy:30@5")));
    }

    @Test
    void aDissolveIsInTheRecipeByItsLengthAndHowFarItIs() {
        Set<String> ids = new HashSet<>();
        for (String dissolve : List.of("t/5+5", "t/4+6", "t/5+6", "t/6+5")) {
            ids.add(middleOfDissolve("full:30 " + dissolve + " other:30@40", 30));
        }
        assertEquals(4, ids.size());
        assertTrue(ids.contains(middleOfDissolve("_:1001 full:30 t/5+5 other:30@40", 1031)),
                "a moved dissolve is another recipe");
    }

    private String middleOfDissolve(String items, long cut) {
        Sequence dissolving = Sequences.sequence(Sequences.FPS_25, "v1: " + items);
        Span span = new SpanPlanner(dissolving, catalog).spanAt(cut);
        assertEquals(2, span.layers().size());
        return Cuts.recipe(dissolving, catalog, new Segment(span, cut, cut + 1)).id();
    }

    @Test
    void editsThatMoveOrRenameOrHideKeepAllRecipes() throws EditRefused {
        Sequence three = Sequences.sequence(Sequences.FPS_29_97, "v1: other:100 narrow:90@7 full:200@5", "v2: _:500 narrow:20",
                "a1: full:50");
        List<String> ids = Cuts.ids(three, catalog);
        Id middle = new Id("v1.1");
        assertEquals(ids, Cuts.ids(Edits.setMuted(three, new Id("a1"), true), catalog));
        assertEquals(ids, Cuts.ids(Edits.setGain(three, new Id("v1.2"), -6), catalog));
        assertEquals(ids, Cuts.ids(Edits.split(three, new Id("v1"), 251, new Id("right")), catalog));
        assertEquals(ids.subList(0, ids.size() - 1), Cuts.ids(Edits.setHidden(three, new Id("v2"), true), catalog));
        Sequence hidden = Edits.setHidden(three, new Id("v2"), true);
        assertEquals(Cuts.ids(hidden, catalog), Cuts.ids(Edits.move(hidden, new Id("v2.1"), new Id("v2"), 33), catalog));
        List<String> rippled = Cuts.ids(Edits.delete(three, middle, true), catalog);
        assertTrue(ids.containsAll(rippled), "a ripple makes a new recipe");
        List<String> moved = Cuts.ids(Edits.move(three, middle, new Id("v1"), 1001), catalog);
        assertEquals(new HashSet<>(ids), new HashSet<>(moved));
        assertNotEquals(ids, moved);
    }

    @Test
    void textsOfPluginsAndPeopleCannotPassForOtherPartsOfTheRecipe() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        Map<String, List<String>> seen = new HashMap<>();
        for (int i = 0; i < Tier.count(3_000, 100_000); i++) {
            // One or two differ at a time, so that most recipes have a neighbour to be confused with.
            List<String> parts = new ArrayList<>(Collections.nCopies(5, ""));
            parts.set(random.nextInt(5), nasty(random));
            parts.set(random.nextInt(5), nasty(random));
            List<String> before = seen.put(text(parts), parts);
            assertTrue(before == null || before.equals(parts),
                    () -> "seed " + seed + ": " + before + " and " + parts + " have one recipe");
        }
        assertTrue(seen.size() > 100);
    }

    private String text(List<String> parts) {
        TreeMap<String, String> colors = new TreeMap<>(Map.of("a" + parts.get(1), "b" + parts.get(2)));
        TreeMap<String, Object> values = new TreeMap<>(Map.of("c" + parts.get(3), parts.get(4)));
        Clip clip = Clip.of(new Id("c"), "C", new Generator("g" + parts.get(0), colors), clipOf(sequence).sourceIn(), 30)
                .withEffects(List.of(new AppliedEffect("e" + parts.get(1), values)));
        Sequence changed = with(sequence, clip);
        VideoEncoding rung = new VideoEncoding("x" + parts.get(2), 640, 360, PixelFormat.YUV420P, Cuts.RUNG.color(),
                Cuts.RUNG.timeBase(),
                Cuts.RUNG.frameRate(), 50, 0, 0, new TreeMap<>(Map.of("o" + parts.get(3), "" + parts.get(4))));
        return Cuts.recipe("n" + parts.get(0), changed, catalog, first(changed), rung, "v" + parts.get(4)).text();
    }

    /** Few letters, so that collisions are found if there are any. */
    private static String nasty(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append("\"\\ \nn=".charAt(random.nextInt(6)));
        }
        return text.toString();
    }

    private static Sequence resized(int widthPx, int heightPx, FrameRate rate) {
        Sequence original = Sequences.sequence(rate, "v1: full:30@5");
        return new Sequence(original.id(), original.name(), rate, widthPx, heightPx, 48_000, original.tracks(),
                original.extras());
    }

    @Test
    void curvesAreInTheRecipeByTheirValuesAtTheFrames() throws EditRefused {
        Clip clip = clipOf(sequence);
        Set<String> ids = new HashSet<>();
        for (String name : List.of(Animated.OPACITY, Animated.X_PX, Animated.Y_PX, Animated.SCALE, Animated.ROTATION_DEGREES)) {
            double constant = clip.valueAt(name, 0);
            assertEquals(id(sequence), id(with(sequence, clip.withCurves(curve(name, 0, constant, 9, constant)))), name);
            Sequence moving = with(sequence, clip.withCurves(curve(name, 0, constant, 9, constant / 2 + 0.1)));
            assertTrue(ids.add(id(moving)), name);
            assertEquals(Cuts.ids(moving, catalog), Cuts.ids(Edits.split(moving, new Id("v1"), 13, new Id("right")), catalog));
            assertEquals(id(moving), id(Edits.move(moving, new Id("v1.0"), new Id("v1"), 0)));
            Sequence moved = Edits.move(moving, new Id("v1.0"), new Id("v1"), 77);
            assertEquals(Cuts.ids(moving, catalog), Cuts.ids(moved, catalog), name);
            SortedMap<String, Curve> later = curve(name, 40, constant, 49, constant / 2);
            assertEquals(id(sequence), id(with(sequence, clip.withCurves(later))), "what moves behind the clip's end");
        }
        for (String name : List.of(Animated.GAIN_DB, Animated.PAN)) {
            assertEquals(id(sequence), id(with(sequence, clip.withCurves(curve(name, 0, 0, 9, 1)))), "sound is not seen");
        }
        AppliedEffect blur = new AppliedEffect("blur", new TreeMap<>(Map.of("size", 1.0)));
        String still = id(with(sequence, clip.withEffects(List.of(blur))));
        assertEquals(still, id(with(sequence, clip.withEffects(List.of(blur.withCurves(curve("size", 0, 1, 9, 1)))))));
        assertNotEquals(still, id(with(sequence, clip.withEffects(List.of(blur.withCurves(curve("size", 0, 1, 9, 2)))))));
    }

    private static SortedMap<String, Curve> curve(String name, long fromFrame, double from, long toFrame, double to) {
        return new TreeMap<>(Map.of(name, new Curve(List.of(new Keyframe(fromFrame, from, Interpolation.LINEAR),
                new Keyframe(toFrame, to, Interpolation.LINEAR)))));
    }

    @Test
    void aNestedSequenceIsInTheRecipeByWhatIsSeenOfIt() throws EditRefused {
        Sequence outer = Sequences.sequence(Sequences.FPS_25, "v1: =inner:20@10");
        Sequence inner = Sequences.as("inner", 64, 36, Sequences.sequence(Sequences.FPS_29_97, "v1: full:25 narrow:40"));
        String id = nestedId(outer, inner);
        assertEquals(id, nestedId(outer, Edits.split(inner, new Id("v1"), 20, new Id("right"))));
        assertEquals(id, nestedId(outer, Edits.trimEnd(inner, new Id("v1.1"), -4)), "an edit behind what is shown");
        Sequence renamed = Sequences.sequence(Sequences.FPS_25, "v1: =again:20@10");
        assertEquals(id, nestedId(renamed, Sequences.as("again", 64, 36, inner)));
        assertEquals(id, nestedId(outer, Edits.trimEnd(inner, new Id("v1.0"), -1)), "25 frames a second skip frame 24 of 30");
        Set<String> ids = new HashSet<>(List.of(id));
        ids.add(nestedId(outer, Edits.trimEnd(inner, new Id("v1.0"), -2)));
        ids.add(nestedId(outer, Edits.setOpacity(inner, new Id("v1.1"), 0.5)));
        ids.add(nestedId(outer, TrimEdits.slip(inner, new Id("v1.1"), 1)));
        ids.add(nestedId(outer, Sequences.as("inner", 60, 36, inner)));
        ids.add(nestedId(Sequences.sequence(Sequences.FPS_25, "v1: =inner:20@11"), inner));
        ids.add(nestedId(Sequences.sequence(Sequences.FPS_25, "v1: =inner:20@10*2"), inner));
        ids.add(nestedId(Sequences.sequence(Sequences.FPS_25, "v1: =inner:20@10%0.5"), inner));
        assertEquals(8, ids.size());
    }

    private String nestedId(Sequence outer, Sequence... inner) {
        return Cuts.recipe(outer, catalog.with(List.of(inner)), first(outer)).id();
    }

    @Test
    void soloTracksAloneAreInTheRecipe() {
        Sequence both = Sequences.sequence(Sequences.FPS_25, "v1: full:30@5", "v2: narrow:30", "a1: full:30");
        Sequence alone = Sequences.sequence(Sequences.FPS_25, "v1: full:30@5");
        assertNotEquals(id(alone), id(both));
        assertEquals(id(alone), id(both.withTrack(both.tracks().get(0).withSolo(true))));
        assertEquals(id(both), id(both.withTrack(both.tracks().get(2).withSolo(true))), "sound that is solo hides no picture");
    }

    @Test
    void anEffectThatIsSwitchedOffIsNotInTheRecipe() {
        AppliedEffect blur = new AppliedEffect("blur", new TreeMap<>());
        AppliedEffect off = new AppliedEffect("glow", new TreeMap<>()).withEnabled(false);
        Clip clip = clipOf(sequence);
        assertEquals(id(sequence), id(with(sequence, clip.withEffects(List.of(off)))));
        assertEquals(id(with(sequence, clip.withEffects(List.of(blur)))),
                id(with(sequence, clip.withEffects(List.of(off, blur)))));
        assertNotEquals(id(sequence), id(with(sequence, clip.withEffects(List.of(off.withEnabled(true))))));
    }

    @Test
    void aFrozenClipIsOneRecipeWhereverItIsCut() {
        Sequence frozen = Sequences.sequence(Sequences.FPS_25, "v1: full:200@5*0");
        Sequence cut = Sequences.sequence(Sequences.FPS_25, "v1: _:33 full:77@5*0 full:123@5*0");
        List<String> ids = Cuts.ids(frozen, catalog);
        assertEquals(4, ids.size());
        assertEquals(1, new HashSet<>(ids).size(), "nothing moves: all whole pieces are alike");
        assertEquals(ids, Cuts.ids(cut, catalog));
    }

    private String id(Sequence of) {
        return Cuts.recipe(of, catalog, first(of)).id();
    }

    private Segment first(Sequence of) {
        return Cuts.segments(of, catalog).getFirst();
    }

    private static Clip clipOf(Sequence of) {
        return (Clip) of.tracks().getFirst().items().get(0);
    }

    private static Sequence with(Sequence of, Item clip) {
        Track track = of.tracks().getFirst();
        return of.withTrack(track.withItems(TrackItems.of(List.of(clip))));
    }
}
