package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.MediaException;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Stencil;
import org.reelbench.media.TextBlock;
import org.reelbench.media.TextBlock.Align;
import org.reelbench.media.Typeface;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.Sequences;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Generator;

/** What generators draw. */
class GeneratorsTest {

    private final Canvas canvas = new Canvas(66, 38, Sequences.FPS_25, ColorDescription.BT709_LIMITED);

    /** The values of EBU colour bars in BT.709, limited range. */
    @ParameterizedTest
    @CsvSource({ "000000, 16, 128, 128", "ffffff, 235, 128, 128", "ff0000, 63, 102, 240", "00ff00, 173, 42, 26",
            "0000ff, 32, 240, 118",
            "FFFF00, 219, 16, 138", "00ffff, 188, 154, 16", "ff00ff, 78, 214, 230", "808080, 126, 128, 128" })
    void colorsAreThoseOfTheStandard(String rgb, int luma, int cb, int cr) throws MediaException {
        try (VideoFrame frame = draw(Generator.color("#" + rgb))) {
            int[] expected = { luma, cb, cr };
            assertEquals(canvas.picture(), frame.format());
            for (int plane = 0; plane < 3; plane++) {
                MemorySegment samples = frame.plane(plane);
                int rows = PixelFormat.YUV420P.rows(plane, 38);
                for (int row = 0; row < rows; row++) {
                    for (int x = 0; x < PixelFormat.YUV420P.rowBytes(plane, 66); x++) {
                        assertEquals(expected[plane],
                                samples.get(ValueLayout.JAVA_BYTE, (long) row * frame.strideBytes(plane) + x) & 0xff);
                    }
                }
            }
        }
    }

    @Test
    void whatAPlugInDrawsIsDrawnOnBlack() throws MediaException {
        Generator plasma = new Generator("org.example.plasma", new TreeMap<>(Map.of("speed", "2")));
        try (VideoFrame frame = draw(plasma)) {
            assertEquals(16, frame.plane(0).get(ValueLayout.JAVA_BYTE, 0) & 0xff);
        }
        assertEquals("org.example.plasma", PluginGenerators.effects(plasma).getFirst().effect());
        assertEquals(Map.of("speed", "2"), PluginGenerators.effects(plasma).getFirst().parameters());
        assertEquals(List.of(), PluginGenerators.effects(Generator.bars()));
    }

    @Test
    void whatIsNoColorIsRefused() {
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("color", "red");
        assertThrows(MediaException.class, () -> draw(new Generator("color", parameters)).close());
    }

    @Test
    void textsBecomeTheValuesOfAPlugInsParameters() {
        assertEquals(2.5, PluginGenerators.valueOf("2.5", EffectParameter.number("n", "N", 0, 0, 9)));
        assertEquals(true, PluginGenerators.valueOf("true", EffectParameter.flag("f", "F", false)));
        assertEquals("42", PluginGenerators.valueOf("42", EffectParameter.text("t", "T", "", 9)));
        assertEquals("much", PluginGenerators.valueOf("much", EffectParameter.number("n", "N", 0, 0, 9)));
        assertEquals("NaN", PluginGenerators.valueOf("NaN", EffectParameter.number("n", "N", 0, 0, 9)));
    }

    @Test
    void withoutAColorItIsBlack() throws MediaException {
        try (VideoFrame frame = draw(new Generator("color", new TreeMap<>()))) {
            assertEquals(16, frame.plane(0).get(ValueLayout.JAVA_BYTE, 0));
        }
    }

    @Test
    void barsRunFromWhiteToBlueAtThreeQuarters() throws MediaException {
        // BT.709, limited range, 75 %: white, yellow, cyan, green, magenta, red, blue.
        int[][] expected = { { 180, 128, 128 }, { 168, 44, 136 }, { 145, 147, 44 }, { 134, 63, 52 }, { 63, 193, 204 },
                { 51, 109, 212 }, { 28, 212, 120 } };
        try (VideoFrame frame = draw(Generator.bars())) {
            for (int bar = 0; bar < 7; bar++) {
                int x = (int) (66 * (bar + 0.5) / 7);
                assertEquals(expected[bar][0], at(frame, 0, x, 5), 1, "bar " + bar);
                assertEquals(expected[bar][1], at(frame, 1, x / 2, 3), 1, "bar " + bar);
                assertEquals(expected[bar][2], at(frame, 2, x / 2, 3), 1, "bar " + bar);
            }
            assertEquals(16, at(frame, 0, 0, 28));
            assertEquals(235, at(frame, 0, 65, 28));
            assertEquals(235, at(frame, 0, 15, 36));
            assertEquals(16, at(frame, 0, 3, 36));
        }
    }

    @Test
    void aTitleIsItsLettersAndNothingElse() throws MediaException {
        TreeMap<String, String> values = new TreeMap<>(Generator.title("Hg").parameters());
        values.put("color", "#ff0000");
        values.put("sizePx", "20");
        values.put("yPx", "-3");
        values.put("align", "left");
        Stencil letters = new TextBlock("Hg", Typeface.SANS, 20, Align.LEFT, 33, 16, 0).draw(66, 38);
        try (VideoFrame frame = draw(new Generator("title", values))) {
            assertEquals(PixelFormat.YUVA420P, frame.format().pixelFormat());
            for (int y = 0; y < 38; y++) {
                for (int x = 0; x < 66; x++) {
                    assertEquals(letters.at(x, y), at(frame, 3, x, y));
                    assertEquals(63, at(frame, 0, x, y));
                }
            }
            assertEquals(240, at(frame, 2, 0, 0));
        }
        values.put("background", "#0000ff");
        try (VideoFrame frame = draw(new Generator("title", values))) {
            assertEquals(PixelFormat.YUV420P, frame.format().pixelFormat());
            assertEquals(32, at(frame, 0, 0, 0));
        }
    }

    @Test
    void valuesThatMakeNoSenseAreNamed() {
        for (String[] wrong : new String[][] { { "title", "color", "red" }, { "title", "sizePx", "0" },
                { "title", "sizePx", "big" },
                { "title", "align", "up" }, { "title", "xPx", "NaN" }, { "counter", "firstNumber", "one" },
                { "counter", "background", "#12" } }) {
            TreeMap<String, String> values = new TreeMap<>();
            values.put(wrong[1], wrong[2]);
            String message = assertThrows(MediaException.class, () -> draw(new Generator(wrong[0], values)).close()).getMessage();
            assertTrue(message.contains(wrong[1]) && message.contains(wrong[2]) && message.contains(wrong[0]), message);
        }
    }

    @Test
    void theCounterShowsTheNumberOfEachFrame() throws MediaException {
        Canvas large = new Canvas(320, 180, Sequences.FPS_25, ColorDescription.BT709_LIMITED);
        TreeMap<String, String> values = new TreeMap<>();
        values.put("firstNumber", "980");
        values.put("sizePx", "60");
        try (Drawn counter = Generators.open(new Generator("counter", values), large)) {
            for (long frame : new long[] { 0, 7, 24, 3, 25, 1234 }) {
                try (VideoFrame picture = counter.at(Sequences.FPS_25.timeOf(frame))) {
                    assertEquals(980 + frame, read(picture));
                }
            }
            try (VideoFrame picture = counter.at(Sequences.FPS_25.timeOf(8).minus(RationalTime.of(1, 1000)))) {
                assertEquals(980 + 7, read(picture), "a frame lasts until the next one begins");
            }
        }
    }

    /** Reads the number as people do: by what its figures look like. */
    private static long read(VideoFrame picture) {
        for (long number = 900; number < 3000; number++) {
            Stencil figures = new TextBlock(Long.toString(number), Typeface.SANS_BOLD, 60, Align.CENTER, 160, 60, 0).draw(320,
                    180);
            boolean same = true;
            for (int y = 35; same && y < 85; y++) {
                for (int x = 0; same && x < 320; x++) {
                    same = Math.abs(at(picture, 0, x, y) - (16 + figures.at(x, y) * 219 / 255.0)) < 1.1;
                }
            }
            if (same) {
                return number;
            }
        }
        return -1;
    }

    private static int at(VideoFrame frame, int plane, int x, int y) {
        return frame.plane(plane).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x) & 0xff;
    }

    private VideoFrame draw(Generator generator) throws MediaException {
        try (Drawn drawn = Generators.open(generator, canvas)) {
            return drawn.at(RationalTime.ZERO);
        }
    }
}
