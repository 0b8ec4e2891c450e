package org.reelbench.demo.internal.verify;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

import org.reelbench.demo.internal.film.Box;
import org.reelbench.demo.internal.film.Dissolve;
import org.reelbench.demo.internal.film.EditList;
import org.reelbench.demo.internal.film.Shot;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * A film of 40 frames drawn on demand: source 1, at 20 a dissolve of 8 frames to source 2, from 30 on source 3 at 85 % on top.
 * Its fields make it wrong.
 */
final class FakeFilm implements FrameReader {

    static final Box FULL = new Box(0, 0, 640, 360);
    static final Box INSET = new Box(21, 200, 160, 90);
    static final EditList LIST = new EditList(640, 360, 40,
            List.of(shot("bottom", 0, 20, 1, "0s", FULL, 1), shot("bottom", 20, 40, 2, "1s", FULL, 1),
                    shot("top", 30, 40, 3, "2s", INSET, 0.85)),
            List.of(new Dissolve("bottom", 20, 4)), List.of());

    int length = 40;
    int repeatedAt = -1;
    int insetLate;
    double insetOpacity = 0.85;
    boolean dissolves = true;

    @Override
    public VideoStreamInfo stream() {
        throw new UnsupportedOperationException();
    }

    @Override
    public VideoFrame frameAt(RationalTime time, Cancellation cancellation) {
        int shown = (int) Math.min(length - 1, EditList.RATE.frameAt(time));
        MemoryFrame picture = allocate(FULL, EditList.RATE.timeOf(shown));
        int frame = shown == repeatedAt ? shown - 1 : shown;
        boolean later = frame >= (dissolves ? 24 : 20);
        TestCard.draw(picture, later ? 2 : 1, later ? frame + 10 : frame);
        if (dissolves && frame >= 16 && frame < 24) {
            lay(picture, FULL, 2, frame + 10, (frame - 16 + 0.5) / 8);
        }
        if (frame >= 30) {
            lay(picture, INSET, 3, frame + 30 - insetLate, insetOpacity);
        }
        return picture;
    }

    static MemoryFrame allocate(Box box, RationalTime time) {
        return MemoryFrame.allocate(
                PictureFormat.of((int) box.width(), (int) box.height(), PixelFormat.YUV420P, ColorDescription.BT709_LIMITED),
                time);
    }

    /** Lays a card over a picture; luma alone, which is all that is read. */
    static void lay(VideoFrame picture, Box box, int source, long frameNumber, double weight) {
        try (MemoryFrame card = allocate(box, RationalTime.ZERO)) {
            TestCard.draw(card, source, frameNumber);
            MemorySegment target = picture.plane(0);
            for (int y = 0; y < card.format().heightPx(); y++) {
                for (int x = 0; x < card.format().widthPx(); x++) {
                    long at = (long) (y + (int) box.y()) * picture.strideBytes(0) + x + (int) box.x();
                    int below = Byte.toUnsignedInt(target.get(ValueLayout.JAVA_BYTE, at));
                    int above = Byte.toUnsignedInt(card.plane(0).get(ValueLayout.JAVA_BYTE, (long) y * card.strideBytes(0) + x));
                    target.set(ValueLayout.JAVA_BYTE, at, (byte) Math.round(below + (above - below) * weight));
                }
            }
        }
    }

    @Override
    public long decodedFrames() {
        return 0;
    }

    @Override
    public void close() {
        // nothing is open
    }

    private static Shot shot(String layer, long start, long end, int source, String in, Box box, double opacity) {
        return new Shot(layer, start, end, source, RationalTime.parse(in), Rational.ONE, box, opacity);
    }
}
