package org.reelbench.media.ffmpeg.internal.write;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.PixelFormats;

/** Turns the frames of one encoding into the pixels that its encoder takes; their size stays. */
final class PixelConversion implements AutoCloseable {

    private static final int ALIGNMENT_BYTES = 64;
    /** 1.0 in the library's fixed-point numbers. */
    private static final int ONE = 1 << 16;

    private final EncoderPixels to;
    private final SwsContext context;

    private PixelConversion(EncoderPixels to, SwsContext context) {
        this.to = to;
        this.context = context;
    }

    /**
     * Opens a conversion.
     *
     * @throws MediaException {@link Reason#NO_ENCODER} if the library cannot convert such pictures
     */
    static PixelConversion open(int widthPx, int heightPx, EncoderPixels from, EncoderPixels to) throws MediaException {
        SwsContext context = Errors.allocated(swscale.sws_alloc_context());
        // Only chroma is scaled; dither spreads what is lost where the target has fewer bits.
        context.flags(swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT);
        context.threads(1);
        context.src_w(widthPx);
        context.src_h(heightPx);
        context.src_format(from.pixelFormat());
        context.dst_w(widthPx);
        context.dst_h(heightPx);
        context.dst_format(to.pixelFormat());
        context.src_range(full(from.color()));
        context.dst_range(full(to.color()));
        int result = swscale.sws_init_context(context, null, null);
        if (result < 0) {
            swscale.sws_freeContext(context);
            throw Errors.of(result, Reason.NO_ENCODER, "", "pictures of " + name(from) + " cannot be made to " + name(to));
        }
        swscale.sws_setColorspaceDetails(context, swscale.sws_getCoefficients(coefficients(from, to)), full(from.color()),
                swscale.sws_getCoefficients(coefficients(to, from)), full(to.color()), 0, ONE, ONE);
        return new PixelConversion(to, context);
    }

    /** Converts a picture; its time and kind come along. The caller frees what it gets. */
    AVFrame convert(AVFrame picture) throws MediaException {
        AVFrame converted = Errors.allocated(avutil.av_frame_alloc());
        boolean done = false;
        try {
            converted.width(picture.width());
            converted.height(picture.height());
            converted.format(to.pixelFormat());
            avutil.av_frame_copy_props(converted, picture);
            Errors.check(avutil.av_frame_get_buffer(converted, ALIGNMENT_BYTES), Reason.NO_ENCODER, "",
                    "there is no memory for a picture");
            Errors.check(swscale.sws_scale(context, picture.data(), picture.linesize(), 0, picture.height(), converted.data(),
                    converted.linesize()), Reason.NO_ENCODER, "", "a picture cannot be made to " + name(to));
            converted.colorspace(PixelFormats.colorSpace(to.color().matrix()));
            converted.color_range(PixelFormats.colorRange(to.color().range()));
            done = true;
            return converted;
        } finally {
            if (!done) {
                avutil.av_frame_free(converted);
            }
        }
    }

    private static String name(EncoderPixels pixels) {
        return avutil.av_get_pix_fmt_name(pixels.pixelFormat()).getString();
    }

    private static int full(ColorDescription color) {
        return color.range() == Range.FULL ? 1 : 0;
    }

    /** Red, green and blue have no matrix of their own: that of the other side is the one to go by. */
    private static int coefficients(EncoderPixels of, EncoderPixels other) {
        Matrix matrix = of.color().matrix() == Matrix.RGB ? other.color().matrix() : of.color().matrix();
        return switch (matrix) {
        case BT709 -> swscale.SWS_CS_ITU709;
        case BT2020 -> swscale.SWS_CS_BT2020;
        case BT601, RGB -> swscale.SWS_CS_ITU601;
        };
    }

    @Override
    public void close() {
        swscale.sws_freeContext(context);
    }
}
