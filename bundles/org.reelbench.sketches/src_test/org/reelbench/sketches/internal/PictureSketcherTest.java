package org.reelbench.sketches.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.StreamLook;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Small pictures are shown as rendering shows the medium: upright, in shape, in its colours. */
class PictureSketcherTest {

    private static final ColorDescription COLOR = ColorDescription.BT709_LIMITED;
    private static final ColorDescription FULL = new ColorDescription(COLOR.matrix(), ColorDescription.Range.FULL,
            COLOR.primaries(), COLOR.transfer());
    private static final PictureFormat PICTURE = PictureFormat.of(64, 36, PixelFormat.YUV420P, COLOR);

    private final List<RationalTime> asked = new ArrayList<>();
    private final List<ColorDescription> converted = new ArrayList<>();

    /** Turned by 90 degrees, says the file. */
    private final FrameReader phone = new FrameReader() {

        @Override
        public VideoStreamInfo stream() {
            return new VideoStreamInfo(0, "h264", PICTURE, Optional.empty(), RationalTime.ZERO, RationalTime.ofSeconds(9), false,
                    90, Rational.ONE);
        }

        @Override
        public VideoFrame frameAt(RationalTime time, Cancellation cancellation) {
            throw new AssertionError("a sync sample does");
        }

        @Override
        public VideoFrame nearestSyncFrame(RationalTime time, Cancellation cancellation) {
            asked.add(time);
            return MemoryFrame.allocate(PICTURE, time);
        }

        @Override
        public long decodedFrames() {
            return asked.size();
        }

        @Override
        public void close() {
            // holds nothing
        }
    };

    /** Writes a mark into the upper left corner. */
    private final ScreenConverter converter = new ScreenConverter() {

        @Override
        public void convert(VideoFrame picture, MemorySegment target, int widthPx, int heightPx, int strideBytes) {
            converted.add(picture.format().color());
            target.fill((byte) 0);
            target.set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
        }

        @Override
        public void close() {
            // holds nothing
        }
    };

    private Thumbnail made(@Nullable StreamLook look) throws MediaException {
        return PictureSketcher.of(phone, look, converter, RationalTime.ofSeconds(5), new Cancellation());
    }

    private static String mark(Thumbnail thumbnail) {
        for (int i = 0; i < thumbnail.bgr().length; i += Thumbnail.PIXEL_BYTES) {
            if (thumbnail.bgr()[i] == 1) {
                int pixel = i / Thumbnail.PIXEL_BYTES;
                boolean right = pixel % thumbnail.widthPx() == thumbnail.widthPx() - 1;
                boolean low = pixel / thumbnail.widthPx() == thumbnail.heightPx() - 1;
                return (low ? "lower " : "upper ") + (right ? "right" : "left");
            }
        }
        return "none";
    }

    @Test
    void aPictureIsShownAsTheFileSays() throws MediaException {
        Thumbnail upright = made(null);
        assertEquals(50, upright.widthPx());
        assertEquals(90, upright.heightPx());
        assertEquals("upper right", mark(upright));
        assertEquals(List.of(RationalTime.ofSeconds(5)), asked);
        assertEquals(List.of(COLOR), converted);
    }

    @Test
    void whatTheProjectSaysCountsInstead() throws MediaException {
        Thumbnail lying = made(new StreamLook(0, Rational.ONE, FULL, Rational.of(24, 25)));
        assertEquals(160, lying.widthPx());
        assertEquals(90, lying.heightPx());
        assertEquals("upper left", mark(lying));
        assertEquals(List.of(RationalTime.of(24, 5)), asked, "it runs slower, so less of it has passed");
        assertEquals(List.of(FULL), converted);

        Thumbnail wide = made(new StreamLook(180, Rational.of(4, 3), COLOR, Rational.ONE));
        assertEquals(160, wide.widthPx());
        assertEquals(67, wide.heightPx());
        assertEquals("lower right", mark(wide));
    }
}
