package org.reelbench.media.ffmpeg.internal.screen;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA444P;

import java.lang.foreign.MemorySegment;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.PixelFormats;

/** One open scaler of libswscale, for pictures of one shape to pixels of one size. */
final class Scaler implements AutoCloseable {

    /** What a scaler is made for. */
    record Shape(int sourceWidthPx, int sourceHeightPx, int sourcePixels, ColorDescription color, int widthPx, int heightPx) {

        static Shape of(AVFrame source, int widthPx, int heightPx) {
            return new Shape(source.width(), source.height(), opaque(source.format()), PixelFormats.describe(source).color(),
                    widthPx, heightPx);
        }

        /** The same samples without the alpha, which a screen has no use for. */
        private static int opaque(int pixelFormat) {
            return switch (pixelFormat) {
            case AV_PIX_FMT_YUVA420P -> AV_PIX_FMT_YUV420P;
            case AV_PIX_FMT_YUVA444P -> AV_PIX_FMT_YUV444P;
            case AV_PIX_FMT_BGRA -> AV_PIX_FMT_BGR0;
            case AV_PIX_FMT_RGBA -> AV_PIX_FMT_RGB0;
            default -> pixelFormat;
            };
        }

        boolean sameSize() {
            return sourceWidthPx == widthPx && sourceHeightPx == heightPx;
        }
    }

    /** 1.0 in the library's fixed-point numbers. */
    private static final int ONE = 1 << 16;
    private static final int PLANES = 4;

    private final Shape shape;
    private final SwsContext context;
    private final PointerPointer<Pointer> planes = new PointerPointer<>(PLANES);
    private final IntPointer strides = new IntPointer(PLANES);

    private Scaler(Shape shape, SwsContext context) {
        this.shape = shape;
        this.context = context;
    }

    /**
     * Opens a scaler.
     *
     * @throws MediaException {@link Reason#UNSUPPORTED} if the library cannot convert such pictures
     */
    static Scaler open(Shape shape) throws MediaException {
        SwsContext context = Errors.allocated(swscale.sws_alloc_context());
        // Accurate rounding costs little here and keeps grey grey; at equal size only chroma is scaled.
        context.flags((shape.sameSize() ? swscale.SWS_BILINEAR : swscale.SWS_BICUBIC) | swscale.SWS_ACCURATE_RND);
        context.threads(1);
        context.src_w(shape.sourceWidthPx());
        context.src_h(shape.sourceHeightPx());
        context.src_format(shape.sourcePixels());
        context.dst_w(shape.widthPx());
        context.dst_h(shape.heightPx());
        context.dst_format(AV_PIX_FMT_BGRA);
        context.src_range(shape.color().range() == ColorDescription.Range.FULL ? 1 : 0);
        context.dst_range(1);
        int result = swscale.sws_init_context(context, null, null);
        if (result < 0) {
            swscale.sws_freeContext(context);
            String format = avutil.av_get_pix_fmt_name(shape.sourcePixels()).getString();
            throw Errors.of(result, Reason.UNSUPPORTED, "", "pictures of " + format + " cannot be shown");
        }
        IntPointer matrix = swscale.sws_getCoefficients(coefficients(shape.color().matrix()));
        swscale.sws_setColorspaceDetails(context, matrix, context.src_range(), matrix, 1, 0, ONE, ONE);
        return new Scaler(shape, context);
    }

    Shape shape() {
        return shape;
    }

    /** Scales a picture of this shape into rows of pixels, of which the library may write up to the end of the stride. */
    void scale(AVFrame source, MemorySegment target, int strideBytes) throws MediaException {
        planes.put(0, new Address(target.address()));
        strides.put(0, strideBytes);
        Errors.check(swscale.sws_scale(context, source.data(), source.linesize(), 0, shape.sourceHeightPx(), planes, strides),
                Reason.UNSUPPORTED, "", "the picture cannot be shown");
    }

    @Override
    public void close() {
        swscale.sws_freeContext(context);
        planes.deallocate();
        strides.deallocate();
    }

    private static int coefficients(ColorDescription.Matrix matrix) {
        return switch (matrix) {
        case BT709 -> swscale.SWS_CS_ITU709;
        case BT2020 -> swscale.SWS_CS_BT2020;
        case BT601, RGB -> swscale.SWS_CS_ITU601;
        };
    }

    /** Memory that is not JavaCPP's, as a pointer. */
    private static final class Address extends Pointer {

        Address(long address) {
            this.address = address;
        }
    }
}
