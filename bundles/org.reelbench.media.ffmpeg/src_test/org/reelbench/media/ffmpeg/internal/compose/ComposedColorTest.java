package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.CANVAS;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.FULL;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.WHOLE;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.at;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.compose;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.solid;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.Composer;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.time.RationalTime;

/** Colours on the canvas, against the arithmetic of the standards. */
class ComposedColorTest {

    /** Red, green and blue from 0 to 1: the corners of the cube, greys, and colours in between. */
    private static final double[][] PATCHES = { { 0, 0, 0 }, { 1, 1, 1 }, { 0.5, 0.5, 0.5 }, { 0.75, 0, 0 }, { 0, 0.75, 0 },
            { 0, 0, 0.75 }, { 0.8, 0.6, 0.1 }, { 0.2, 0.7, 0.9 }, { 0.9, 0.7, 0.6 }, { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 },
            { 1, 1, 0 } };

    private final FfmpegComposers composers = new FfmpegComposers();

    @Test
    void everyMatrixAndRangeBecomesTheCanvassColor() throws Exception {
        double worst = 0;
        for (Matrix matrix : new Matrix[] { Matrix.BT601, Matrix.BT709, Matrix.BT2020 }) {
            for (Range range : Range.values()) {
                for (int width : new int[] { 320, 160 }) {
                    PictureFormat format = PictureFormat.of(width, width * 9 / 16, PixelFormat.YUV420P,
                            new ColorDescription(matrix, range));
                    for (double[] rgb : PATCHES) {
                        int[] coded = rounded(yuv(rgb, matrix, range));
                        try (MemoryFrame patch = solid(format, coded);
                                VideoFrame composed = compose(composers, List.of(LayerSpec.opaque(format, WHOLE)), patch)) {
                            worst = Math.max(worst, assertColor(yuv(rgb, Matrix.BT709, Range.LIMITED), composed, 40, 40,
                                    format.color() + " " + java.util.Arrays.toString(rgb)));
                        }
                    }
                }
            }
        }
        assertTrue(worst <= 2, "off by " + worst);
    }

    private static double assertColor(double[] expected, VideoFrame composed, int x, int y, String what) {
        double worst = 0;
        for (int plane = 0; plane < 3; plane++) {
            int actual = at(composed, plane, plane == 0 ? x : x / 2, plane == 0 ? y : y / 2);
            assertEquals(expected[plane], actual, 2.0, what + " plane " + plane);
            worst = Math.max(worst, Math.abs(expected[plane] - actual));
        }
        return worst;
    }

    @Test
    void aPictureWithAlphaShowsWhatIsBelow() throws Exception {
        for (PixelFormat pixels : new PixelFormat[] { PixelFormat.RGBA, PixelFormat.BGRA }) {
            PictureFormat format = PictureFormat.of(80, 40, pixels, new ColorDescription(Matrix.RGB, Range.FULL));
            int red = pixels == PixelFormat.RGBA ? 0 : 2;
            // Left third clear, middle half seen, right third opaque; all of it pure red.
            try (MemoryFrame below = solid(FULL, 126, 128, 128);
                    MemoryFrame above = Pictures.draw(format, (_, x, _) -> x % 4 == red ? 255 : x % 4 == 3 ? alpha(x / 4) : 0);
                    VideoFrame composed = compose(composers,
                            List.of(LayerSpec.opaque(FULL, WHOLE), LayerSpec.opaque(format, Placement.at(100, 50, 80, 40))),
                            below, above)) {
                double[] fullRed = yuv(new double[] { 1, 0, 0 }, Matrix.BT709, Range.LIMITED);
                assertColor(new double[] { 126, 128, 128 }, composed, 110, 70, "clear");
                assertColor(fullRed, composed, 170, 70, "opaque");
                assertColor(new double[] { (126 + fullRed[0]) / 2, (128 + fullRed[1]) / 2, (128 + fullRed[2]) / 2 }, composed,
                        140, 70, "half");
                assertColor(new double[] { 126, 128, 128 }, composed, 190, 70, "beside");
            }
        }
    }

    private static int alpha(int x) {
        return x < 26 ? 0 : x < 54 ? 128 : 255;
    }

    @Test
    void aLowestPictureWithAlphaLiesOnBlack() throws Exception {
        PictureFormat format = PictureFormat.of(320, 180, PixelFormat.YUVA420P, ColorDescription.BT709_LIMITED);
        try (MemoryFrame half = solid(format, 235, 128, 128, 128);
                VideoFrame composed = compose(composers, List.of(LayerSpec.opaque(format, WHOLE)), half)) {
            assertEquals(16 + 219 / 2.0, at(composed, 0, 7, 7), 1);
        }
    }

    @Test
    void alphaAndOpacityMultiply() throws Exception {
        PictureFormat format = PictureFormat.of(64, 36, PixelFormat.YUVA444P, ColorDescription.BT709_LIMITED);
        List<LayerSpec> layers = List.of(LayerSpec.opaque(FULL, WHOLE),
                new LayerSpec(format, Placement.at(11, 11, 64, 36), true, List.of()));
        try (MemoryFrame below = solid(FULL, 40, 128, 128);
                MemoryFrame half = solid(format, 200, 128, 128, 128);
                Composer composer = composers.open(new Composition(CANVAS, layers));
                VideoFrame composed = composer.compose(0, List.of(Pictures.input(below), Pictures.input(half, 0.5)))) {
            assertEquals(40 * 0.75 + 200 * 0.25, at(composed, 0, 40, 30), 1);
        }
    }

    @Test
    void tenBitsAreRoundedNotCut() throws Exception {
        PictureFormat format = new PictureFormat(320, 180, PixelFormat.NATIVE, avutil.AV_PIX_FMT_YUV420P10LE,
                ColorDescription.BT709_LIMITED);
        double sum = 0;
        int count = 0;
        try (FfmpegFrame ramp = tenBitRamp();
                VideoFrame composed = compose(composers, List.of(LayerSpec.opaque(format, WHOLE)), ramp)) {
            for (int x = 0; x < 320; x++) {
                assertEquals((64 + 2 * x) / 4.0, at(composed, 0, x, 90), 1.01, "column " + x);
                sum += at(composed, 0, x, 90) - (64 + 2 * x) / 4.0;
                count++;
            }
            assertEquals(128, at(composed, 1, 50, 50));
        }
        assertEquals(0, sum / count, 0.3, "a bias means that bits were cut off");
    }

    private static FfmpegFrame tenBitRamp() {
        AVFrame frame = avutil.av_frame_alloc();
        try {
            frame.width(320);
            frame.height(180);
            frame.format(avutil.AV_PIX_FMT_YUV420P10LE);
            frame.colorspace(avutil.AVCOL_SPC_BT709);
            frame.color_range(avutil.AVCOL_RANGE_MPEG);
            assertTrue(avutil.av_frame_get_buffer(frame, 0) >= 0);
            for (int plane = 0; plane < 3; plane++) {
                for (int y = 0; y < (plane == 0 ? 180 : 90); y++) {
                    MemorySegment row = MemorySegment.ofAddress(frame.data(plane).address() + (long) y * frame.linesize(plane))
                            .reinterpret(frame.linesize(plane));
                    for (int x = 0; x < (plane == 0 ? 320 : 160); x++) {
                        row.setAtIndex(ValueLayout.JAVA_SHORT, x, (short) (plane == 0 ? 64 + 2 * x : 512));
                    }
                }
            }
            return FfmpegFrame.take(frame, RationalTime.ZERO);
        } finally {
            avutil.av_frame_free(frame);
        }
    }

    @Test
    void greyAndOtherSamplingsAreUnderstood() throws Exception {
        PictureFormat grey = PictureFormat.of(64, 36, PixelFormat.GRAY8, new ColorDescription(Matrix.BT709, Range.FULL));
        try (MemoryFrame white = solid(grey, 255);
                VideoFrame composed = compose(composers, List.of(LayerSpec.opaque(grey, WHOLE)), white)) {
            assertEquals(235, at(composed, 0, 100, 100), 1);
            assertEquals(128, at(composed, 1, 50, 50));
        }
        for (PixelFormat pixels : new PixelFormat[] { PixelFormat.YUV422P, PixelFormat.YUV444P }) {
            PictureFormat format = PictureFormat.of(320, 180, pixels, ColorDescription.BT709_LIMITED);
            try (MemoryFrame patch = solid(format, 99, 77, 188);
                    VideoFrame composed = compose(composers, List.of(LayerSpec.opaque(format, WHOLE)), patch)) {
                assertEquals(99, at(composed, 0, 100, 100));
                assertEquals(77, at(composed, 1, 50, 50));
                assertEquals(188, at(composed, 2, 50, 50));
            }
        }
    }

    private static double[] yuv(double[] rgb, Matrix matrix, Range range) {
        double kr = matrix == Matrix.BT601 ? 0.299 : matrix == Matrix.BT709 ? 0.2126 : 0.2627;
        double kb = matrix == Matrix.BT601 ? 0.114 : matrix == Matrix.BT709 ? 0.0722 : 0.0593;
        double y = kr * rgb[0] + (1 - kr - kb) * rgb[1] + kb * rgb[2];
        double cb = (rgb[2] - y) / 2 / (1 - kb);
        double cr = (rgb[0] - y) / 2 / (1 - kr);
        return range == Range.FULL
                ? new double[] { 255 * y, 128 + 255 * cb, 128 + 255 * cr }
                : new double[] { 16 + 219 * y, 128 + 224 * cb, 128 + 224 * cr };
    }

    private static int[] rounded(double[] values) {
        int[] rounded = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (int) Math.max(0, Math.min(255, Math.round(values[i])));
        }
        return rounded;
    }
}
