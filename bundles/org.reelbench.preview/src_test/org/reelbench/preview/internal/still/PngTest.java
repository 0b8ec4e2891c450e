package org.reelbench.preview.internal.still;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

/** What is written as PNG is read as the same pixels by somebody else's reader. */
class PngTest {

    @Test
    void everyPixelComesBack() throws IOException {
        byte[] bgrx = new byte[37 * 11 * 4];
        new Random(3).nextBytes(bgrx);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(37, 11, bgrx)));
        assertEquals(37, read.getWidth());
        assertEquals(11, read.getHeight());
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 37; x++) {
                int at = (y * 37 + x) * 4;
                int expected = 0xFF << 24 | (bgrx[at + 2] & 0xFF) << 16 | (bgrx[at + 1] & 0xFF) << 8 | bgrx[at] & 0xFF;
                assertEquals(expected, read.getRGB(x, y), x + " " + y);
            }
        }
    }
}
