package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.CANVAS;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.FULL;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.WHOLE;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.at;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.format;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.hash;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.input;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.noise;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.solid;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.translucent;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Blend;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.LayerSpec.Motion;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** Layers that filters and the painter lay together: moving, blended, dissolved and standing still. */
class LayeredPicturesTest {

    private static final PictureFormat SMALL = format(64, 36, PixelFormat.YUV420P);

    private final FfmpegComposers composers = new FfmpegComposers();

    @Test
    void aMovingLayerIsPaintedByOneComposerAsOneThatStandsThereIs() throws Exception {
        List<LayerSpec> layers = List.of(LayerSpec.opaque(FULL, WHOLE),
                LayerSpec.opaque(SMALL, Placement.at(0, 0, 64, 36)).withMotion(Motion.PLACE),
                translucent(SMALL, Placement.at(200, 100, 64, 36)));
        try (MemoryFrame below = noise(FULL, 1);
                MemoryFrame above = noise(SMALL, 2);
                Composer moving = composers.open(new Composition(CANVAS, layers))) {
            for (int step = 0; step < 8; step++) {
                Placement place = new Placement(step * 0.5, 0, 0, step, 30 + step * 0.1, 40, 64 + step, 36, step * 3.7);
                LayerSpec standing = LayerSpec.opaque(SMALL, place);
                try (VideoFrame moved = moving.compose(step, List.of(input(below),
                        new ComposerInput(above, 1, RationalTime.ZERO, place), input(above, 0.4)));
                        Composer still = composers.open(new Composition(CANVAS, List.of(layers.get(0),
                                place.isOnPixels() ? standing.withMotion(Motion.PLACE) : standing, layers.get(2))));
                        VideoFrame stood = still.compose(step, List.of(input(below),
                                new ComposerInput(above, 1, RationalTime.ZERO, place.isOnPixels() ? place : null),
                                input(above, 0.4)))) {
                    assertEquals(hash(stood), hash(moved), "step " + step);
                }
            }
        }
    }

    @Test
    void aBlendedLayerChangesWhatIsBelowAndIsBelowWhatIsAbove() throws Exception {
        List<LayerSpec> layers = List.of(LayerSpec.opaque(FULL, WHOLE),
                LayerSpec.opaque(FULL, WHOLE).withBlend(Blend.MULTIPLY), LayerSpec.opaque(SMALL, Placement.at(10, 10, 64, 36)));
        try (MemoryFrame grey = solid(FULL, 16 + 219 / 2, 128, 128);
                MemoryFrame half = solid(FULL, 16 + 219 / 2, 128, 128);
                MemoryFrame above = solid(SMALL, 200, 100, 150);
                Composer composer = composers.open(new Composition(CANVAS, layers));
                VideoFrame composed = composer.compose(0, List.of(input(grey), input(half), input(above)))) {
            assertEquals(16 + 219 / 4.0, at(composed, 0, 200, 100), 1);
            assertEquals(128, at(composed, 1, 100, 50), 1);
            assertEquals(200, at(composed, 0, 20, 20));
        }
    }

    @Test
    void theSidesOfADissolveThatCoverPartsOfTheCanvasAddUp() throws Exception {
        // The outgoing side covers the left two thirds, the incoming one the right two thirds of a white canvas.
        Placement left = Placement.at(0, 0, 214, 180);
        Placement right = Placement.at(106, 0, 214, 180);
        for (PixelFormat pixels : new PixelFormat[] { PixelFormat.YUV420P, PixelFormat.YUVA420P }) {
            PictureFormat side = format(214, 180, pixels);
            List<LayerSpec> layers = List.of(LayerSpec.opaque(FULL, WHOLE), translucent(side, left),
                    translucent(side, right).withJoined(true));
            try (MemoryFrame white = solid(FULL, 235, 128, 128);
                    MemoryFrame out = solid(side, 60, 128, 128, 255);
                    MemoryFrame in = solid(side, 100, 128, 128, 255);
                    Composer composer = composers.open(new Composition(CANVAS, layers))) {
                for (double risen : new double[] { 0.1, 0.5, 0.9 }) {
                    try (VideoFrame composed = composer.compose(0,
                            List.of(input(white), input(out, 1 - risen), input(in, risen)))) {
                        assertEquals(235 * risen + 60 * (1 - risen), at(composed, 0, 50, 90), 1);
                        assertEquals(60 * (1 - risen) + 100 * risen, at(composed, 0, 160, 90), 1, "nothing white shines through");
                        assertEquals(235 * (1 - risen) + 100 * risen, at(composed, 0, 270, 90), 1);
                    }
                }
            }
        }
    }

    @Test
    void aDissolveAtTheBottomFadesOverBlack() throws Exception {
        Placement left = Placement.at(0, 0, 214, 180);
        PictureFormat side = format(214, 180, PixelFormat.YUV420P);
        List<LayerSpec> layers = List.of(translucent(side, left), translucent(side, left).withJoined(true));
        try (MemoryFrame out = solid(side, 100, 128, 128);
                MemoryFrame in = solid(side, 200, 128, 128);
                Composer composer = composers.open(new Composition(CANVAS, layers));
                VideoFrame composed = composer.compose(0, List.of(input(out, 0.5), input(in, 0.5)))) {
            assertEquals(150, at(composed, 0, 50, 90), 1);
            assertEquals(16, at(composed, 0, 300, 90));
        }
    }

    @Test
    void thePlacedPictureOfAStillIsKept() throws Exception {
        PictureFormat photo = format(800, 450, PixelFormat.YUV420P);
        LayerSpec still = LayerSpec.opaque(photo, WHOLE).withMotion(Motion.STILL);
        try (MemoryFrame first = noise(photo, 1);
                MemoryFrame second = noise(photo, 2);
                Composer keeping = composers.open(new Composition(CANVAS, List.of(still)));
                Composer plain = composers.open(new Composition(CANVAS, List.of(still.withMotion(Motion.PICTURE))));
                VideoFrame once = keeping.compose(0, List.of(input(first)));
                VideoFrame twice = keeping.compose(1, List.of(input(first)));
                VideoFrame other = keeping.compose(2, List.of(input(second)));
                VideoFrame firstPlain = plain.compose(0, List.of(input(first)));
                VideoFrame otherPlain = plain.compose(2, List.of(input(second)))) {
            assertEquals(once.plane(0).address(), twice.plane(0).address(), "scaled once");
            assertEquals(hash(firstPlain), hash(twice));
            assertEquals(hash(otherPlain), hash(other));
            assertNotEquals(hash(once), hash(other));
        }
    }

    @Test
    void aKeptStillIsSeenAsAnyOtherPictureWouldBe() throws Exception {
        PictureFormat logo = format(100, 50, PixelFormat.YUVA420P);
        for (Placement place : List.of(Placement.at(11, 20, 64, 36), new Placement(2, 0, 0, 4, 100, 50, 80, 40, 90),
                Placement.at(10.5, 20.25, 64, 36))) {
            for (PictureFormat format : List.of(SMALL, logo)) {
                LayerSpec layer = translucent(format, place);
                try (MemoryFrame below = noise(FULL, 3);
                        MemoryFrame above = noise(format, 4);
                        Composer keeping = composers.open(new Composition(CANVAS,
                                List.of(LayerSpec.opaque(FULL, WHOLE), layer.withMotion(Motion.STILL))));
                        Composer plain = composers.open(new Composition(CANVAS,
                                List.of(LayerSpec.opaque(FULL, WHOLE), layer)))) {
                    for (double opacity : new double[] { 1, 0.3, 0, 0.7 }) {
                        try (VideoFrame kept = keeping.compose(0, List.of(input(below), input(above, opacity)));
                                VideoFrame anew = plain.compose(0, List.of(input(below), input(above, opacity)))) {
                            assertEquals(hash(anew), hash(kept), place + " " + opacity);
                        }
                    }
                }
            }
        }
    }
}
