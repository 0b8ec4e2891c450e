package org.reelbench.media.ffmpeg.internal.paint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.ColorDescription.Range;

/**
 * Makes pictures whose colours were multiplied by alpha straight: colours as they would be if nothing shone through.
 */
public final class Straight {

    private static final int ALPHA_PLANE = 3;
    private static final float LIMITED_BLACK = 16;
    private static final float CHROMA_ZERO = 128;

    private Straight() {
    }

    /**
     * Tells whether pictures of a pixel format can be made straight.
     *
     * @param pixelFormat the library's number
     * @return true for planes of 8 to 16 bits with one of alpha, luma and chroma, or red, green and blue; and for pixels of 8 or 16
     *         bits whose numbers lie side by side
     */
    public static boolean takes(int pixelFormat) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(pixelFormat);
        if (isPacked(descriptor)) {
            return true;
        }
        long unknown = avutil.AV_PIX_FMT_FLAG_BE | avutil.AV_PIX_FMT_FLAG_FLOAT;
        return descriptor.nb_components() > ALPHA_PLANE && (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_PLANAR) != 0
                && (descriptor.flags() & unknown) == 0 && descriptor.comp(ALPHA_PLANE).plane() == ALPHA_PLANE;
    }

    /**
     * Makes a picture straight.
     *
     * @param frame the picture, writable
     * @param range which numbers mean black
     */
    public static void apply(AVFrame frame, Range range) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(frame.format());
        if (isPacked(descriptor)) {
            applyPacked(frame, descriptor);
            return;
        }
        boolean rgb = (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0;
        List<Plane> planes = Painter.planes(frame, 0);
        Plane alpha = planes.get(ALPHA_PLANE);
        for (int i = 0; i < ALPHA_PLANE; i++) {
            Plane plane = planes.get(i);
            int shiftX = plane.width() < alpha.width() ? 1 : 0;
            int shiftY = plane.height() < alpha.height() ? 1 : 0;
            Grid grid = Grid.of(alpha.width(), alpha.height(), shiftX, shiftY);
            float zero = rgb ? 0 : i > 0 ? CHROMA_ZERO : range == Range.FULL ? 0 : LIMITED_BLACK;
            divide(plane, new Channel(null, alpha, grid), zero);
        }
    }

    /** Red, green and blue, or grey, and alpha, in one plane. */
    private static boolean isPacked(AVPixFmtDescriptor descriptor) {
        long unknown = avutil.AV_PIX_FMT_FLAG_PLANAR | avutil.AV_PIX_FMT_FLAG_FLOAT | avutil.AV_PIX_FMT_FLAG_PAL
                | avutil.AV_PIX_FMT_FLAG_BITSTREAM | avutil.AV_PIX_FMT_FLAG_HWACCEL;
        int components = descriptor.nb_components();
        boolean grey = components == 2;
        boolean colored = components == ALPHA_PLANE + 1 && (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0;
        int depth = descriptor.comp(0).depth();
        return (grey || colored) && (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0
                && (descriptor.flags() & unknown) == 0
                && (depth == Byte.SIZE || depth == Short.SIZE) && descriptor.comp(components - 1).depth() == depth;
    }

    private static void applyPacked(AVFrame frame, AVPixFmtDescriptor descriptor) {
        int colors = descriptor.nb_components() - 1;
        boolean wide = descriptor.comp(0).depth() > Byte.SIZE;
        ValueLayout.OfShort order = (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_BE) == 0
                ? Plane.SHORT
                : Plane.SHORT.withOrder(ByteOrder.BIG_ENDIAN);
        int most = (1 << descriptor.comp(0).depth()) - 1;
        int stride = frame.linesize(0);
        int step = descriptor.comp(0).step();
        int alphaOffset = descriptor.comp(colors).offset();
        MemorySegment memory = MemorySegment.ofAddress(frame.data(0).address()).reinterpret((long) stride * frame.height());
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                long pixel = (long) y * stride + (long) x * step;
                int alpha = number(memory, pixel + alphaOffset, wide, order);
                for (int i = 0; alpha > 0 && alpha < most && i < colors; i++) {
                    long place = pixel + descriptor.comp(i).offset();
                    long straight = Math.min(most, (number(memory, place, wide, order) * (long) most + alpha / 2) / alpha);
                    if (wide) {
                        memory.set(order, place, (short) straight);
                    } else {
                        memory.set(ValueLayout.JAVA_BYTE, place, (byte) straight);
                    }
                }
            }
        }
    }

    private static int number(MemorySegment memory, long place, boolean wide, ValueLayout.OfShort order) {
        return wide ? memory.get(order, place) & 0xffff : memory.get(ValueLayout.JAVA_BYTE, place) & 0xff;
    }

    private static void divide(Plane plane, Channel alpha, float zero) {
        float[] samples = new float[plane.width()];
        float[] weights = new float[plane.width()];
        byte[] raw = new byte[plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            plane.read(y, raw, samples);
            alpha.read(y, weights);
            for (int x = 0; x < samples.length; x++) {
                if (weights[x] > 0) {
                    samples[x] = zero + (samples[x] - zero) / weights[x];
                }
            }
            plane.write(y, samples, raw);
        }
    }
}
