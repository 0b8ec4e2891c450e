package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.PictureFormat;

/**
 * Which filters bring a picture to another size, pixel format and colour. Three can do parts of it: {@code zscale} sizes and
 * samplings of planar pictures, three to five times as fast as {@code scale} and as exact; {@code colorspace} matrix and range
 * of planar pictures without alpha, ten times as fast; {@code scale} everything else.
 */
final class Conversion {

    /** How {@code scale} works: exact, the same on every processor. */
    static final String SCALER = "bicubic+accurate_rnd+full_chroma_int";

    /** The cubic of {@code scale}, for {@code zscale}: all layers look alike. */
    private static final String CUBIC = "bicubic:param_a=0:param_b=0.6";
    private static final Pattern PLANAR = Pattern.compile("yuv4(20|22|44)p(10le|12le)?|yuva4(20|22|44)p(10le)?");
    private static final Pattern PLANAR_OPAQUE = Pattern.compile("yuv4(20|22|44)p(10le|12le)?");
    private static final Pattern DEPTH = Pattern.compile("1[02]le$");

    private final List<String> filters = new ArrayList<>();
    private PictureFormat now;

    private Conversion(PictureFormat from) {
        this.now = from;
    }

    /**
     * Returns the filters for a conversion.
     *
     * @param from the shape of the frames that come
     * @param to the shape they are to have
     * @return the filters in order, none if the shapes are equal
     */
    static List<String> filters(PictureFormat from, PictureFormat to) {
        Conversion conversion = new Conversion(from);
        conversion.colorPart(to);
        conversion.rest(to);
        return conversion.filters;
    }

    /** Converts matrix and range where that can be done apart, on the smaller of the two sizes. */
    private void colorPart(PictureFormat to) {
        if (now.color().equals(to.color()) || to.color().matrix() == Matrix.RGB || !matches(PLANAR_OPAQUE, now)) {
            return;
        }
        if ((long) to.widthPx() * to.heightPx() < (long) now.widthPx() * now.heightPx()) {
            PictureFormat smaller = LayerChain.described(to.widthPx(), to.heightPx(), now.nativeFormat(), now.color());
            if (!hasEvenSides(smaller) && now.color().meansLightOf(to.color())) {
                return;
            }
            if (hasEvenSides(smaller)) {
                rest(smaller);
            }
        }
        if (!hasEvenSides(now)) {
            return;
        }
        String eightBits = DEPTH.matcher(GraphText.pixelFormat(now)).replaceFirst("");
        filters.add("colorspace=ispace=" + colorSpace(now.color().matrix()) + ":irange=" + GraphText.range(now.color().range())
                + ":space=" + colorSpace(to.color().matrix()) + ":range=" + GraphText.range(to.color().range())
                + ":iprimaries=" + primaries(now.color()) + ":primaries=" + primaries(to.color())
                // The same on both sides: without other primaries, light is not computed at all.
                + ":itrc=bt709:trc=bt709:format=" + eightBits);
        now = LayerChain.described(now.widthPx(), now.heightPx(), GraphText.number(eightBits), to.color());
    }

    /** Tells whether filters convert one light to the other well enough, or nothing has to be converted. */
    static boolean convertsLight(PictureFormat from, ColorDescription to) {
        return from.color().meansLightOf(to) || from.color().transfer() == to.transfer() && isNarrow(from.color())
                && isNarrow(to) && matches(PLANAR_OPAQUE, from) && to.matrix() != Matrix.RGB && hasEvenSides(from);
    }

    /** The filter computes light as cameras see it, not as screens show it: between near primaries that is no difference. */
    private static boolean isNarrow(ColorDescription color) {
        return switch (color.primaries()) {
        case BT709, BT601_525, BT601_625 -> true;
        case BT2020, P3 -> false;
        };
    }

    private void rest(PictureFormat to) {
        if (now.equals(to)) {
            return;
        }
        if (now.color().equals(to.color()) && matches(PLANAR, now) && matches(PLANAR, to) && sharesSamplesEvenly(now)
                && sharesSamplesEvenly(to)) {
            filters.add("zscale=w=" + to.widthPx() + ":h=" + to.heightPx() + ":filter=" + CUBIC);
        } else {
            filters.add(scale(to));
        }
        filters.add("format=pix_fmts=" + GraphText.pixelFormat(to));
        now = to;
    }

    private String scale(PictureFormat to) {
        StringBuilder text = new StringBuilder("scale=w=" + to.widthPx() + ":h=" + to.heightPx() + ":flags=" + SCALER);
        ColorDescription from = now.color();
        if (from.matrix() != Matrix.RGB) {
            text.append(":in_color_matrix=" + scaleMatrix(from.matrix()) + ":in_range=" + GraphText.range(from.range()));
        }
        if (to.color().matrix() != Matrix.RGB) {
            text.append(":out_color_matrix=" + scaleMatrix(to.color().matrix()) + ":out_range="
                    + GraphText.range(to.color().range()));
        }
        return text.append(":reset_sar=1").toString();
    }

    private static boolean matches(Pattern formats, PictureFormat format) {
        return formats.matcher(GraphText.pixelFormat(format)).matches();
    }

    /** Tells whether every sample of colour belongs to the same number of pixels; {@code zscale} demands it. */
    private static boolean sharesSamplesEvenly(PictureFormat format) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(format.nativeFormat());
        return format.widthPx() % (1 << descriptor.log2_chroma_w()) == 0
                && format.heightPx() % (1 << descriptor.log2_chroma_h()) == 0;
    }

    /** Tells whether {@code colorspace} takes the picture. */
    private static boolean hasEvenSides(PictureFormat format) {
        return format.widthPx() % 2 == 0 && format.heightPx() % 2 == 0;
    }

    private static String primaries(ColorDescription color) {
        return switch (color.primaries()) {
        case BT709 -> "bt709";
        case BT601_525 -> "smpte170m";
        case BT601_625 -> "bt470bg";
        case BT2020 -> "bt2020";
        case P3 -> "smpte432";
        };
    }

    private static String colorSpace(Matrix matrix) {
        return matrix == Matrix.BT2020 ? "bt2020nc" : matrix == Matrix.BT709 ? "bt709" : "bt470bg";
    }

    private static String scaleMatrix(Matrix matrix) {
        return switch (matrix) {
        case BT601 -> "bt601";
        case BT709 -> "bt709";
        case BT2020 -> "bt2020";
        case RGB -> throw new IllegalArgumentException("red, green and blue have no matrix");
        };
    }
}
