package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EffectUse;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.LayerSpec.Motion;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.render.Sequences;

/** Compositions on a smaller canvas: where layers lie, and what effects see. */
class ReductionTest {

    private static final Canvas CANVAS = new Canvas(1920, 1080, Sequences.FPS_25, ColorDescription.BT709_LIMITED);
    private static final PictureFormat PICTURE = PictureFormat.of(1920, 1080, PixelFormat.YUV420P,
            ColorDescription.BT709_LIMITED);

    private static LaidLayer resting(Placement place, EffectUse... effects) {
        return new LaidLayer(new LayerSpec(PICTURE, place, false, List.of(effects)), null);
    }

    @Test
    void withoutReductionNothingChanges() {
        LaidLayer layer = resting(Placement.at(0, 0, 1920, 1080));
        assertSame(layer, Reduction.NONE.laid(layer, CANVAS));
        assertSame(CANVAS, Reduction.NONE.canvas(CANVAS));
    }

    @Test
    void aLayerThatCoversTheCanvasStillDoesAndRestsOnPixels() {
        for (int divisor : List.of(2, 4)) {
            Reduction reduction = new Reduction(divisor);
            for (Canvas canvas : List.of(CANVAS, new Canvas(1366, 770, CANVAS.rate(), CANVAS.color()),
                    new Canvas(2, 2, CANVAS.rate(), CANVAS.color()))) {
                Canvas small = reduction.canvas(canvas);
                LaidLayer laid = reduction.laid(resting(Placement.at(0, 0, canvas.widthPx(), canvas.heightPx())), canvas);
                assertEquals(Placement.at(0, 0, small.widthPx(), small.heightPx()), laid.spec().placement());
            }
        }
    }

    @Test
    void layersThatTouchStillTouch() {
        Reduction half = new Reduction(2);
        Placement left = half.laid(resting(Placement.at(0, 0, 641, 1080)), CANVAS).spec().placement();
        Placement right = half.laid(resting(Placement.at(641, 0, 1279, 1080)), CANVAS).spec().placement();
        assertEquals(left.leftPx() + left.widthPx(), right.leftPx());
        assertEquals(960, right.leftPx() + right.widthPx());
    }

    @Test
    void aPictureOnItsSideKeepsItsBox() {
        Placement turned = new Placement(0, 0, 0, 0, 420, -420, 1080, 1920, 90);
        Placement small = new Reduction(2).laid(resting(turned), CANVAS).spec().placement();
        assertEquals(new Placement(0, 0, 0, 0, 210, -210, 540, 960, 90), small);
        assertTrue(small.isOnPixels());
    }

    @Test
    void whatMovesBetweenPixelsStillDoesAndItsCropStays() {
        Placement moving = new Placement(10, 20, 30, 40, 100.5, 50.25, 800, 450, 30);
        LaidLayer layer = new LaidLayer(resting(Placement.at(0, 0, 1920, 1080)).spec().withMotion(Motion.PLACE), moving);
        assertEquals(new Placement(10, 20, 30, 40, 50.25, 25.125, 400, 225, 30), new Reduction(2).laid(layer, CANVAS).moving());
    }

    @Test
    void effectsSeeThePictureInFullSize() {
        Placement whole = Placement.at(0, 0, 1920, 1080);
        LaidLayer small = new Reduction(4).laid(resting(whole, new EffectUse("blur", new TreeMap<>())), CANVAS);
        assertEquals(whole, small.spec().placement());
        assertEquals(Motion.PLACE, small.spec().motion());
        assertEquals(Placement.at(0, 0, 480, 270), small.moving());
    }

    @Test
    void aRendererComposesOnTheSmallerCanvasFromTheNextFrameOnWithTheSameReaders() throws Exception {
        try (Bench bench = Bench.direct()) {
            VideoPipeline pipeline = bench.pipeline(Sequences.sequence(Sequences.FPS_25, "v1: full:100"));
            pipeline.run(0, 20, (frame, _) -> {
                if (frame == 9) {
                    pipeline.reduce(2);
                }
            }, new Cancellation());
            assertEquals(List.of(64, 32), bench.composers.opened().stream().map(c -> c.canvas().widthPx()).toList());
            assertEquals(1, bench.composers.open(), "what composed pictures of another size is closed");
            assertEquals(20, bench.readers.decodes().size());
            assertEquals(1, bench.readers.opened("full"));
        }
    }
}
