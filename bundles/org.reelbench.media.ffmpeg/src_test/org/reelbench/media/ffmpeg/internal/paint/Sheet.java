package org.reelbench.media.ffmpeg.internal.paint;

import java.lang.foreign.ValueLayout;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.Blend;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** A picture in a test: drawn by code, painted onto, read sample by sample. */
final class Sheet implements AutoCloseable {

    final FfmpegFrame frame;

    /** A sample of a picture. */
    @FunctionalInterface
    interface Sample {
        double at(int plane, int x, int y);
    }

    private Sheet(FfmpegFrame frame) {
        this.frame = frame;
    }

    static Sheet of(int width, int height, PixelFormat pixels, Sample sample) {
        PictureFormat format = PictureFormat.of(width, height, pixels, ColorDescription.BT709_LIMITED);
        FfmpegFrame frame = FfmpegFrame.allocate(format, RationalTime.ZERO);
        for (int plane = 0; plane < pixels.planes(); plane++) {
            for (int y = 0; y < pixels.rows(plane, height); y++) {
                for (int x = 0; x < pixels.rowBytes(plane, width); x++) {
                    frame.plane(plane).set(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x,
                            (byte) Math.round(sample.at(plane, x, y)));
                }
            }
        }
        return new Sheet(frame);
    }

    static Sheet solid(int width, int height, PixelFormat pixels, int... samples) {
        return of(width, height, pixels, (plane, _, _) -> samples[plane]);
    }

    /** A picture of 10 bits whose samples are four times those given. */
    static Sheet deep(int width, int height, int pixelFormat, Sample sample) {
        PictureFormat format = new PictureFormat(width, height, PixelFormat.NATIVE, pixelFormat, ColorDescription.BT709_LIMITED);
        FfmpegFrame frame = FfmpegFrame.allocate(format, RationalTime.ZERO);
        AVFrame samples = frame.avFrame();
        for (int plane = 0; plane < 4 && samples.data(plane) != null; plane++) {
            boolean small = plane == 1 || plane == 2;
            boolean half = small && pixelFormat == avutil.AV_PIX_FMT_YUV420P10LE;
            for (int y = 0; y < (half ? height / 2 : height); y++) {
                for (int x = 0; x < (half ? width / 2 : width); x++) {
                    java.lang.foreign.MemorySegment.ofAddress(samples.data(plane).address()).reinterpret(Long.MAX_VALUE).set(
                            Plane.SHORT, (long) y * samples.linesize(plane) + 2 * x,
                            (short) Math.round(4 * sample.at(plane, x, y)));
                }
            }
        }
        return new Sheet(frame);
    }

    void paint(Sheet above, Placement placement, double opacity, Blend blend) {
        paint(null, above, placement, opacity, blend);
    }

    void paint(@org.eclipse.jdt.annotation.Nullable Sheet below, Sheet above, Placement placement, double opacity, Blend blend) {
        PictureFormat format = frame.format();
        Canvas canvas = new Canvas(format.widthPx(), format.heightPx(), FrameRate.of(25, 1), format.color(),
                format.pixelFormat().hasAlpha());
        PictureFormat picture = above.frame.format();
        new Painter(canvas).paint(frame.avFrame(), below == null ? null : below.frame.avFrame(), above.frame.avFrame(),
                new Painter.Laying(placement, picture.widthPx(), picture.heightPx(), opacity, blend));
    }

    int at(int plane, int x, int y) {
        return frame.plane(plane).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x) & 0xff;
    }

    @Override
    public void close() {
        frame.close();
    }
}
