package org.reelbench.media.ffmpeg.internal.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectUse;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.compose.FfmpegComposers;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** What the built-in effects do to pictures. */
class BuiltInEffectsTest {

    private static final Canvas CANVAS = new Canvas(160, 90, FrameRate.of(25, 1), ColorDescription.BT709_LIMITED);
    private static final PictureFormat PICTURE = PictureFormat.of(160, 90, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);

    private final FfmpegComposers composers = BuiltIn.composers();

    @Test
    void effectsThatShallDoNothingDoNothing() throws Exception {
        Map<String, Map<String, Object>> idle = Map.of("org.reelbench.blur", Map.of("radiusPx", 0), "org.reelbench.color",
                Map.of(), "org.reelbench.mirror", Map.of("horizontal", false), "org.reelbench.vignette", Map.of("strength", 0));
        try (MemoryFrame picture = gradient()) {
            for (Map.Entry<String, Map<String, Object>> effect : idle.entrySet()) {
                try (VideoFrame composed = apply(effect.getKey(), effect.getValue(), picture)) {
                    for (int x = 0; x < 160; x++) {
                        assertEquals(at(picture, 0, x, 44), at(composed, 0, x, 44), effect.getKey());
                        assertEquals(at(picture, 1, x / 2, 22), at(composed, 1, x / 2, 22), effect.getKey());
                    }
                }
            }
        }
    }

    @Test
    void mirrorTurnsLeftForRightAndTopForBottom() throws Exception {
        try (MemoryFrame picture = gradient();
                VideoFrame sideways = apply("org.reelbench.mirror", Map.of(), picture);
                VideoFrame over = apply("org.reelbench.mirror", Map.of("vertical", true, "horizontal", false), picture);
                VideoFrame both = apply("org.reelbench.mirror", Map.of("vertical", true), picture)) {
            assertEquals(at(picture, 0, 3, 5), at(sideways, 0, 156, 5));
            assertEquals(at(picture, 0, 3, 5), at(over, 0, 3, 84));
            assertEquals(at(picture, 0, 3, 5), at(both, 0, 156, 84));
            assertEquals(at(picture, 1, 3, 5), at(both, 1, 76, 39));
        }
    }

    @Test
    void greyHasNoColorAndTheSameLight() throws Exception {
        try (MemoryFrame picture = gradient(); VideoFrame grey = apply("org.reelbench.grey", Map.of(), picture)) {
            assertNotEquals(128, at(picture, 1, 60, 10));
            assertEquals(128, at(grey, 1, 60, 10));
            assertEquals(128, at(grey, 2, 60, 10));
            assertEquals(at(picture, 0, 120, 20), at(grey, 0, 120, 20));
        }
    }

    @Test
    void colorFollowsItsArithmetic() throws Exception {
        try (MemoryFrame picture = gradient();
                VideoFrame bright = apply("org.reelbench.color", Map.of("brightness", 0.1), picture);
                VideoFrame strong = apply("org.reelbench.color", Map.of("contrast", 2, "saturation", 0.5), picture)) {
            for (int x = 0; x < 160; x += 3) {
                int luma = at(picture, 0, x, 40);
                assertEquals(luma + 21.9, at(bright, 0, x, 40), 0.6);
                assertEquals(Math.clamp((luma - 125.5) * 2 + 125.5, 0, 255), at(strong, 0, x, 40), 0.6);
                int chroma = at(picture, 1, x / 2, 20);
                assertEquals((chroma - 128) * 0.5 + 128, at(strong, 1, x / 2, 20), 0.6);
                assertEquals(chroma, at(bright, 1, x / 2, 20));
            }
        }
    }

    @Test
    void blurWidensAnEdgeInLightAndColorAlike() throws Exception {
        try (MemoryFrame edge = MemoryFrame.allocate(PICTURE, RationalTime.ZERO)) {
            for (int plane = 0; plane < 3; plane++) {
                for (int y = 0; y < PixelFormat.YUV420P.rows(plane, 90); y++) {
                    int width = PixelFormat.YUV420P.rowBytes(plane, 160);
                    for (int x = 0; x < width; x++) {
                        edge.plane(plane).set(ValueLayout.JAVA_BYTE, (long) y * edge.strideBytes(plane) + x,
                                (byte) (x < width / 2 ? 50 : 200));
                    }
                }
            }
            try (VideoFrame blurred = apply("org.reelbench.blur", Map.of("radiusPx", 6), edge)) {
                // Half a sample more than one radius beside the edge a blurred step stands at 14 and 86 hundredths.
                assertEquals(50 + 150 * 0.14, at(blurred, 0, 79 - 6, 45), 4);
                assertEquals(50 + 150 * 0.86, at(blurred, 0, 80 + 6, 45), 4);
                assertEquals(50 + 150 * 0.12, at(blurred, 1, 39 - 3, 20), 6);
                assertEquals(50 + 150 * 0.88, at(blurred, 2, 40 + 3, 20), 6);
                assertEquals(50, at(blurred, 0, 20, 45));
            }
        }
    }

    @Test
    void vignetteDarkensTheCornersAndKeepsTheCentre() throws Exception {
        try (MemoryFrame picture = gradient();
                VideoFrame dark = apply("org.reelbench.vignette", Map.of("strength", 1), picture);
                VideoFrame again = apply("org.reelbench.vignette", Map.of("strength", 1), picture)) {
            assertEquals(at(picture, 0, 80, 45), at(dark, 0, 80, 45));
            assertEquals(at(picture, 1, 40, 22), at(dark, 1, 40, 22));
            assertEquals(16, at(dark, 0, 0, 0), 1);
            assertEquals(16, at(dark, 0, 159, 89), 2);
            assertEquals(128, at(dark, 1, 0, 0), 1);
            assertTrue(at(dark, 0, 150, 45) < at(picture, 0, 150, 45));
            assertEquals(0, MemorySegment.mismatch(dark.plane(0), 0, 160, again.plane(0), 0, 160) + 1);
        }
    }

    private VideoFrame apply(String effect, Map<String, Object> values, VideoFrame picture) throws MediaException {
        LayerSpec layer = new LayerSpec(PICTURE, Placement.at(0, 0, 160, 90), false,
                List.of(new EffectUse(effect, new TreeMap<>(values))));
        try (Composer composer = composers.open(new Composition(CANVAS, List.of(layer)))) {
            return composer.compose(0, List.of(new ComposerInput(picture, 1, RationalTime.ZERO)));
        }
    }

    private static MemoryFrame gradient() {
        MemoryFrame frame = MemoryFrame.allocate(PICTURE, RationalTime.ZERO);
        for (int plane = 0; plane < 3; plane++) {
            for (int y = 0; y < PixelFormat.YUV420P.rows(plane, 90); y++) {
                for (int x = 0; x < PixelFormat.YUV420P.rowBytes(plane, 160); x++) {
                    frame.plane(plane).set(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x,
                            (byte) (30 + x + y / 2 + plane));
                }
            }
        }
        return frame;
    }

    private static int at(VideoFrame frame, int plane, int x, int y) {
        return frame.plane(plane).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x) & 0xff;
    }
}
