package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.it.Changes.Changed;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composers;
import org.reelbench.media.MediaEngine;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Recipes;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.render.SegmentPlan;
import org.reelbench.render.SoundPiece;
import org.reelbench.render.SoundPlan;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.Invariants;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/**
 * The proof of recipes by what really comes out: every field of the model is changed in turn, and what is rendered is compared
 * with what the recipes say.
 */
class RecipeProofIT {

    private static final VideoEncoding RUNG = new VideoEncoding("x", 96, 54, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED,
            Rational.of(1, 25), Rational.of(25), 50, 1_000_000, 0, new TreeMap<>());
    private static final List<Content> PICTURES = List.of(new MediaStream(new Id("copy"), 0), new MediaStream(new Id("two"), 0),
            new MediaStream(new Id("one"), 1), new MediaStream(new Id("gone"), 0), Generator.color("#000000"),
            Generator.color("#204060"));
    private static final List<Content> SOUNDS = List.of(new MediaStream(new Id("copy"), 1), new MediaStream(new Id("two"), 1),
            new MediaStream(new Id("one"), 2), new MediaStream(new Id("gone"), 1));

    /** What may change a recipe without changing what is rendered: what is not known before it is rendered. */
    private static final List<Pattern> NOT_KNOWN_BEFORE = List.of(
            // A crop is rounded to whole pixels of the source.
            Pattern.compile(".*\\.crop\\.\\w+ = [0-9]+\\.[27]5"),
            // Whether the lowest layer of a nested sequence has anything below it to blend with.
            Pattern.compile("nested .*\\.blend = \\w+"),
            // Which frames a medium has: a little faster, a short clip may still show the same ones.
            Pattern.compile("nested .*\\.speed = .*"),
            // Whether the frames of a medium are flagged as interlaced.
            Pattern.compile(".*\\.interpretation\\.fieldOrder = PROGRESSIVE"));

    @TempDir
    private Path folder;
    private MediaCatalog catalog;

    /** What is rendered of a model, and the recipes of its pieces with their lengths. */
    private record Outcome(List<String> rendered, List<String> recipes) {
    }

    /** Renders a changed model. */
    @FunctionalInterface
    private interface Rendering {
        Outcome of(Object model) throws Exception;
    }

    @BeforeEach
    void writeFilms() throws Exception {
        ProofFilms.write(folder.resolve("one.mkv"), 1, 160, 90, ProofScenes.RATE, 60, 48_000);
        ProofFilms.write(folder.resolve("two.mkv"), 2, 80, 90, FrameRate.of(30, 1), 60, 44_100);
        Files.copy(folder.resolve("one.mkv"), folder.resolve("copy.mkv"));
        catalog = catalog(medium("one"));
    }

    private MediaCatalog catalog(MediaReference one) throws Exception {
        return new FileMediaCatalog(folder, List.of(one, medium("two"), medium("copy"), medium("gone")),
                Services.get(MediaProbe.class));
    }

    private static MediaReference medium(String name) {
        return new MediaReference(new Id(name), name, name + ".mkv", "", Extras.NONE);
    }

    @Test
    void theRecipesOfPicturesChangeExactlyWhenThePicturesDo() throws Exception {
        prove("pictures", 100, 100, ProofScenes.pictures(), PICTURES, model -> pictures((Sequence) model, catalog));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void theRecipesOfSoundChangeExactlyWhenTheSamplesDo(boolean limited) throws Exception {
        prove(limited ? "limited samples" : "samples", limited ? 30 : 100, limited ? 8 : 40, ProofScenes.sounds(limited), SOUNDS,
                model -> sound((Sequence) model, catalog));
    }

    @Test
    void theRecipesOfNestedPicturesChangeExactlyWhenThePicturesDo() throws Exception {
        Sequence inner = ProofScenes.pictures();
        Sequence outer = ProofScenes.around(inner.id());
        prove("nested pictures", 30, 15, inner, PICTURES, model -> pictures(outer, catalog.with(List.of((Sequence) model))));
    }

    @Test
    void theRecipesOfNestedSoundChangeExactlyWhenTheSamplesDo() throws Exception {
        Sequence inner = ProofScenes.sounds(false);
        Sequence outer = ProofScenes.around(inner.id());
        prove("nested samples", 30, 8, inner, SOUNDS, model -> sound(outer, catalog.with(List.of((Sequence) model))));
    }

    @Test
    void theRecipesChangeExactlyWhenAMediumIsShownOrHeardOtherwise() throws Exception {
        Interpretation own = new Interpretation(0, Rational.ONE, Interpretation.FieldOrder.AUTO, Interpretation.Color.AUTO,
                Interpretation.Range.AUTO, ProofScenes.RATE);
        MediaReference one = medium("one").withInterpretation(own);
        prove("pictures by their medium", 100, 4, one, List.of(),
                model -> pictures(ProofScenes.pictures(), catalog((MediaReference) model)));
        prove("samples by their medium", 100, 1, one, List.of(),
                model -> sound(ProofScenes.sounds(false), catalog((MediaReference) model)));
        Outcome before = pictures(ProofScenes.pictures(), catalog);
        assertEquals(before, pictures(ProofScenes.pictures(), catalog(one)), "said as the medium says it");
        assertEquals(before, pictures(ProofScenes.pictures(), catalog(medium("one").withPath("copy.mkv"))), "the same bytes");
    }

    @Test
    void theRecipesChangeWithTheFilesThatEffectsRead() throws Exception {
        Path table = folder.resolve("look.cube");
        Files.writeString(table, "LUT_3D_SIZE 2\n" + "0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 1\n");
        Sequence sequence = looked(table);
        Outcome before = pictures(sequence, catalog);
        Files.copy(table, folder.resolve("copy.cube"));
        assertEquals(before, pictures(looked(folder.resolve("copy.cube")), catalog), "the same file elsewhere");
        Files.writeString(table, "LUT_3D_SIZE 2\n" + "0.2 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 0.5\n");
        Outcome after = pictures(sequence, catalog);
        assertNotEquals(before.rendered(), after.rendered());
        assertNotEquals(before.recipes(), after.recipes());
    }

    private static Sequence looked(Path table) {
        Clip clip = Clip.of(new Id("c"), "C", new MediaStream(new Id("one"), 0), ProofScenes.RATE.timeOf(3), 4).withEffects(
                List.of(new AppliedEffect("org.reelbench.lut", new TreeMap<>(Map.of("file", table.toString())))));
        return new Sequence(new Id("s"), "Sequence", ProofScenes.RATE, 96, 54, 48_000,
                List.of(Track.of(new Id("v"), "V", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)))), Extras.NONE);
    }

    /**
     * Changes a model at every place, in the quick tier at some of them.
     *
     * @param percent how many of the changes are tried in the quick tier
     */
    private static void prove(String what, int percent, int leastNoticed, Object model, List<Content> contents,
            Rendering rendering)
            throws Exception {
        Outcome before = rendering.of(model);
        assertFalse(before.rendered().toString().contains("refused"), before.rendered()::toString);
        Tally tally = new Tally(NOT_KNOWN_BEFORE);
        Random random = new Random(tally.seed());
        for (Changed change : new Changes(contents, random).of(model)) {
            boolean tried = Tier.isDeep() || random.nextInt(100) < percent;
            if (tried && (!(change.value() instanceof Sequence sequence) || Invariants.violations(sequence).isEmpty())) {
                Outcome after = rendering.of(change.value());
                tally.add(what + ' ' + change.where(), !before.rendered().equals(after.rendered()),
                        !before.recipes().equals(after.recipes()));
            }
        }
        tally.check(what, leastNoticed);
    }

    private static Outcome pictures(Sequence sequence, MediaCatalog media) throws Exception {
        Composers composers = Services.get(Composers.class);
        SegmentPlan plan = new SegmentPlan(new Recipes(Services.get(MediaEngine.class).version(), composers::effect), sequence,
                media);
        List<String> recipes = new ArrayList<>();
        for (Segment segment : plan.segments(0, Long.MAX_VALUE)) {
            recipes.add(plan.recipeOf(segment, RUNG).id() + ' ' + (segment.endFrame() - segment.startFrame()));
        }
        return new Outcome(Rendered.pictures(sequence, media, 0, sequence.durationFrames()), recipes);
    }

    private static Outcome sound(Sequence sequence, MediaCatalog media) throws Exception {
        SoundPlan plan = new SoundPlan(Services.get(MediaEngine.class).version(), Services.get(Composers.class), sequence, media);
        List<String> recipes = new ArrayList<>();
        for (SoundPiece piece : plan.pieces(0, Long.MAX_VALUE)) {
            recipes.add(plan.recipeOf(piece).id() + ' ' + (piece.endSample() - piece.startSample()));
        }
        return new Outcome(List.of(Rendered.sound(sequence, media)), recipes);
    }
}
