package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.CANVAS;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.FULL;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.HEIGHT;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.WHOLE;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.WIDTH;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.at;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.compose;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.format;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.hash;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.input;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.noise;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.solid;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.translucent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.Composer;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.time.RationalTime;

/** Composed pictures, sample by sample. */
class ComposerTest {

    private static final PictureFormat SMALL = format(64, 36, PixelFormat.YUV420P);

    private final FfmpegComposers composers = new FfmpegComposers();

    @Test
    void aSingleLayerThatIsTheCanvasGoesThroughUntouched() throws Exception {
        try (FfmpegFrame frame = FfmpegFrame.allocate(FULL, RationalTime.ZERO);
                FfmpegComposer composer = FfmpegComposer
                        .open(new Composition(CANVAS, List.of(LayerSpec.opaque(FULL, WHOLE))),
                                new InstalledEffects());
                VideoFrame composed = composer.compose(7, List.of(input(frame)))) {
            assertEquals(frame.plane(0).address(), composed.plane(0).address());
            assertEquals(List.of("buffer@in0", "buffersink@out"),
                    java.util.Objects.requireNonNull(composer.graphOf(0)).filters());
            assertEquals(CANVAS.rate().timeOf(7), composed.time());
        }
    }

    @Test
    void noLayerIsBlack() throws Exception {
        try (VideoFrame composed = compose(composers, List.of())) {
            assertEquals(16, at(composed, 0, 5, 5));
            assertEquals(128, at(composed, 1, 5, 5));
            assertEquals(128, at(composed, 2, 159, 89));
            assertTrue(Frames.sameShape(CANVAS.picture(), composed.format()), composed.format().toString());
        }
    }

    @Test
    void aTransparentCanvasIsSeenThroughWhereNoLayerIs() throws Exception {
        Canvas canvas = new Canvas(WIDTH, HEIGHT, CANVAS.rate(), CANVAS.color(), true);
        LayerSpec half = translucent(SMALL, Placement.at(101, 51, 64, 36));
        LayerSpec whole = LayerSpec.opaque(SMALL, Placement.at(131, 51, 64, 36));
        try (MemoryFrame layer = solid(SMALL, 180, 90, 200);
                MemoryFrame other = solid(SMALL, 60, 120, 100);
                MemoryFrame below = noise(FULL, 1);
                Composer inner = composers.open(new Composition(canvas, List.of(half, whole)));
                VideoFrame composed = inner.compose(0, List.of(input(layer, 0.4), input(other)))) {
            assertEquals(PixelFormat.YUVA444P, composed.format().pixelFormat());
            assertEquals(List.of(0, 102, 255),
                    List.of(at(composed, 3, 100, 60), at(composed, 3, 101, 51), at(composed, 3, 131, 60)));
            assertEquals(List.of(180, 90, 200, 60, 120, 100), List.of(at(composed, 0, 110, 60), at(composed, 1, 110, 60),
                    at(composed, 2, 110, 60), at(composed, 0, 140, 60), at(composed, 1, 140, 60), at(composed, 2, 140, 60)));
            try (Composer outer = composers.open(new Composition(CANVAS,
                    List.of(LayerSpec.opaque(FULL, WHOLE), LayerSpec.opaque(composed.format(), WHOLE))));
                    Composer flat = composers.open(new Composition(CANVAS, List.of(LayerSpec.opaque(FULL, WHOLE), half, whole)));
                    VideoFrame nested = outer.compose(0, List.of(input(below), input(composed)));
                    VideoFrame direct = flat.compose(0, List.of(input(below), input(layer, 0.4), input(other)))) {
                for (int plane = 0; plane < 3; plane++) {
                    for (int y = 0; y < HEIGHT / (plane == 0 ? 1 : 2); y++) {
                        for (int x = 0; x < WIDTH / (plane == 0 ? 1 : 2); x++) {
                            // Composed at once, colour on a layer's side is averaged once for each layer.
                            boolean side = plane > 0 && (Set.of(50, 65, 82, 97).contains(x) || Set.of(25, 43).contains(y));
                            assertEquals(at(direct, plane, x, y), at(nested, plane, x, y), side ? 255 : 1,
                                    plane + ": " + x + "," + y);
                        }
                    }
                }
                assertEquals(at(below, 0, 100, 50), at(nested, 0, 100, 50));
            }
        }
    }

    @Test
    void aTransparentCanvasWithoutLayersIsNotSeen() throws Exception {
        Canvas canvas = new Canvas(35, 21, CANVAS.rate(), CANVAS.color(), true);
        try (Composer composer = composers.open(new Composition(canvas, List.of()));
                VideoFrame composed = composer.compose(0, List.of())) {
            assertEquals(0, at(composed, 3, 34, 20));
        }
    }

    @Test
    void aLayerLiesExactlyOnItsPixelsAndChangesNoOther() throws Exception {
        for (int[] place : new int[][] { { 100, 50 }, { 101, 50 }, { 100, 51 }, { 101, 51 }, { -3, 7 }, { 299, 170 },
                { -20, -10 } }) {
            assertLiesAt(place[0], place[1], SMALL);
        }
        assertLiesAt(100, 50, format(63, 35, PixelFormat.YUV420P));
        for (int side = 9; side >= 1; side--) {
            assertLiesAt(101, 51, format(side, side, PixelFormat.YUV420P));
        }
    }

    private void assertLiesAt(int left, int top, PictureFormat layer) throws MediaException {
        try (MemoryFrame below = noise(FULL, 1);
                MemoryFrame above = solid(layer, 180, 90, 200);
                VideoFrame composed = compose(composers,
                        List.of(LayerSpec.opaque(FULL, WHOLE),
                                LayerSpec.opaque(layer, Placement.at(left, top, layer.widthPx(), layer.heightPx()))),
                        below, above)) {
            String where = layer.widthPx() + "x" + layer.heightPx() + " at " + left + "," + top + " ";
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    boolean inside = x >= left && x < left + layer.widthPx() && y >= top && y < top + layer.heightPx();
                    assertEquals(inside ? 180 : at(below, 0, x, y), at(composed, 0, x, y), where + "luma " + x + "," + y);
                }
            }
            for (int y = 0; y < HEIGHT / 2; y++) {
                for (int x = 0; x < WIDTH / 2; x++) {
                    int covered = overlap(2 * x, left, layer.widthPx()) * overlap(2 * y, top, layer.heightPx());
                    for (int plane = 1; plane <= 2; plane++) {
                        int own = plane == 1 ? 90 : 200;
                        double expected = (own * covered + at(below, plane, x, y) * (4 - covered)) / 4.0;
                        assertEquals(expected, at(composed, plane, x, y), covered % 4 == 0 ? 0 : 1.01,
                                where + "plane " + plane + " " + x + "," + y);
                    }
                }
            }
        }
    }

    private static int overlap(int pair, int start, int length) {
        return Math.max(0, Math.min(pair + 2, start + length) - Math.max(pair, start));
    }

    @Test
    void aMoveByOnePixelIsSeen() throws Exception {
        try (MemoryFrame below = solid(FULL, 50, 128, 128);
                MemoryFrame above = noise(SMALL, 3);
                VideoFrame even = compose(composers, over(SMALL, Placement.at(100, 50, 64, 36)), below, above);
                VideoFrame odd = compose(composers, over(SMALL, Placement.at(101, 50, 64, 36)), below, above)) {
            assertNotEquals(hash(even), hash(odd));
            for (int x = 0; x < 64; x++) {
                assertEquals(at(even, 0, 100 + x, 60), at(odd, 0, 101 + x, 60));
            }
        }
    }

    private static List<LayerSpec> over(PictureFormat format, Placement placement) {
        return List.of(LayerSpec.opaque(FULL, WHOLE), LayerSpec.opaque(format, placement));
    }

    @Test
    void aCropLeavesOutWhatItSays() throws Exception {
        for (int left : new int[] { 10, 11 }) {
            Placement crop = new Placement(left, 5, 20, 7, 40, 30, 64 - left - 20, 36 - 12, 0);
            try (MemoryFrame below = solid(FULL, 50, 128, 128);
                    MemoryFrame above = noise(SMALL, 4);
                    VideoFrame composed = compose(composers, over(SMALL, crop), below, above)) {
                for (int y = 0; y < 24; y++) {
                    for (int x = 0; x < 34 - (left - 10); x++) {
                        assertEquals(at(above, 0, left + x, 5 + y), at(composed, 0, 40 + x, 30 + y));
                    }
                }
                assertEquals(50, at(composed, 0, 39, 30));
                assertEquals(50, at(composed, 0, 40 + 64 - left - 20, 30));
            }
        }
        assertReason(Reason.UNSUPPORTED, List.of(LayerSpec.opaque(SMALL, new Placement(60, 0, 4, 0, 0, 0, 10, 10, 0))));
    }

    @Test
    void aPictureIsScaledToItsRectangle() throws Exception {
        PictureFormat input = format(160, 90, PixelFormat.YUV420P);
        try (MemoryFrame quarters = Pictures.draw(input,
                (plane, x, y) -> plane == 0 ? (x < 80 ? 60 : 200) : (y < 22 ? 100 : 150));
                VideoFrame composed = compose(composers, List.of(LayerSpec.opaque(input, WHOLE)), quarters)) {
            assertEquals(60, at(composed, 0, 100, 90));
            assertEquals(200, at(composed, 0, 220, 90));
            assertEquals(130, at(composed, 0, 159, 90), 45);
            assertEquals(100, at(composed, 1, 80, 20));
            assertEquals(150, at(composed, 2, 80, 70));
        }
    }

    @Test
    void aBaseLargerThanTheCanvasIsCut() throws Exception {
        PictureFormat input = format(400, 240, PixelFormat.YUV420P);
        try (MemoryFrame large = noise(input, 5);
                VideoFrame composed = compose(composers,
                        List.of(LayerSpec.opaque(input, Placement.at(-30, -20, 400, 240))), large)) {
            assertEquals(at(large, 0, 30, 20), at(composed, 0, 0, 0));
            assertEquals(at(large, 0, 349, 199), at(composed, 0, 319, 179));
            assertEquals(at(large, 1, 15, 10), at(composed, 1, 0, 0));
        }
    }

    @Test
    void aQuarterTurnIsClockwiseAndExact() throws Exception {
        // Centre (132, 68) stays: the turned picture is 36 wide and 64 high.
        Placement turned = new Placement(0, 0, 0, 0, 100, 50, 64, 36, 90);
        try (MemoryFrame below = solid(FULL, 50, 128, 128);
                MemoryFrame above = noise(SMALL, 6);
                VideoFrame composed = compose(composers, over(SMALL, turned), below, above)) {
            for (int y = 0; y < 36; y++) {
                for (int x = 0; x < 64; x++) {
                    assertEquals(at(above, 0, x, y), at(composed, 0, 114 + 35 - y, 36 + x));
                }
            }
            assertEquals(50, at(composed, 0, 113, 60));
            assertEquals(50, at(composed, 0, 150, 60));
        }
        try (MemoryFrame below = solid(FULL, 50, 128, 128);
                MemoryFrame above = noise(SMALL, 6);
                VideoFrame half = compose(composers, over(SMALL, new Placement(0, 0, 0, 0, 100, 50, 64, 36, -180)), below, above);
                VideoFrame back = compose(composers, over(SMALL, new Placement(0, 0, 0, 0, 100, 50, 64, 36, 270)), below,
                        above)) {
            assertEquals(at(above, 0, 0, 0), at(half, 0, 163, 85));
            assertEquals(at(above, 0, 0, 0), at(back, 0, 114, 99));
        }
        try (MemoryFrame whole = noise(FULL, 7);
                VideoFrame half = compose(composers,
                        List.of(LayerSpec.opaque(FULL, new Placement(0, 0, 0, 0, 0, 0, 320, 180, 180))), whole)) {
            assertEquals(at(whole, 0, 3, 4), at(half, 0, 316, 175));
        }
    }

    @Test
    void anEighthTurnKeepsTheCentreAndLeavesTheCornersClear() throws Exception {
        for (int left : new int[] { 100, 101 }) {
            // A square, left half dark and right half bright: turned clockwise by 45° the bright half points down and right.
            PictureFormat square = format(64, 64, PixelFormat.YUV420P);
            try (MemoryFrame below = noise(FULL, 1);
                    MemoryFrame above = Pictures.draw(square, (plane, x, _) -> plane == 0 ? (x < 32 ? 40 : 220) : 128);
                    VideoFrame composed = compose(composers, over(square, new Placement(0, 0, 0, 0, left, 50, 64, 64, 45)), below,
                            above)) {
                int centreX = left + 32;
                int centreY = 82;
                assertEquals(220, at(composed, 0, centreX + 10, centreY + 10), "towards the lower right");
                assertEquals(40, at(composed, 0, centreX - 10, centreY - 10), "towards the upper left");
                assertEquals(220, at(composed, 0, centreX + 40, centreY), "the right corner of the turned square");
                assertEquals(40, at(composed, 0, centreX - 41, centreY - 1), "its left corner");
                for (int[] corner : new int[][] { { -44, -44 }, { 43, -44 }, { -44, 43 }, { 43, 43 }, { -30, -30 },
                        { 30, 30 } }) {
                    int x = centreX + corner[0];
                    int y = centreY + corner[1];
                    assertEquals(at(below, 0, x, y), at(composed, 0, x, y), "transparent at " + corner[0] + "," + corner[1]);
                    assertEquals(at(below, 1, x / 2, y / 2), at(composed, 1, x / 2, y / 2));
                }
            }
        }
    }

    @Test
    void opacityMixesLinearlyAndIsExactAtItsEnds() throws Exception {
        for (Placement place : List.of(WHOLE, Placement.at(40, 20, 320, 180), Placement.at(41, 21, 320, 180))) {
            List<LayerSpec> layers = List.of(LayerSpec.opaque(FULL, WHOLE), translucent(FULL, place));
            try (MemoryFrame below = noise(FULL, 1);
                    MemoryFrame above = noise(FULL, 2);
                    Composer composer = composers.open(new Composition(CANVAS, layers));
                    VideoFrame opaque = compose(composers, List.of(layers.get(0), LayerSpec.opaque(FULL, place)), below, above)) {
                // Up, down and up again: what was set for one frame must not stay for the next.
                for (int step : new int[] { 0, 20, 10, 5, 1, 0, 19, 20, 10 }) {
                    double opacity = step / 20.0;
                    try (VideoFrame mixed = composer.compose(step, List.of(input(below), input(above, opacity)))) {
                        if (step == 0) {
                            assertEquals(hash(below), hash(mixed));
                        } else if (step == 20) {
                            assertEquals(hash(opaque), hash(mixed));
                        }
                        for (int x = 50; x < 300; x += 7) {
                            double expected = at(below, 0, x, 100) * (1 - opacity) + at(opaque, 0, x, 100) * opacity;
                            assertEquals(expected, at(mixed, 0, x, 100), 1.0, "opacity " + opacity + " at " + x);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aTranslucentLowestLayerLiesOnBlack() throws Exception {
        try (MemoryFrame white = solid(FULL, 235, 128, 128);
                Composer composer = composers.open(new Composition(CANVAS, List.of(translucent(FULL, WHOLE))));
                VideoFrame half = composer.compose(0, List.of(input(white, 0.5)));
                VideoFrame gone = composer.compose(1, List.of(input(white, 0)))) {
            assertEquals(16 + 219 / 2.0, at(half, 0, 10, 10), 1);
            assertEquals(16, at(gone, 0, 10, 10));
        }
    }

    @Test
    void superWhiteAndSuperBlackSurviveOpacity() throws Exception {
        try (MemoryFrame below = solid(FULL, 100, 128, 128);
                MemoryFrame above = Pictures.draw(FULL, (plane, x, _) -> plane == 0 ? (x < 160 ? 2 : 253) : 128);
                Composer composer = composers
                        .open(new Composition(CANVAS, List.of(LayerSpec.opaque(FULL, WHOLE), translucent(FULL, WHOLE))));
                VideoFrame mixed = composer.compose(0, List.of(input(below), input(above, 0.9)))) {
            assertEquals(100 * 0.1 + 2 * 0.9, at(mixed, 0, 20, 20), 1);
            assertEquals(100 * 0.1 + 253 * 0.9, at(mixed, 0, 300, 20), 1);
        }
    }

    @Test
    void aFrameDependsOnItsInputsAloneInWhateverOrder() throws Exception {
        PictureFormat big = format(640, 360, PixelFormat.YUV420P);
        List<LayerSpec> layers = List.of(LayerSpec.opaque(big, WHOLE), translucent(SMALL, Placement.at(33, 44, 100, 50)),
                LayerSpec.opaque(SMALL, new Placement(0, 0, 0, 0, 200, 50, 64, 36, 30)));
        List<Integer> order = new ArrayList<>(List.of(5, 4, 3, 9, 0, 0, 7, 8, 9, 1, 2, 6, 5, 4));
        Map<Integer, String> seen = new HashMap<>();
        try (Composer composer = composers.open(new Composition(CANVAS, layers))) {
            for (int n : order) {
                try (MemoryFrame a = noise(big, n);
                        MemoryFrame b = noise(SMALL, 100 + n);
                        MemoryFrame c = noise(SMALL, 200 + n);
                        VideoFrame composed = composer.compose(n, List.of(input(a), input(b, n / 10.0), input(c)))) {
                    assertEquals(CANVAS.rate().timeOf(n), composed.time());
                    String hash = hash(composed);
                    assertEquals(seen.computeIfAbsent(n, _ -> hash), hash, "frame " + n);
                }
            }
        }
        assertEquals(10, seen.values().stream().distinct().count());
    }

    @Test
    void aComposedFrameLivesOnWithoutItsComposer() throws Exception {
        VideoFrame composed;
        try (MemoryFrame below = noise(FULL, 1); MemoryFrame above = noise(SMALL, 2)) {
            composed = compose(composers, over(SMALL, Placement.at(10, 10, 100, 100)), below, above);
        }
        String before = hash(composed);
        try (MemoryFrame other = noise(FULL, 3); VideoFrame next = compose(composers, over(FULL, WHOLE), other, other)) {
            assertEquals(before, hash(composed));
            assertNotEquals(before, hash(next));
        }
        composed.close();
    }

    @Test
    void aLayerBesideTheCanvasChangesNothing() throws Exception {
        try (MemoryFrame below = noise(FULL, 1);
                MemoryFrame above = noise(SMALL, 2);
                VideoFrame composed = compose(composers, over(SMALL, Placement.at(400, 0, 64, 36)), below, above)) {
            assertEquals(hash(below), hash(composed));
        }
    }

    @Test
    void plainCompositionsHaveNoConversionNobodyWrote() throws Exception {
        ColorDescription old = new ColorDescription(Matrix.BT601, Range.FULL);
        PictureFormat rgba = PictureFormat.of(80, 80, PixelFormat.RGBA, new ColorDescription(Matrix.RGB, Range.FULL));
        PictureFormat ten = new PictureFormat(640, 360, PixelFormat.NATIVE, avutil.AV_PIX_FMT_YUV422P10LE, old);
        List<LayerSpec> layers = List.of(LayerSpec.opaque(format(640, 360, PixelFormat.YUV420P), WHOLE),
                LayerSpec.opaque(FULL, Placement.at(10, 10, 64, 36)), translucent(SMALL, Placement.at(11, 10, 64, 36)),
                translucent(rgba, new Placement(1, 1, 1, 1, 10, 10, 80, 80, 12)),
                LayerSpec.opaque(PictureFormat.of(64, 36, PixelFormat.YUV420P, old), Placement.at(3, 3, 200, 100)),
                LayerSpec.opaque(PictureFormat.of(63, 35, PixelFormat.YUV420P, old), Placement.at(4, 4, 64, 36)),
                translucent(PictureFormat.of(640, 360, PixelFormat.YUV444P, old), Placement.at(4, 4, 63, 35)),
                translucent(ten, Placement.at(4, 4, 64, 36)), LayerSpec.opaque(ten, Placement.at(4, 4, 640, 360)));
        try (FfmpegComposer composer = FfmpegComposer.open(new Composition(CANVAS, layers),
                new InstalledEffects())) {
            List<String> filters = java.util.Objects.requireNonNull(composer.graphOf(0)).filters();
            assertFalse(filters.stream().anyMatch(f -> f.startsWith("auto_")), filters + "\n" + composer.graph());
        }
    }

    @Test
    void aFrameOfAnotherShapeIsRefusedByName() throws Exception {
        try (MemoryFrame small = noise(SMALL, 1);
                Composer composer = composers.open(new Composition(CANVAS, List.of(LayerSpec.opaque(FULL, WHOLE))))) {
            MediaException refused = assertThrows(MediaException.class, () -> composer.compose(0, List.of(input(small))).close());
            assertEquals(Reason.UNSUPPORTED, refused.reason());
            assertTrue(refused.getMessage().contains("320") && refused.getMessage().contains("64"), refused.getMessage());
            assertThrows(IllegalArgumentException.class, () -> composer.compose(0, List.of()).close());
            try (MemoryFrame right = noise(FULL, 1)) {
                assertThrows(IllegalArgumentException.class, () -> composer.compose(0, List.of(input(right, 0.5))).close());
                composer.compose(0, List.of(input(right))).close();
            }
        }
    }

    private void assertReason(Reason reason, List<LayerSpec> layers) {
        MediaException thrown = assertThrows(MediaException.class, () -> composers.open(new Composition(CANVAS, layers)).close());
        assertEquals(reason, thrown.reason(), thrown.getMessage());
    }
}
