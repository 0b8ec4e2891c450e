package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transform;

/** On a canvas of 64 × 36 pixels. */
class LayerOutlinesTest {

    private final FakeCatalog catalog = Sequences.catalog();

    @Test
    void aPictureThatIsFittedLiesInTheMiddle() {
        assertEquals(List.of("v1 full: 0,0 64,0 64,36 0,36"), at(sequence("v1: full:10"), 3));
        assertEquals(List.of("v1 narrow: 8,0 56,0 56,36 8,36"), at(sequence("v1: narrow:10"), 3));
    }

    @Test
    void aTransformMovesScalesTurnsAndCrops() {
        assertEquals(List.of("v1 full: 20,7 52,7 52,25 20,25"), moved(new Transform(4, -2, 0.5, 0, Crop.NONE)));
        assertEquals(List.of("v1 full: 41,2 41,34 23,34 23,2"), moved(new Transform(0, 0, 0.5, 90, Crop.NONE)));
        assertEquals(List.of("v1 full: 16,9 48,9 48,18 16,18"), moved(new Transform(0, 0, 0.5, 0, new Crop(0, 0, 0, 540))));
        assertEquals(List.of("v1 full: 27.1,0.3 49.7,22.9 36.9,35.7 14.3,13.1"),
                moved(new Transform(0, 0, 0.5, 45, Crop.NONE)));
        assertEquals(List.of("v1 full: 41,2 41,18 23,18 23,2"), moved(new Transform(0, 0, 0.5, 90, new Crop(0, 0, 960, 0))));
    }

    @Test
    void whatLiesBesideTheCanvasIsCutOff() {
        assertEquals(List.of("v1 full: 48,0 64,0 64,36 48,36"), moved(new Transform(48, 0, 1, 0, Crop.NONE)));
        assertEquals(List.of("v1 full: 0,36 0,0 64,0 64,36"), moved(new Transform(3, 5, 9, 0, Crop.NONE)));
        assertEquals(List.of(), moved(new Transform(64, 0, 1, 0, Crop.NONE)));
        assertEquals(List.of(), moved(new Transform(1e6, 0, 1, 30, Crop.NONE)));
        for (LayerOutline outline : outlines(moving(new Transform(0, 0, 1, 45, Crop.NONE)), 0)) {
            assertEquals(8, outline.corners().size(), "all corners of the picture lie beside the canvas");
        }
    }

    @Test
    void aPhoneHeldUprightLiesUpright() {
        PictureFormat picture = PictureFormat.of(1920, 1080, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        catalog.with("phone", "phone", picture, 90);
        assertEquals(List.of("v1 phone: 42,0 42,36 22,36 22,0"), at(sequence("v1: phone:10"), 0));
    }

    @Test
    void layersComeBottomFirstAndHiddenOnesNotAtAll() {
        assertEquals(List.of("v1 full: 0,0 64,0 64,36 0,36", "v2 narrow: 8,0 56,0 56,36 8,36"),
                at(sequence("v1: full:10", "v2: narrow:10"), 9));
        assertEquals(List.of("v2 full: 0,0 64,0 64,36 0,36"), at(sequence("v1: narrow:10", "v2: full:10"), 9));
        assertEquals(List.of("v1 narrow: 8,0 56,0 56,36 8,36"), at(sequence("v1: narrow:10", "v2: full:10%0"), 9));
        assertEquals(List.of(), at(sequence("v1: narrow:10"), 10));
    }

    @Test
    void bothSidesOfADissolveAreSeen() {
        Sequence sequence = sequence("v1: narrow:10 t/2+3 narrow:10@40");
        assertEquals(List.of("v1.0", "v1.2"), outlines(sequence, 9).stream().map(o -> o.clip().id().value()).toList());
        assertEquals(List.of("v1.0", "v1.2"), outlines(sequence, 11).stream().map(o -> o.clip().id().value()).toList());
    }

    @Test
    void whatAClipGoesOnWithOnAnotherTrackLiesOnThatTrack() {
        Sequence sequence = sequence("v1: full:5", "v2: _:5 full:5@5");
        LayerOutlines outlines = new LayerOutlines(sequence, catalog);
        assertEquals(List.of("v1.0"), outlines.at(2).stream().map(o -> o.clip().id().value()).toList());
        assertEquals(List.of("v2"), outlines.at(7).stream().map(o -> o.track().value()).toList());
        assertEquals(List.of("v2.1"), outlines.at(7).stream().map(o -> o.clip().id().value()).toList());
    }

    @Test
    void theLayersOfANestedSequenceLieWithinItsClip() {
        Sequence inner = Sequences.as("inner", 640, 360, sequence("v8: narrow:10", "v9: _:5 alpha:5"));
        Sequence outer = sequence("v1: _:3 =inner:10");
        assertEquals(List.of("v1 narrow: 8,0 56,0 56,36 8,36"), at(outer, 4, inner));
        assertEquals(List.of("v1 narrow: 8,0 56,0 56,36 8,36", "v1 alpha: 0,0 64,0 64,36 0,36"), at(outer, 8, inner));
        Sequence turned = transformed(outer, 1, new Transform(0, 0, 0.5, 90, new Crop(0, 0, 320, 0)));
        assertEquals(List.of("v1 narrow: 41,6 41,18 23,18 23,6"), at(turned, 4, inner));
    }

    @Test
    void whatReachesBeyondANestedCanvasIsCutOffThere() {
        Sequence inner = Sequences.as("inner", 64, 36,
                transformed(sequence("v1: full:10"), 0, new Transform(16, 0, 1, 0, Crop.NONE)));
        Sequence outer = transformed(sequence("v1: =inner:10"), 0, new Transform(0, 0, 0.5, 0, Crop.NONE));
        assertEquals(List.of("v1 full: 24,9 48,9 48,27 24,27"), at(outer, 4, inner));
    }

    @Test
    void sequencesThatAreUnknownOrTheirOwnHaveNoOutlines() {
        Sequence self = Sequences.as("inner", 64, 36, sequence("v1: =inner:20", "v2: =inner:20%0.5"));
        assertEquals(List.of(), at(self, 0, self));
        assertEquals(List.of("v1 narrow: 8,0 56,0 56,36 8,36"), at(sequence("v1: narrow:10", "v2: =gone:10"), 0));
    }

    @Test
    void aMediumThatIsMissingIsAsLargeAsItsSlate() {
        List<LayerOutline> outlines = outlines(transformed(sequence("v1: gone:10"), 0, new Transform(0, 0, 0.5, 0, Crop.NONE)),
                0);
        assertEquals("gone", outlines.getFirst().medium());
        assertEquals("v1 gone: 16,9 48,9 48,27 16,27", text(outlines.getFirst()));
    }

    @Test
    void whatIsDrawnHasNoMedium() {
        List<LayerOutline> outlines = outlines(sequence("v1: #ff0000:10"), 0);
        assertTrue(outlines.getFirst().medium().isEmpty());
        assertEquals(4, outlines.getFirst().corners().size());
    }

    private List<String> moved(Transform transform) {
        return at(moving(transform), 0);
    }

    private static Sequence moving(Transform transform) {
        return transformed(sequence("v1: full:10"), 0, transform);
    }

    private static Sequence transformed(Sequence sequence, int item, Transform transform) {
        Track track = sequence.tracks().getFirst();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < track.items().size(); i++) {
            items.add(i == item ? ((Clip) track.items().get(i)).withTransform(transform) : track.items().get(i));
        }
        return sequence.withTrack(track.withItems(TrackItems.of(items)));
    }

    private List<LayerOutline> outlines(Sequence sequence, long frame) {
        return new LayerOutlines(sequence, catalog).at(frame);
    }

    private List<String> at(Sequence sequence, long frame, Sequence... nested) {
        return new LayerOutlines(sequence, catalog.with(List.of(nested))).at(frame).stream().map(LayerOutlinesTest::text)
                .toList();
    }

    private static String text(LayerOutline outline) {
        return outline.track() + " " + outline.medium() + ": "
                + outline.corners().stream().map(c -> px(c.xPx()) + "," + px(c.yPx())).collect(Collectors.joining(" "));
    }

    private static String px(double px) {
        double whole = Math.rint(px);
        return Math.abs(px - whole) < 1e-6 ? Long.toString((long) whole) : String.format(Locale.ROOT, "%.1f", px);
    }

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }
}
