package org.reelbench.media.ffmpeg.internal.compose;

import java.util.Locale;

import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.ffmpeg.internal.PixelFormats;
import org.reelbench.time.FrameRate;

/** The words of libavfilter's graph language that composing needs. */
final class GraphText {

    /** The name of the sink. */
    static final String SINK_FILTER = "buffersink@out";

    private GraphText() {
    }

    /** Returns the name of a source. */
    static String sourceFilter(int input) {
        return "buffer@in" + input;
    }

    /** Returns the filter that takes frames of a shape into the graph, ending in a label. */
    static String source(int input, PictureFormat format, FrameRate rate, String label) {
        long numerator = rate.framesPerSecond().numerator();
        long denominator = rate.framesPerSecond().denominator();
        return sourceFilter(input) + "=video_size=" + format.widthPx() + "x" + format.heightPx() + ":pix_fmt="
                + pixelFormat(format) + ":time_base=" + denominator + "/" + numerator + ":frame_rate=" + numerator + "/"
                + denominator + ":pixel_aspect=1/1:colorspace=" + sourceMatrix(format.color().matrix()) + ":range="
                + range(format.color().range()) + "[" + label + "]";
    }

    /** Returns a number as the graph language reads it. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.9f", value);
    }

    /** Returns the library's name of a frame's pixel format. */
    static String pixelFormat(PictureFormat format) {
        return name(plain(PixelFormats.number(format)));
    }

    /** Returns the library's name of a pixel format. */
    static String name(int pixelFormat) {
        return avutil.av_get_pix_fmt_name(pixelFormat).getString();
    }

    /** Returns the pixel format of a name. */
    static int number(String name) {
        return avutil.av_get_pix_fmt(name);
    }

    /** Returns a pixel format without the range the old {@code yuvj} names carry; ours is told apart from the format. */
    static int plain(int pixelFormat) {
        return switch (pixelFormat) {
        case avutil.AV_PIX_FMT_YUVJ420P -> avutil.AV_PIX_FMT_YUV420P;
        case avutil.AV_PIX_FMT_YUVJ422P -> avutil.AV_PIX_FMT_YUV422P;
        case avutil.AV_PIX_FMT_YUVJ444P -> avutil.AV_PIX_FMT_YUV444P;
        case avutil.AV_PIX_FMT_YUVJ440P -> avutil.AV_PIX_FMT_YUV440P;
        case avutil.AV_PIX_FMT_YUVJ411P -> avutil.AV_PIX_FMT_YUV411P;
        default -> pixelFormat;
        };
    }

    /** Tells whether a pixel format carries transparency. */
    static boolean hasAlpha(int pixelFormat) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(pixelFormat);
        return (descriptor.flags() & (avutil.AV_PIX_FMT_FLAG_ALPHA | avutil.AV_PIX_FMT_FLAG_PAL)) != 0;
    }

    /**
     * Returns the {@code AVCOL_SPC_} number of a matrix inside graphs: the scaler knows BT.601 by its European name, and the
     * library would convert between the two names of one thing.
     */
    static int colorSpace(Matrix matrix) {
        return matrix == Matrix.BT601 ? avutil.AVCOL_SPC_BT470BG : PixelFormats.colorSpace(matrix);
    }

    private static String sourceMatrix(Matrix matrix) {
        return switch (matrix) {
        case BT601 -> "bt470bg";
        case BT709 -> "bt709";
        case BT2020 -> "bt2020nc";
        case RGB -> "gbr";
        };
    }

    /** Returns the library's name of a range. */
    static String range(Range range) {
        return range == Range.FULL ? "pc" : "tv";
    }
}
