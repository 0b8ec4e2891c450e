package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Blend;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Primaries;
import org.reelbench.media.ColorDescription.Transfer;
import org.reelbench.media.Composition;
import org.reelbench.media.Fields;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.LayerSpec.Motion;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.render.Sequences;
import org.reelbench.render.Span;
import org.reelbench.render.SpanPlanner;
import org.reelbench.time.Rational;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transform;

/** What clips and media say of how their pictures are laid, as it reaches the composer. */
class TreatmentsTest {

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }

    /** The sequence with one clip of its topmost track changed. */
    private static Sequence with(Sequence sequence, int index, UnaryOperator<Clip> change) {
        Track track = sequence.tracks().getLast();
        List<Item> items = new ArrayList<>(track.items().toList());
        items.set(index, change.apply((Clip) items.get(index)));
        return sequence.withTrack(track.withItems(TrackItems.of(items)));
    }

    @Test
    void aFadeRisesAndFallsEvenlyAndShowsWhatIsBelowOnlyMeanwhile() throws Exception {
        Sequence faded = with(sequence("v1: other:20", "v2: full:20"), 0, clip -> clip.withFades(new Fades(4, 5)));
        Sequence cut = Edits.split(faded, new Id("v2"), 10, new Id("right"));
        try (Bench bench = Bench.direct()) {
            SpanPlanner planner = new SpanPlanner(faded, bench.catalog);
            List<String> spans = new ArrayList<>();
            for (long frame = 0; frame < 20;) {
                Span span = planner.spanAt(frame);
                spans.add(span.startFrame() + "-" + span.endFrame() + ": " + span.layers().size());
                frame = span.endFrame();
            }
            assertEquals(List.of("0-4: 2", "4-15: 1", "15-20: 2"), spans);
            List<String> shown = Bench.run(bench.pipeline(faded), faded, 0, 20);
            for (int frame = 0; frame < 20; frame++) {
                double opacity = Math.min(1, Math.min((frame + 0.5) / 4, (20 - frame - 0.5) / 5));
                String seen = FakeComposers.layer("full#" + frame, opacity, Sequences.FPS_25.timeOf(frame));
                assertTrue(shown.get(frame).endsWith(seen), shown.get(frame) + " ends not with " + seen);
            }
            assertEquals(shown, Bench.run(bench.pipeline(cut), cut, 0, 20), "a cut changes nothing");
        }
    }

    @Test
    void aBlendedClipHidesNothingAndSaysHowItBlends() throws Exception {
        for (BlendMode mode : BlendMode.values()) {
            Sequence blended = with(sequence("v1: other:9", "v2: full:9"), 0,
                    clip -> clip.withPicture(clip.picture().withBlend(mode)));
            try (Bench bench = Bench.direct()) {
                Bench.frame(bench.pipeline(blended), 4);
                List<LayerSpec> layers = bench.composers.opened().getFirst().layers();
                assertEquals(mode == BlendMode.NORMAL ? 1 : 2, layers.size(), mode.toString());
                assertEquals(Blend.valueOf(mode.name()), layers.getLast().blend());
            }
        }
    }

    @Test
    void theSidesOfADissolveAreJoinedWhereTheIncomingOneLeavesPartsFree() throws Exception {
        assertEquals(List.of(false, false, true), joined(sequence("v1: full:20", "v2: narrow:10 t/2+3 narrow:10@5")));
        assertEquals(List.of(false, false, true), joined(sequence("v1: full:20", "v2: full:10 t/2+3 alpha:10@5")));
        assertEquals(List.of(false, false), joined(sequence("v2: full:10 t/2+3 other:10@5")), "a full picture hides");
        assertEquals(List.of(false, false), joined(with(sequence("v1: full:20", "v2: narrow:10 t/2+3 other:10@5"), 2,
                clip -> clip.withOpacity(1))).subList(1, 3));
        assertEquals(List.of(false, false, true), joined(with(sequence("v1: full:20", "v2: full:10 t/2+3 other:10@5"), 2,
                clip -> clip.withPicture(clip.picture().withBlend(BlendMode.SCREEN)))), "what is blended in hides nothing");
    }

    private static List<Boolean> joined(Sequence sequence) throws Exception {
        try (Bench bench = Bench.direct()) {
            Bench.frame(bench.pipeline(sequence), 9);
            return bench.composers.opened().getFirst().layers().stream().map(LayerSpec::joined).toList();
        }
    }

    @Test
    void effectsSeeTheWholePictureFittedWhateverTheClipIsScaledAndCroppedTo() throws Exception {
        AppliedEffect blur = new AppliedEffect("blur", new TreeMap<>());
        Transform half = new Transform(3, 0, 0.5, 0, new Crop(4, 0, 0, 0));
        try (Bench bench = Bench.direct()) {
            Sequence plain = sequence("v1: full:10");
            for (Clip clip : List.of(clip(plain).withTransform(half).withEffects(List.of(blur)),
                    clip(plain).withEffects(List.of(blur)))) {
                Bench.frame(bench.pipeline(with(plain, 0, _ -> clip)), 0);
            }
            List<LayerSpec> layers = bench.composers.opened().stream().map(c -> c.layers().getFirst()).toList();
            assertEquals(List.of(Motion.PLACE, Motion.PICTURE), layers.stream().map(LayerSpec::motion).toList());
            assertEquals(layers.get(1).placement(), layers.get(0).placement());
        }
    }

    private static Clip clip(Sequence sequence) {
        return (Clip) sequence.tracks().getLast().items().get(0);
    }

    @Test
    void whatStandsStillIsSaidToStandStill() throws Exception {
        assertEquals(Motion.STILL, motion("v1: !pic:9"));
        assertEquals(Motion.STILL, motion("v1: full:9*0"));
        assertEquals(Motion.PICTURE, motion("v1: full:9"));
    }

    private static Motion motion(String track) throws Exception {
        try (Bench bench = Bench.direct()) {
            Bench.frame(bench.pipeline(sequence(track)), 4);
            return bench.composers.opened().getFirst().layers().getFirst().motion();
        }
    }

    @Test
    void theProjectsWordOnAMediumStandsInPlaceOfTheMediums() throws Exception {
        PictureFormat dvd = PictureFormat.of(720, 576, PixelFormat.YUV420P, new ColorDescription(Matrix.BT709,
                ColorDescription.Range.LIMITED));
        Interpretation instead = new Interpretation(90, Rational.of(64, 45), Interpretation.FieldOrder.BOTTOM_FIRST,
                Interpretation.Color.BT601, Interpretation.Range.FULL, null);
        try (Bench bench = Bench.direct()) {
            bench.catalog.with("dvd", "dvd", dvd, 0).understood("dvd", instead);
            Bench.frame(bench.pipeline(sequence("v1: dvd:9")), 4);
            Composition composition = bench.composers.opened().getFirst();
            LayerSpec layer = composition.layers().getFirst();
            assertEquals(Fields.BOTTOM_FIRST, layer.fields());
            assertEquals(90, layer.placement().rotationDegrees());
            // 1024x576 upright on its side in 64x36: 20x36.
            assertEquals(20, layer.placement().heightPx());
            assertEquals(36, layer.placement().widthPx());
            assertEquals(new ColorDescription(Matrix.BT601, ColorDescription.Range.FULL, Primaries.BT601_625, Transfer.SDR),
                    layer.input().color());
            assertFalse(new SpanPlanner(sequence("v1: dvd:9"), bench.catalog)
                    .coversCanvas(new SpanPlanner(sequence("v1: dvd:9"), bench.catalog).spanAt(4).looks().getFirst()));
        }
    }
}
