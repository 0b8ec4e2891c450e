package org.reelbench.demo.internal.verify;

import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;

import org.reelbench.demo.internal.film.Box;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/**
 * Measures how one card is mixed with the one below it: draws both and finds the weight that explains the picture best, by least
 * squares over the rows of the upper card's code strip, where black meets white wherever the cards differ. One thread.
 */
final class MixMeter implements AutoCloseable {

    private static final double STRIP_TOP = 0.11;
    private static final double STRIP_BOTTOM = 0.23;

    private static final int EDGE = 8;

    /** One picture for each size and part; drawing is most of the cost, allocating need not be. */
    private final Map<String, MemoryFrame> drawn = new HashMap<>();

    /** Returns how much of the upper card is in the picture; a number that means nothing if other things are. */
    double weight(VideoFrame picture, Card lower, Card upper) {
        MemoryFrame below = draw("below", lower);
        MemoryFrame above = draw("above", upper);
        int left = (int) Math.round(upper.box().x());
        int top = (int) Math.round(upper.box().y());
        int leftBelow = (int) Math.round(lower.box().x());
        int topBelow = (int) Math.round(lower.box().y());
        int height = above.format().heightPx();
        double product = 0;
        double square = 0;
        for (int y = (int) (height * STRIP_TOP); y < height * STRIP_BOTTOM; y++) {
            for (int x = 1; x < above.format().widthPx() - 1; x++) {
                if (!isEven(above, x, y)) {
                    continue;
                }
                int base = luma(below, left + x - leftBelow, top + y - topBelow);
                int difference = luma(above, x, y) - base;
                product += (double) difference * (luma(picture, left + x, top + y) - base);
                square += (double) difference * difference;
            }
        }
        return product / square;
    }

    /** Edges are left out: scaling and coding soften them, which would be taken for a weaker mix. */
    private static boolean isEven(VideoFrame frame, int x, int y) {
        int here = luma(frame, x, y);
        return Math.abs(luma(frame, x - 1, y) - here) <= EDGE && Math.abs(luma(frame, x + 1, y) - here) <= EDGE
                && Math.abs(luma(frame, x, y - 1) - here) <= EDGE && Math.abs(luma(frame, x, y + 1) - here) <= EDGE;
    }

    private MemoryFrame draw(String part, Card card) {
        Box box = card.box();
        MemoryFrame frame = drawn.computeIfAbsent(part + box.width() + "x" + box.height(),
                _ -> MemoryFrame.allocate(PictureFormat.of((int) Math.round(box.width()), (int) Math.round(box.height()),
                        PixelFormat.YUV420P, ColorDescription.BT709_LIMITED), RationalTime.ZERO));
        TestCard.draw(frame, card.source(), card.frameNumber());
        return frame;
    }

    private static int luma(VideoFrame frame, int x, int y) {
        return Byte.toUnsignedInt(frame.plane(0).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(0) + x));
    }

    @Override
    public void close() {
        drawn.values().forEach(MemoryFrame::close);
        drawn.clear();
    }
}
