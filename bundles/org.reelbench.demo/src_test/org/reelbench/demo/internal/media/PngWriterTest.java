package org.reelbench.demo.internal.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

class PngWriterTest {

    private static final PictureFormat FORMAT = PictureFormat.of(320, 180, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);

    @Test
    void coloursComeOutAsTheyWentIn() throws IOException {
        // BT.709 limited: white, black, red, green and blue.
        int[][] yuv = { { 235, 128, 128 }, { 16, 128, 128 }, { 63, 102, 240 }, { 173, 42, 26 }, { 32, 240, 118 } };
        int[] rgb = { 0xffffff, 0x000000, 0xff0000, 0x00ff00, 0x0000ff };
        for (int i = 0; i < yuv.length; i++) {
            try (MemoryFrame frame = MemoryFrame.allocate(FORMAT, RationalTime.ZERO)) {
                for (int plane = 0; plane < 3; plane++) {
                    frame.plane(plane).fill((byte) yuv[i][plane]);
                }
                BufferedImage image = written(frame);
                assertEquals(320, image.getWidth());
                assertEquals(180, image.getHeight());
                assertNear(rgb[i], image.getRGB(0, 0) & 0xffffff);
                assertNear(rgb[i], image.getRGB(319, 179) & 0xffffff);
            }
        }
    }

    @Test
    void everyPixelLiesWhereItWas() throws IOException {
        try (MemoryFrame card = MemoryFrame.allocate(FORMAT, RationalTime.ZERO)) {
            TestCard.draw(card, 7, 42);
            card.plane(1).fill((byte) 128);
            card.plane(2).fill((byte) 128);
            BufferedImage image = written(card);
            for (int y = 0; y < 180; y++) {
                for (int x = 0; x < 320; x++) {
                    int luma = Byte.toUnsignedInt(card.plane(0).get(ValueLayout.JAVA_BYTE, (long) y * card.strideBytes(0) + x));
                    int grey = Math.clamp(Math.round((luma - 16) * 255 / 219.0), 0, 255);
                    assertNear(grey * 0x10101, image.getRGB(x, y) & 0xffffff);
                }
            }
        }
    }

    @Test
    void otherPicturesAreRefused() {
        PictureFormat grey = PictureFormat.of(320, 180, PixelFormat.GRAY8, ColorDescription.BT709_LIMITED);
        try (MemoryFrame frame = MemoryFrame.allocate(grey, RationalTime.ZERO)) {
            assertThrows(IllegalArgumentException.class, () -> PngWriter.write(frame, new ByteArrayOutputStream()));
        }
    }

    private static BufferedImage written(VideoFrame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngWriter.write(frame, bytes);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertNotNull(image, "no PNG");
        return image;
    }

    private static void assertNear(int expected, int actual) {
        for (int shift = 0; shift <= 16; shift += 8) {
            int distance = Math.abs((expected >> shift & 255) - (actual >> shift & 255));
            assertTrue(distance <= 2, () -> Integer.toHexString(actual) + " instead of " + Integer.toHexString(expected));
        }
    }
}
