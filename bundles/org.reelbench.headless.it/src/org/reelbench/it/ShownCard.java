package org.reelbench.it;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/** Reads test cards from what a screen gets, by their green. */
final class ShownCard {

    private ShownCard() {
    }

    /** Reads the card that fills the picture. */
    static Reading read(ScreenPicture picture) {
        return read(picture, 0, 0, 1);
    }

    /** Reads a card that fills a part of the picture in its shape: where it begins and how large it is, in sides of the picture. */
    static Reading read(ScreenPicture picture, double left, double top, double size) {
        int width = picture.size().widthPx();
        int height = picture.size().heightPx();
        try (MemoryFrame grey = MemoryFrame.allocate(
                PictureFormat.of(width, height, PixelFormat.GRAY8, ColorDescription.BT709_LIMITED), RationalTime.ZERO)) {
            MemorySegment pixels = picture.pixels();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    byte green = pixels.get(ValueLayout.JAVA_BYTE, (long) y * picture.strideBytes() + x * 4L + 1);
                    grey.plane(0).set(ValueLayout.JAVA_BYTE, (long) y * grey.strideBytes(0) + x, green);
                }
            }
            return TestCard.read(grey, left * width, top * height, size * width, size * height);
        }
    }
}
