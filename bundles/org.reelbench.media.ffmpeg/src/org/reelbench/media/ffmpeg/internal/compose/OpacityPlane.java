package org.reelbench.media.ffmpeg.internal.compose;

import java.lang.foreign.MemorySegment;

import org.bytedeco.ffmpeg.avutil.AVBufferPool;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.ffmpeg.internal.Errors;

/**
 * The alpha plane of a layer that is equally translucent everywhere: filled when the opacity changes, and shared by all frames
 * until then. Cheaper than any filter that computes alpha.
 */
final class OpacityPlane implements AutoCloseable {

    private static final int ALPHA_PLANE = 3;
    private static final int OPAQUE = 255;
    private static final int ALIGNMENT_BYTES = 64;

    private final int widthPx;
    private final int heightPx;
    private final int strideBytes;
    private final AVBufferPool pool;
    private @Nullable AVBufferRef current;
    private int value;

    OpacityPlane(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.strideBytes = Math.ceilDiv(widthPx, ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
        this.pool = Errors.allocated(avutil.av_buffer_pool_init((long) strideBytes * heightPx + ALIGNMENT_BYTES, null));
    }

    /**
     * Returns the plane as a grey picture.
     *
     * @param opacity 0 to 1
     * @param format the shape of the picture
     * @return the frame, to be freed by the caller
     */
    AVFrame picture(double opacity, PictureFormat format) {
        AVFrame frame = Errors.allocated(avutil.av_frame_alloc());
        frame.width(widthPx);
        frame.height(heightPx);
        frame.format(avutil.AV_PIX_FMT_GRAY8);
        put(frame, 0, 0, opacity);
        Frames.tag(frame, format);
        return frame;
    }

    /**
     * Gives a frame without alpha this plane, by reference.
     *
     * @param frame the frame, whose pixel format becomes its sibling with alpha
     * @param opacity 0 to 1
     * @param pixelFormat the sibling
     */
    void attach(AVFrame frame, double opacity, int pixelFormat) {
        int free = 0;
        while (frame.buf(free) != null) {
            free++;
        }
        put(frame, ALPHA_PLANE, free, opacity);
        frame.format(pixelFormat);
    }

    private void put(AVFrame frame, int plane, int bufferIndex, double opacity) {
        AVBufferRef buffer = filled((int) Math.round(opacity * OPAQUE));
        frame.buf(bufferIndex, Errors.allocated(avutil.av_buffer_ref(buffer)));
        frame.data(plane, buffer.data());
        frame.linesize(plane, strideBytes);
    }

    private AVBufferRef filled(int wanted) {
        AVBufferRef buffer = current;
        if (buffer == null || value != wanted) {
            if (buffer != null) {
                avutil.av_buffer_unref(buffer);
            }
            // Frames under way may still show the old plane: a new one, which the pool takes from those nobody shows any more.
            buffer = Errors.allocated(avutil.av_buffer_pool_get(pool));
            MemorySegment.ofAddress(buffer.data().address()).reinterpret(buffer.size()).fill((byte) wanted);
            current = buffer;
            value = wanted;
        }
        return buffer;
    }

    /** Gives the plane back; frames that show it keep it. */
    @Override
    public void close() {
        AVBufferRef buffer = current;
        current = null;
        if (buffer != null) {
            avutil.av_buffer_unref(buffer);
        }
        avutil.av_buffer_pool_uninit(pool);
    }
}
