package org.reelbench.media.ffmpeg.internal;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ411P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Primaries;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.ColorDescription.Transfer;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;

/** Pixel formats and colours in our vocabulary and in FFmpeg's. */
public final class PixelFormats {

    private PixelFormats() {
    }

    /**
     * Returns our name of a pixel format. The {@code yuvj} formats are their plain twins; the full range they mean is in the
     * picture's colour.
     *
     * @param pixelFormat FFmpeg's number
     * @return our name, {@link PixelFormat#NATIVE} where we have none
     */
    public static PixelFormat of(int pixelFormat) {
        return switch (pixelFormat) {
        case AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVJ420P -> PixelFormat.YUV420P;
        case AV_PIX_FMT_YUVA420P -> PixelFormat.YUVA420P;
        case AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUVJ422P -> PixelFormat.YUV422P;
        case AV_PIX_FMT_YUV444P, AV_PIX_FMT_YUVJ444P -> PixelFormat.YUV444P;
        case AV_PIX_FMT_YUVA444P -> PixelFormat.YUVA444P;
        case AV_PIX_FMT_GRAY8 -> PixelFormat.GRAY8;
        case AV_PIX_FMT_BGRA -> PixelFormat.BGRA;
        case AV_PIX_FMT_RGBA -> PixelFormat.RGBA;
        default -> PixelFormat.NATIVE;
        };
    }

    /**
     * Returns FFmpeg's number of one of our pixel formats.
     *
     * @param pixelFormat our name
     * @return the number, {@code AV_PIX_FMT_NONE} for {@link PixelFormat#NATIVE}
     */
    public static int number(PixelFormat pixelFormat) {
        return switch (pixelFormat) {
        case YUV420P -> AV_PIX_FMT_YUV420P;
        case YUVA420P -> AV_PIX_FMT_YUVA420P;
        case YUV422P -> AV_PIX_FMT_YUV422P;
        case YUV444P -> AV_PIX_FMT_YUV444P;
        case YUVA444P -> AV_PIX_FMT_YUVA444P;
        case GRAY8 -> AV_PIX_FMT_GRAY8;
        case BGRA -> AV_PIX_FMT_BGRA;
        case RGBA -> AV_PIX_FMT_RGBA;
        case NATIVE -> AV_PIX_FMT_NONE;
        };
    }

    /**
     * Returns FFmpeg's number of a picture's pixel format: the library's own where one is named, else that of our name.
     *
     * @param format the picture's format
     * @return the number
     */
    public static int number(PictureFormat format) {
        return format.nativeFormat() >= 0 ? format.nativeFormat() : number(format.pixelFormat());
    }

    /**
     * Describes a frame.
     *
     * @param frame the frame, with pixels
     * @return its shape; {@link PixelFormat#NATIVE} also where the rows run upwards, which our planes do not
     */
    public static PictureFormat describe(AVFrame frame) {
        PictureFormat format = describe(frame.width(), frame.height(), frame.format(), frame.colorspace(), frame.color_range(),
                frame.color_primaries(), frame.color_trc());
        for (int plane = 0; plane < format.pixelFormat().planes(); plane++) {
            if (frame.linesize(plane) <= 0) {
                return new PictureFormat(format.widthPx(), format.heightPx(), PixelFormat.NATIVE, format.nativeFormat(),
                        format.color());
            }
        }
        return format;
    }

    /**
     * Describes a picture by FFmpeg's numbers.
     *
     * @param widthPx the width
     * @param heightPx the height
     * @param pixelFormat the {@code AV_PIX_FMT_} number
     * @param colorSpace the {@code AVCOL_SPC_} number
     * @param colorRange the {@code AVCOL_RANGE_} number
     * @return its shape
     */
    public static PictureFormat describe(int widthPx, int heightPx, int pixelFormat, int colorSpace, int colorRange) {
        return describe(widthPx, heightPx, pixelFormat, colorSpace, colorRange, avutil.AVCOL_PRI_UNSPECIFIED,
                avutil.AVCOL_TRC_UNSPECIFIED);
    }

    /**
     * Describes a picture by FFmpeg's numbers.
     *
     * @param widthPx the width
     * @param heightPx the height
     * @param pixelFormat the {@code AV_PIX_FMT_} number
     * @param colorSpace the {@code AVCOL_SPC_} number
     * @param colorRange the {@code AVCOL_RANGE_} number
     * @param primaries the {@code AVCOL_PRI_} number
     * @param transfer the {@code AVCOL_TRC_} number
     * @return its shape
     */
    public static PictureFormat describe(int widthPx, int heightPx, int pixelFormat, int colorSpace, int colorRange,
            int primaries,
            int transfer) {
        ColorDescription.Matrix matrix = matrix(heightPx, pixelFormat, colorSpace);
        return new PictureFormat(widthPx, heightPx, of(pixelFormat), pixelFormat,
                new ColorDescription(matrix, range(pixelFormat, colorRange), primaries(primaries, matrix), transfer(transfer)));
    }

    /**
     * Returns FFmpeg's number of a matrix.
     *
     * @param matrix the matrix
     * @return the {@code AVCOL_SPC_} number
     */
    public static int colorSpace(ColorDescription.Matrix matrix) {
        return switch (matrix) {
        case BT601 -> avutil.AVCOL_SPC_SMPTE170M;
        case BT709 -> avutil.AVCOL_SPC_BT709;
        case BT2020 -> avutil.AVCOL_SPC_BT2020_NCL;
        case RGB -> avutil.AVCOL_SPC_RGB;
        };
    }

    /**
     * Returns FFmpeg's number of a range.
     *
     * @param range the range
     * @return the {@code AVCOL_RANGE_} number
     */
    public static int colorRange(Range range) {
        return range == Range.FULL ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG;
    }

    private static ColorDescription.Matrix matrix(int heightPx, int pixelFormat, int colorSpace) {
        if (isRgb(pixelFormat)) {
            return ColorDescription.Matrix.RGB;
        }
        return switch (colorSpace) {
        case avutil.AVCOL_SPC_BT709 -> ColorDescription.Matrix.BT709;
        case avutil.AVCOL_SPC_FCC, avutil.AVCOL_SPC_BT470BG, avutil.AVCOL_SPC_SMPTE170M, avutil.AVCOL_SPC_SMPTE240M ->
            ColorDescription.Matrix.BT601;
        case avutil.AVCOL_SPC_BT2020_NCL, avutil.AVCOL_SPC_BT2020_CL -> ColorDescription.Matrix.BT2020;
        default -> ColorDescription.guessed(heightPx).matrix();
        };
    }

    /** Primaries that nobody names are taken as those of the canvas, which changes nothing; wide ones are named by the matrix. */
    private static Primaries primaries(int primaries, ColorDescription.Matrix matrix) {
        return switch (primaries) {
        case avutil.AVCOL_PRI_BT470BG -> Primaries.BT601_625;
        case avutil.AVCOL_PRI_SMPTE170M, avutil.AVCOL_PRI_SMPTE240M -> Primaries.BT601_525;
        case avutil.AVCOL_PRI_BT2020 -> Primaries.BT2020;
        case avutil.AVCOL_PRI_SMPTE431, avutil.AVCOL_PRI_SMPTE432 -> Primaries.P3;
        case avutil.AVCOL_PRI_UNSPECIFIED, avutil.AVCOL_PRI_RESERVED0, avutil.AVCOL_PRI_RESERVED ->
            matrix == ColorDescription.Matrix.BT2020 ? Primaries.BT2020 : Primaries.BT709;
        default -> Primaries.BT709;
        };
    }

    private static Transfer transfer(int transfer) {
        return switch (transfer) {
        case avutil.AVCOL_TRC_ARIB_STD_B67 -> Transfer.HLG;
        case avutil.AVCOL_TRC_SMPTE2084 -> Transfer.PQ;
        default -> Transfer.SDR;
        };
    }

    private static Range range(int pixelFormat, int colorRange) {
        if (colorRange == avutil.AVCOL_RANGE_JPEG || isRgb(pixelFormat)) {
            return Range.FULL;
        }
        if (colorRange == avutil.AVCOL_RANGE_MPEG) {
            return Range.LIMITED;
        }
        return switch (pixelFormat) {
        // Grey without a word is a picture file, and those are full range, as the yuvj formats are by name.
        case AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_YUVJ440P, AV_PIX_FMT_YUVJ411P,
                AV_PIX_FMT_GRAY8 ->
            Range.FULL;
        default -> Range.LIMITED;
        };
    }

    private static boolean isRgb(int pixelFormat) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(pixelFormat);
        return descriptor != null && (descriptor.flags() & (avutil.AV_PIX_FMT_FLAG_RGB | avutil.AV_PIX_FMT_FLAG_PAL)) != 0;
    }
}
