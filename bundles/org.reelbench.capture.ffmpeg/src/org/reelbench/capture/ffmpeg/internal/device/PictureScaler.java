package org.reelbench.capture.ffmpeg.internal.device;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;

/**
 * Turns what a device delivers into what encoders take without further conversion, straight from the one's memory into the
 * other's.
 * <p>
 * One thread at a time. Whoever opened it closes it.
 */
public final class PictureScaler implements AutoCloseable {

    /** 1.0 in the library's fixed-point numbers. */
    private static final int ONE = 1 << 16;
    private static final int PLANES = 4;

    private final PictureFormat target;
    private final SwsContext context;
    private final PointerPointer<Pointer> planes = new PointerPointer<>(PLANES);
    private final IntPointer strides = new IntPointer(PLANES);
    private boolean closed;

    private PictureScaler(PictureFormat target, SwsContext context) {
        this.target = target;
        this.context = context;
    }

    /**
     * Opens a scaler.
     *
     * @param widthPx the width of the device's pictures
     * @param heightPx the height of the device's pictures
     * @param pixels FFmpeg's number of their pixel format
     * @param toWidthPx the width wanted
     * @param toHeightPx the height wanted
     * @return the scaler
     * @throws CaptureException {@link Reason#UNSUPPORTED} if the library cannot convert such pictures
     */
    public static PictureScaler open(int widthPx, int heightPx, int pixels, int toWidthPx, int toHeightPx)
            throws CaptureException {
        SwsContext context = swscale.sws_alloc_context();
        boolean sameSize = widthPx == toWidthPx && heightPx == toHeightPx;
        // At equal size only chroma is scaled; text stays readable where the whole is.
        context.flags(sameSize ? swscale.SWS_FAST_BILINEAR : swscale.SWS_BICUBIC);
        context.threads(1);
        context.src_w(widthPx);
        context.src_h(heightPx);
        context.src_format(pixels);
        context.dst_w(toWidthPx);
        context.dst_h(toHeightPx);
        context.dst_format(avutil.AV_PIX_FMT_YUV420P);
        boolean rgb = (avutil.av_pix_fmt_desc_get(pixels).flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0;
        boolean full = rgb || pixels == avutil.AV_PIX_FMT_YUVJ420P || pixels == avutil.AV_PIX_FMT_YUVJ422P;
        context.src_range(full ? 1 : 0);
        context.dst_range(0);
        if (swscale.sws_init_context(context, null, null) < 0) {
            swscale.sws_freeContext(context);
            throw new CaptureException(Reason.UNSUPPORTED,
                    "pictures of " + avutil.av_get_pix_fmt_name(pixels).getString() + " cannot be recorded");
        }
        // Cameras speak the older matrix; of red, green and blue the target's one makes the numbers.
        IntPointer from = swscale.sws_getCoefficients(rgb ? swscale.SWS_CS_ITU709 : swscale.SWS_CS_ITU601);
        swscale.sws_setColorspaceDetails(context, from, full ? 1 : 0, swscale.sws_getCoefficients(swscale.SWS_CS_ITU709), 0, 0,
                ONE, ONE);
        return new PictureScaler(
                PictureFormat.of(toWidthPx, toHeightPx, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED), context);
    }

    /**
     * Returns what it makes.
     *
     * @return the shape of its pictures
     */
    public PictureFormat target() {
        return target;
    }

    /**
     * Makes a picture.
     *
     * @param from the device's picture
     * @param into a frame of {@link #target}, to be filled
     * @throws CaptureException {@link Reason#UNSUPPORTED} if the library refuses
     */
    public void scale(AVFrame from, VideoFrame into) throws CaptureException {
        if (closed) {
            throw new IllegalStateException("the scaler is closed");
        }
        if (!into.format().equals(target)) {
            throw new IllegalArgumentException("a frame of " + into.format() + " is not one of " + target);
        }
        for (int plane = 0; plane < target.pixelFormat().planes(); plane++) {
            planes.put(plane, new Address(into.plane(plane).address()));
            strides.put(plane, into.strideBytes(plane));
        }
        if (swscale.sws_scale(context, from.data(), from.linesize(), 0, from.height(), planes, strides) < 0) {
            throw new CaptureException(Reason.UNSUPPORTED, "a picture of the device cannot be converted");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            swscale.sws_freeContext(context);
            planes.deallocate();
            strides.deallocate();
        }
    }

    /** Memory that is not JavaCPP's, as a pointer. */
    private static final class Address extends Pointer {

        Address(long address) {
            this.address = address;
        }
    }
}
