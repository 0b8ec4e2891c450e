package org.reelbench.media.ffmpeg.internal.paint;

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
     * @return true for planes of 8 to 16 bits with one of alpha: luma and chroma, or red, green and blue
     */
    public static boolean takes(int pixelFormat) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(pixelFormat);
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
