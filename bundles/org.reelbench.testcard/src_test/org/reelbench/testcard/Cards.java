package org.reelbench.testcard;

import java.lang.foreign.ValueLayout;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** Frames for the tests: empty ones, cards, and pictures taken out of frames and put back. */
final class Cards {

    private Cards() {
    }

    static MemoryFrame frame(int width, int height, PixelFormat format, ColorDescription color) {
        return MemoryFrame.allocate(PictureFormat.of(width, height, format, color), RationalTime.ZERO);
    }

    static MemoryFrame frame(int width, int height) {
        return frame(width, height, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
    }

    static MemoryFrame card(int width, int height, int source, long frameNumber) {
        MemoryFrame frame = frame(width, height);
        TestCard.draw(frame, source, frameNumber);
        return frame;
    }

    static int sample(VideoFrame frame, int plane, int x, int y) {
        return frame.plane(plane).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x) & 0xFF;
    }

    /** Returns the luma of a card. */
    static Picture luma(int width, int height, int source, long frameNumber) {
        try (MemoryFrame frame = frame(width, height, PixelFormat.GRAY8, ColorDescription.BT709_LIMITED)) {
            TestCard.draw(frame, source, frameNumber);
            Picture picture = new Picture(width, height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    picture.set(x, y, sample(frame, 0, x, y));
                }
            }
            return picture;
        }
    }

    /** Reads a card from luma, all of it. */
    static Reading read(Picture picture) {
        return read(picture, 0, 0, picture.width(), picture.height());
    }

    /** Reads a card from luma. */
    static Reading read(Picture picture, double x, double y, double width, double height) {
        try (MemoryFrame frame = frame(picture.width(), picture.height(), PixelFormat.GRAY8, ColorDescription.BT709_LIMITED)) {
            for (int row = 0; row < picture.height(); row++) {
                for (int column = 0; column < picture.width(); column++) {
                    frame.plane(0).set(ValueLayout.JAVA_BYTE, (long) row * frame.strideBytes(0) + column,
                            (byte) Math.clamp(Math.round(picture.at(column, row)), 0, 255));
                }
            }
            return TestCard.read(frame, x, y, width, height);
        }
    }
}
