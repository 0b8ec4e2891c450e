package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Invariants;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.SoundTreatment;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.Transition;

/**
 * The proof of recipes by what really comes out: every field of the model is changed in turn, and what is rendered is compared
 * with what the recipes say.
 */
class RecipeProofIT {

    private static final FrameRate RATE = FrameRate.of(25, 1);
    private static final VideoEncoding RUNG = new VideoEncoding("x", 96, 54, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED,
            Rational.of(1, 25), Rational.of(25), 50, 1_000_000, 0, new TreeMap<>());

    /** A crop is rounded to whole pixels of the source; the recipe has it as it is, so that it need not know the source. */
    private static final List<Pattern> FINER_THAN_RENDERED = List.of(Pattern.compile(".*\\.crop\\.\\w+ = [0-9]+\\.[27]5"));

    @TempDir
    private Path folder;
    private MediaCatalog catalog;

    @BeforeEach
    void writeFilms() throws Exception {
        ProofFilms.write(folder.resolve("one.mkv"), 1, 160, 90, RATE, 60, 48_000);
        ProofFilms.write(folder.resolve("two.mkv"), 2, 80, 90, FrameRate.of(30, 1), 60, 44_100);
        Files.copy(folder.resolve("one.mkv"), folder.resolve("copy.mkv"));
        List<MediaReference> media = new ArrayList<>();
        for (String name : List.of("one", "two", "copy", "gone")) {
            media.add(new MediaReference(new Id(name), name, name + ".mkv", "", Extras.NONE));
        }
        catalog = new FileMediaCatalog(folder, media, Services.get(MediaProbe.class));
    }

    @Test
    void theRecipesOfPicturesChangeExactlyWhenThePicturesDo() throws Exception {
        List<Content> contents = List.of(new MediaStream(new Id("copy"), 0), new MediaStream(new Id("two"), 0),
                new MediaStream(new Id("one"), 1), new MediaStream(new Id("gone"), 0), Generator.color("#000000"),
                Generator.color("#204060"));
        Sequence sequence = pictures();
        assertEquals(List.of(), Invariants.violations(sequence));
        List<String> pictures = Rendered.pictures(sequence, catalog, 0, sequence.durationFrames());
        assertTrue(pictures.stream().noneMatch(picture -> picture.startsWith("refused")), pictures::toString);
        List<String> recipes = recipes(sequence);
        Tally tally = new Tally(FINER_THAN_RENDERED);
        for (Changed change : new Changes(contents, new Random(tally.seed())).of(sequence)) {
            Sequence other = (Sequence) change.value();
            if (Invariants.violations(other).isEmpty()) {
                tally.add(change.where(), !pictures.equals(Rendered.pictures(other, catalog, 0, other.durationFrames())),
                        !recipes.equals(recipes(other)));
            }
        }
        tally.check("pictures", 100);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void theRecipesOfSoundChangeExactlyWhenTheSamplesDo(boolean limited) throws Exception {
        List<Content> contents = List.of(new MediaStream(new Id("copy"), 1), new MediaStream(new Id("two"), 1),
                new MediaStream(new Id("one"), 2), new MediaStream(new Id("gone"), 1));
        Sequence sequence = sounds(limited);
        assertEquals(List.of(), Invariants.violations(sequence));
        String sound = Rendered.sound(sequence, catalog);
        assertFalse(sound.startsWith("refused"), sound);
        List<String> recipes = soundRecipes(sequence);
        Tally tally = new Tally(List.of());
        for (Changed change : new Changes(contents, new Random(tally.seed())).of(sequence)) {
            Sequence other = (Sequence) change.value();
            if (Invariants.violations(other).isEmpty()) {
                tally.add(change.where(), !sound.equals(Rendered.sound(other, catalog)), !recipes.equals(soundRecipes(other)));
            }
        }
        tally.check("samples", 40);
    }

    private List<String> soundRecipes(Sequence sequence) throws Exception {
        SoundPlan plan = new SoundPlan(Services.get(MediaEngine.class).version(), Services.get(Composers.class), sequence,
                catalog);
        List<String> recipes = new ArrayList<>();
        for (SoundPiece piece : plan.pieces(0, Long.MAX_VALUE)) {
            recipes.add(plan.recipeOf(piece).id() + ' ' + (piece.endSample() - piece.startSample()));
        }
        return recipes;
    }

    /** The recipe and length of each segment. */
    private List<String> recipes(Sequence sequence) throws Exception {
        Composers composers = Services.get(Composers.class);
        SegmentPlan plan = new SegmentPlan(new Recipes(Services.get(MediaEngine.class).version(), composers::effect), sequence,
                catalog);
        List<String> recipes = new ArrayList<>();
        for (Segment segment : plan.segments(0, Long.MAX_VALUE)) {
            recipes.add(plan.recipeOf(segment, RUNG).id() + ' ' + (segment.endFrame() - segment.startFrame()));
        }
        return recipes;
    }

    /** Two clips that cross-fade, one that gets louder at another speed beside them, and a muted track. */
    private static Sequence sounds(boolean limited) {
        Clip first = clip("first", new MediaStream(new Id("one"), 1), 3, 10).withGainDb(24).withFades(new Fades(3, 0));
        Clip second = clip("second", new MediaStream(new Id("two"), 1), 5, 9).withPan(-0.5);
        TrackItems below = TrackItems.of(List.of(first, Transition.dissolve(new Id("dissolve"), 2, 3), second));
        Clip louder = clip("louder", new MediaStream(new Id("one"), 2), 8, 12).withSpeed(Rational.of(3, 2))
                .withSound(SoundTreatment.AS_RECORDED.withChannels(ChannelChoice.Mix.LEFT))
                .withCurves(new TreeMap<>(Map.of(Animated.GAIN_DB, curve(-12, 3), Animated.PAN, curve(-0.5, 0.5))));
        TrackItems beside = TrackItems.of(List.of(new Gap(4), louder));
        Clip muted = clip("muted", new MediaStream(new Id("one"), 1), 20, 9);
        Clip picture = clip("picture", Generator.color("#ff0000"), 0, 6);
        Sequence sequence = new Sequence(new Id("s"), "Sequence", RATE, 96, 54, 48_000,
                List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(picture))),
                        Track.of(new Id("a1"), "A1", TrackKind.AUDIO).withItems(below),
                        Track.of(new Id("a2"), "A2", TrackKind.AUDIO).withItems(beside),
                        Track.of(new Id("a3"), "A3", TrackKind.AUDIO).withMuted(true)
                                .withItems(TrackItems.of(List.of(muted)))),
                Extras.NONE);
        return limited ? sequence.withLimiter(true) : sequence;
    }

    /** Two clips that dissolve, one in a frame of its own above them that moves and has effects, and a hidden track. */
    private static Sequence pictures() {
        Clip first = clip("first", new MediaStream(new Id("one"), 0), 3, 12);
        Clip second = clip("second", new MediaStream(new Id("two"), 0), 5, 10).withSpeed(Rational.of(3, 2)).withOpacity(0.75);
        TrackItems below = TrackItems.of(List.of(first, Transition.dissolve(new Id("dissolve"), 2, 3), second));
        Clip title = clip("above", new MediaStream(new Id("one"), 0), 30, 14)
                .withTransform(new Transform(10, 6, 0.5, 0, new Crop(4, 2, 6, 8)))
                .withCurves(new TreeMap<>(Map.of(Animated.OPACITY, curve(0.25, 0.75), Animated.X_PX, curve(2, 20))))
                .withEffects(List.of(new AppliedEffect("org.reelbench.blur", new TreeMap<>(Map.of("radiusPx", 2.0)))));
        TrackItems above = TrackItems.of(List.of(new Gap(4), title));
        Clip covered = clip("covered", Generator.color("#ff0000"), 0, 9);
        return new Sequence(new Id("s"), "Sequence", RATE, 96, 54, 48_000,
                List.of(Track.of(new Id("v0"), "V0", TrackKind.VIDEO).withItems(TrackItems.of(List.of(covered))),
                        Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(below),
                        Track.of(new Id("v2"), "V2", TrackKind.VIDEO).withItems(above),
                        Track.of(new Id("v3"), "V3", TrackKind.VIDEO).withHidden(true)
                                .withItems(TrackItems.of(List.of(covered.withId(new Id("hidden")))))),
                Extras.NONE);
    }

    private static Curve curve(double from, double to) {
        return new Curve(List.of(new Keyframe(1, from, Interpolation.LINEAR), new Keyframe(8, to, Interpolation.LINEAR),
                new Keyframe(20, from, Interpolation.HOLD)));
    }

    private static Clip clip(String id, Content content, long sourceFrame, long frames) {
        RationalTime in = RATE.timeOf(sourceFrame);
        return Clip.of(new Id(id), id, content, in, frames);
    }
}
