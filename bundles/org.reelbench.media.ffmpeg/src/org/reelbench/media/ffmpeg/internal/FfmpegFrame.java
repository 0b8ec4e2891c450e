package org.reelbench.media.ffmpeg.internal;

import java.lang.foreign.MemorySegment;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.LentFrame;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * A frame in FFmpeg's memory. Each lease owns an {@code AVFrame} of its own that refers to the shared, reference-counted
 * pixels, so leases close in any order and on any thread.
 */
public final class FfmpegFrame implements VideoFrame {

    /** Rows of frames we allocate begin at multiples of this, for the widest loads FFmpeg uses. */
    private static final int ALIGNMENT_BYTES = 64;

    private final AVFrame frame;
    private final PictureFormat format;
    private final RationalTime time;
    private boolean closed;

    private FfmpegFrame(AVFrame frame, PictureFormat format, RationalTime time) {
        this.frame = frame;
        this.format = format;
        this.time = time;
    }

    /**
     * Takes over the content of a frame, which is empty afterwards and stays the caller's.
     *
     * @param content a frame with pixels
     * @param time when it is shown
     * @return the lease
     */
    public static FfmpegFrame take(AVFrame content, RationalTime time) {
        AVFrame own = Errors.allocated(avutil.av_frame_alloc());
        avutil.av_frame_move_ref(own, content);
        return new FfmpegFrame(own, PixelFormats.describe(own), time);
    }

    /**
     * Allocates a frame whose planes are writable; its content is undefined.
     *
     * @param format the shape, not {@link PixelFormat#NATIVE} unless it names the library's number
     * @param time when it is shown
     * @return the lease
     */
    public static FfmpegFrame allocate(PictureFormat format, RationalTime time) {
        AVFrame own = allocateNative(format);
        return new FfmpegFrame(own, PixelFormats.describe(own), time);
    }

    /**
     * Returns any frame as FFmpeg's: another reference to the same pixels if they lie in FFmpeg's memory, else a copy.
     *
     * @param picture the frame; stays the caller's
     * @return a frame that the caller frees with {@code av_frame_free}
     * @throws MediaException {@link MediaException.Reason#UNSUPPORTED} if the frame is foreign and has no readable planes
     */
    public static AVFrame view(VideoFrame picture) throws MediaException {
        if (picture instanceof FfmpegFrame own) {
            return share(own);
        }
        if (picture instanceof LentFrame lent) {
            return view(lent.picture());
        }
        PixelFormat pixels = picture.format().pixelFormat();
        if (pixels == PixelFormat.NATIVE) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, "",
                    "a frame whose samples cannot be read was not made by this library; hand out one of the readable formats");
        }
        PictureFormat format = PictureFormat.of(picture.format().widthPx(), picture.format().heightPx(), pixels,
                picture.format().color());
        AVFrame copy = allocateNative(format);
        for (int plane = 0; plane < pixels.planes(); plane++) {
            copyPlane(picture, plane, copy, pixels.rowBytes(plane, format.widthPx()), pixels.rows(plane, format.heightPx()));
        }
        return copy;
    }

    /**
     * Returns another reference to the pixels of a frame.
     *
     * @param frame the frame
     * @return a frame that the caller frees with {@code av_frame_free}
     */
    public static AVFrame share(FfmpegFrame frame) {
        return Errors.allocated(avutil.av_frame_clone(frame.avFrame()));
    }

    /**
     * Returns FFmpeg's frame, for the packages of this bundle: to be read, never freed or changed.
     *
     * @return the frame, valid until this lease is closed
     * @throws IllegalStateException if the lease is closed
     */
    public AVFrame avFrame() {
        if (closed) {
            throw new IllegalStateException("the frame's lease is closed");
        }
        return frame;
    }

    /**
     * Returns the same picture at another time, as a lease of its own.
     *
     * @param other the other time
     * @return the lease, to be closed by the caller
     */
    public FfmpegFrame at(RationalTime other) {
        return new FfmpegFrame(Errors.allocated(avutil.av_frame_clone(avFrame())), format, other);
    }

    @Override
    public PictureFormat format() {
        return format;
    }

    @Override
    public RationalTime time() {
        return time;
    }

    @Override
    public MemorySegment plane(int plane) {
        AVFrame open = avFrame();
        PixelFormat pixels = format.pixelFormat();
        if (pixels == PixelFormat.NATIVE) {
            throw new IllegalStateException("a native frame has no readable planes");
        }
        return segment(open, plane, pixels.rows(plane, format.heightPx()));
    }

    @Override
    public int strideBytes(int plane) {
        return avFrame().linesize(plane);
    }

    @Override
    public VideoFrame retain() {
        return at(time);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avutil.av_frame_free(frame);
        }
    }

    private static AVFrame allocateNative(PictureFormat format) {
        AVFrame own = Errors.allocated(avutil.av_frame_alloc());
        own.width(format.widthPx());
        own.height(format.heightPx());
        own.format(PixelFormats.number(format));
        own.colorspace(PixelFormats.colorSpace(format.color().matrix()));
        own.color_range(PixelFormats.colorRange(format.color().range()));
        int result = avutil.av_frame_get_buffer(own, ALIGNMENT_BYTES);
        if (result < 0) {
            avutil.av_frame_free(own);
            throw new OutOfMemoryError("no native memory for a frame of " + format + ": " + Errors.text(result));
        }
        return own;
    }

    private static void copyPlane(VideoFrame from, int plane, AVFrame to, int rowBytes, int rows) {
        MemorySegment source = from.plane(plane);
        MemorySegment target = segment(to, plane, rows);
        int sourceStride = from.strideBytes(plane);
        int targetStride = to.linesize(plane);
        for (int row = 0; row < rows; row++) {
            MemorySegment.copy(source, (long) row * sourceStride, target, (long) row * targetStride, rowBytes);
        }
    }

    private static MemorySegment segment(AVFrame frame, int plane, int rows) {
        return MemorySegment.ofAddress(frame.data(plane).address()).reinterpret((long) frame.linesize(plane) * rows);
    }
}
