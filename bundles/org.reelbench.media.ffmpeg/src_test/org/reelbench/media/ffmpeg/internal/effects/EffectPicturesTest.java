package org.reelbench.media.ffmpeg.internal.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectUse;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PaintColor;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.Stencil;
import org.reelbench.media.TextBlock;
import org.reelbench.media.TextBlock.Align;
import org.reelbench.media.Typeface;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.compose.FfmpegComposers;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** What the effects do that make colours, shapes and letters. */
class EffectPicturesTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final Canvas CANVAS = new Canvas(WIDTH, HEIGHT, FrameRate.of(25, 1), ColorDescription.BT709_LIMITED);
    private static final Canvas CLEAR = new Canvas(WIDTH, HEIGHT, FrameRate.of(25, 1), ColorDescription.BT709_LIMITED, true);

    private final FfmpegComposers composers = BuiltIn.composers();

    private static MemoryFrame solid(String color) {
        MemoryFrame frame = MemoryFrame.allocate(CANVAS.picture(), RationalTime.ZERO);
        int[] samples = PaintColor.parse(color).samples(frame.format());
        for (int plane = 0; plane < 3; plane++) {
            frame.plane(plane).fill((byte) samples[plane]);
        }
        return frame;
    }

    private static int at(VideoFrame frame, int plane, int x, int y) {
        return frame.plane(plane).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x) & 0xff;
    }

    private VideoFrame apply(Canvas canvas, VideoFrame picture, String effect, Map<String, Object> values) throws MediaException {
        LayerSpec layer = new LayerSpec(picture.format(), Placement.at(0, 0, WIDTH, HEIGHT), false,
                List.of(new EffectUse("org.reelbench." + effect, new TreeMap<>(values))));
        try (Composer composer = composers.open(new Composition(canvas, List.of(layer)))) {
            return composer.compose(0, List.of(new ComposerInput(picture, 1, RationalTime.ZERO)));
        }
    }

    private void assertColor(String expected, String color, String effect, Map<String, Object> values, int tolerance)
            throws MediaException {
        int[] samples = PaintColor.parse(expected)
                .samples(PictureFormat.of(2, 2, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED));
        try (MemoryFrame picture = solid(color); VideoFrame changed = apply(CANVAS, picture, effect, values)) {
            for (int plane = 0; plane < 3; plane++) {
                assertEquals(samples[plane], at(changed, plane, 20, 20), tolerance, effect + values + " plane " + plane);
            }
        }
    }

    @Test
    void eachCharacterOfATitleIsDrawnAndNoneIsACommand() throws Exception {
        String special = "'\";:,\\%{}[]()$&|<>=@#~`^!?*";
        for (String text : List.of(special, "%{pts}", "\\n", "':x=0:text='", "[in]negate[out];[out]null")) {
            Stencil letters = new TextBlock(text, Typeface.SANS, 9, Align.CENTER, 80, 45, 0).draw(WIDTH, HEIGHT);
            try (MemoryFrame picture = solid("#000000");
                    VideoFrame titled = apply(CANVAS, picture, "title", Map.of("text", text, "lineWidth", 0, "size", 0.1))) {
                for (int y = 0; y < HEIGHT; y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        assertEquals(16 + letters.at(x, y) * 219 / 255.0, at(titled, 0, x, y), 0.51, text);
                    }
                }
            }
        }
    }

    @Test
    void aTitleHasItsColorPlaceAndBox() throws Exception {
        Map<String, Object> values = Map.of("text", "HH", "size", 0.3, "placeX", 0.25, "placeY", 0.75, "color", "#ff0000",
                "boxColor",
                "#0000ff", "boxOpacity", 1.0);
        try (MemoryFrame picture = solid("#808080"); VideoFrame titled = apply(CANVAS, picture, "title", values)) {
            assertEquals(126, at(titled, 0, 120, 20));
            Stencil letters = new TextBlock("HH", Typeface.SANS, 27, Align.CENTER, 40, 67.5, 144).draw(WIDTH, HEIGHT);
            int stem = letters.leftPx();
            while (letters.at(stem, 66) < 255) {
                stem++;
            }
            assertEquals(63, at(titled, 0, stem, 66), 1);
            assertEquals(32, at(titled, 0, letters.leftPx() - 3, 66), 1, "the box is around the letters");
            assertEquals(126, at(titled, 0, letters.leftPx() - 12, 66));
        }
    }

    @Test
    void aTitleShowsOnWhatIsTransparent() throws Exception {
        try (MemoryFrame picture = MemoryFrame.allocate(
                PictureFormat.of(WIDTH, HEIGHT, PixelFormat.YUVA420P, ColorDescription.BT709_LIMITED), RationalTime.ZERO);
                VideoFrame titled = apply(CLEAR, picture, "title", Map.of("text", "I", "size", 1, "font", "sans bold"))) {
            assertEquals(255, at(titled, 3, 80, 45));
            assertEquals(235, at(titled, 0, 80, 45));
            assertEquals(0, at(titled, 3, 20, 45));
        }
    }

    @Test
    void theKeyedColourBecomesTransparentAndOthersStay() throws Exception {
        for (String color : List.of("#00ff00", "#00c020", "#0000ff")) {
            try (MemoryFrame picture = solid(color);
                    VideoFrame keyed = apply(CLEAR, picture, "chromaKey", Map.of("color", color, "similarity", 0.1))) {
                assertEquals(0, at(keyed, 3, 50, 50), color);
            }
        }
        for (String color : List.of("#ffffff", "#c08060", "#ff0000", "#404040")) {
            try (MemoryFrame picture = solid(color);
                    VideoFrame kept = apply(CLEAR, picture, "chromaKey", Map.of("similarity", 0.1))) {
                assertEquals(255, at(kept, 3, 50, 50), color);
                assertEquals(at(picture, 0, 50, 50), at(kept, 0, 50, 50), color);
            }
        }
    }

    @Test
    void masksShowTheirShape() throws Exception {
        Map<String, Object> rectangle = Map.of("centreX", 0.25, "width", 0.25, "height", 0.5);
        Map<String, Object> ellipse = Map.of("shape", "ellipse", "width", 0.5, "height", 1, "outside", true);
        Map<String, Object> turned = Map.of("width", 0.5, "height", 0.2, "degrees", 90);
        Map<String, Object> soft = Map.of("width", 0.5, "height", 2, "feather", 0.2);
        try (MemoryFrame picture = solid("#ffffff");
                VideoFrame one = apply(CLEAR, picture, "mask", rectangle);
                VideoFrame two = apply(CLEAR, picture, "mask", ellipse);
                VideoFrame three = apply(CLEAR, picture, "mask", turned);
                VideoFrame four = apply(CLEAR, picture, "mask", soft)) {
            assertEquals(255, at(one, 3, 21, 45));
            assertEquals(0, at(one, 3, 19, 45));
            assertEquals(0, at(one, 3, 40, 20));
            assertEquals(0, at(two, 3, 80, 45));
            assertEquals(255, at(two, 3, 45, 5), "in the corner beside the ellipse");
            assertEquals(0, at(two, 3, 80, 1));
            assertEquals(255, at(three, 3, 80, 10));
            assertEquals(0, at(three, 3, 100, 45));
            assertEquals(128, at(four, 3, 40, 45), 8);
            assertTrue(at(four, 3, 36, 45) < 90 && at(four, 3, 44, 45) > 165, "the edge is as soft as asked for");
        }
    }

    @Test
    void fadesGoAllTheWay() throws Exception {
        assertColor("#ff0000", "#20a0ff", "fade", Map.of("amount", 1, "color", "#ff0000"), 1);
        assertColor("#20a0ff", "#20a0ff", "fade", Map.of("amount", 0), 0);
        assertColor("#404040", "#808080", "fade", Map.of("amount", 0.5), 1);
        try (MemoryFrame picture = solid("#ffffff");
                VideoFrame half = apply(CLEAR, picture, "fade", Map.of("into", "transparent", "amount", 0.5))) {
            assertEquals(128, at(half, 3, 10, 10), 1);
            assertEquals(235, at(half, 0, 10, 10));
        }
    }

    @Test
    void coloursChangeAsTheEffectsSay(@TempDir Path folder) throws Exception {
        assertColor("#7f7f7f", "#808080", "invert", Map.of(), 2);
        assertColor("#00ff00", "#ff0000", "hue", Map.of("degrees", 120), 3);
        assertColor("#808080", "#404040", "exposure", Map.of("stops", 1), 2);
        assertColor("#ffffff", "#000000", "curves", Map.of("master", "0/1 1/0"), 2);
        assertColor("#bf8080", "#808080", "curves", Map.of("red", "0/0 0.502/0.749 1/1"), 2);
        Path table = CubeFiles.swapped(folder.resolve("swapped.cube"));
        assertColor("#4020ff", "#ff4040", "lut", Map.of("file", table.toString()), 2);
        assertColor("#ff4040", "#ff4040", "lut", Map.of("file", table.toString(), "strength", 0), 2);
        assertColor("#ff4040", "#ff4040", "lut", Map.of(), 1);
    }

    @Test
    void transformsMoveScaleAndTurnAboutTheirAnchor() throws Exception {
        try (MemoryFrame picture = solid("#ffffff");
                VideoFrame half = apply(CLEAR, picture, "transform", Map.of("scaleX", 0.5, "scaleY", 0.5));
                VideoFrame corner = apply(CLEAR, picture, "transform",
                        Map.of("scaleX", 0.5, "scaleY", 0.5, "anchorX", 0, "anchorY", 0));
                VideoFrame right = apply(CLEAR, picture, "transform", Map.of("right", 0.25));
                VideoFrame turned = apply(CLEAR, picture, "transform", Map.of("degrees", 90))) {
            assertEquals(0, at(half, 3, 38, 45));
            assertEquals(255, at(half, 3, 41, 45));
            assertEquals(235, at(half, 0, 41, 45), "no seam at the edge");
            assertEquals(255, at(corner, 3, 5, 5));
            assertEquals(0, at(corner, 3, 82, 5));
            assertEquals(0, at(right, 3, 38, 45));
            assertEquals(255, at(right, 3, 159, 45));
            assertEquals(255, at(turned, 3, 80, 5));
            assertEquals(0, at(turned, 3, 20, 45));
        }
    }

    @Test
    void tablesAndCurvesWithoutSenseAreRefusedInWords(@TempDir Path folder) throws Exception {
        for (String text : List.of("", "LUT_3D_SIZE 2\n0 0 0\n", "LUT_3D_SIZE 1000\n", "LUT_1D_SIZE 4\n0 0 0\n", "hello\n",
                "LUT_3D_SIZE 2\n" + "0 0 0\n".repeat(9), "LUT_3D_SIZE 2\n" + "0 0 NaN\n".repeat(8),
                "LUT_3D_SIZE 2\nDOMAIN_MAX 2 2 2\n" + "0 0 0\n".repeat(8))) {
            Path file = Files.writeString(folder.resolve("bad.cube"), text);
            assertRefused("bad.cube", "lut", Map.of("file", file.toString()));
        }
        assertRefused("gone.cube", "lut", Map.of("file", folder.resolve("gone.cube").toString()));
        assertRefused(folder.getFileName().toString(), "lut", Map.of("file", folder.toString()));
        for (String curve : List.of("", "0/0 0/1", "1/1 0/0", "0/0 2/1", "a/b", "0/0;negate", "0/0 1/1'[x]", "0..1/1")) {
            assertRefused("master", "curves", Map.of("master", curve));
        }
    }

    private void assertRefused(String words, String effect, Map<String, Object> values) {
        try (MemoryFrame picture = solid("#ffffff")) {
            MediaException refused = assertThrows(MediaException.class, () -> apply(CANVAS, picture, effect, values).close(),
                    values.toString());
            assertEquals(Reason.EFFECT, refused.reason(), values.toString());
            assertTrue(refused.getMessage().contains(words), refused.getMessage());
        }
    }
}
