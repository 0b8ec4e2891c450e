package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PixelFormat;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.Generator;

class ColorPictureTest {

    private final Canvas canvas = new Canvas(66, 38, Sequences.FPS_25, ColorDescription.BT709_LIMITED);

    /** The values of EBU colour bars in BT.709, limited range. */
    @ParameterizedTest
    @CsvSource({ "000000, 16, 128, 128", "ffffff, 235, 128, 128", "ff0000, 63, 102, 240", "00ff00, 173, 42, 26",
            "0000ff, 32, 240, 118",
            "FFFF00, 219, 16, 138", "00ffff, 188, 154, 16", "ff00ff, 78, 214, 230", "808080, 126, 128, 128" })
    void colorsAreThoseOfTheStandard(String rgb, int luma, int cb, int cr) throws MediaException {
        try (MemoryFrame frame = ColorPicture.draw(Generator.color("#" + rgb), canvas)) {
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
    void whatNobodyCanDrawIsSaidInWords() {
        Generator noise = new Generator("noise", new TreeMap<>());
        MediaException e = assertThrows(MediaException.class, () -> draw(noise));
        assertEquals(MediaException.Reason.UNSUPPORTED, e.reason());
        assertTrue(e.getMessage().contains("noise"));
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("color", "red");
        assertThrows(MediaException.class, () -> draw(new Generator("color", parameters)));
    }

    @Test
    void withoutAColorItIsBlack() throws MediaException {
        try (MemoryFrame frame = ColorPicture.draw(new Generator("color", new TreeMap<>()), canvas)) {
            assertEquals(16, frame.plane(0).get(ValueLayout.JAVA_BYTE, 0));
        }
    }

    private void draw(Generator generator) throws MediaException {
        ColorPicture.draw(generator, canvas).close();
    }
}
