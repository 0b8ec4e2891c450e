package org.reelbench.media.ffmpeg.internal.screen;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.media.ffmpeg.internal.Natives;
import org.reelbench.media.ffmpeg.internal.screen.Scaler.Shape;

/**
 * Converts into the caller's memory, or beside it where the rows have odd widths: the library writes whole blocks of pixels and
 * would write past the end of such rows.
 */
final class FfmpegScreenConverter implements ScreenConverter {

    private static final int BYTES_PER_PIXEL = 4;
    /** The library writes this many pixels at once. */
    private static final int BLOCK_PX = 16;
    private static final int ALIGNMENT_BYTES = 64;

    private @Nullable Scaler scaler;
    private @Nullable Arena arena;
    private MemorySegment beside = MemorySegment.NULL;
    private boolean closed;

    @Override
    public void convert(VideoFrame picture, MemorySegment target, int widthPx, int heightPx, int strideBytes)
            throws MediaException {
        if (closed) {
            throw new IllegalStateException("the converter is closed");
        }
        long rowBytes = (long) widthPx * BYTES_PER_PIXEL;
        if (widthPx < 1 || heightPx < 1 || strideBytes < rowBytes || !target.isNative() || target.isReadOnly()
                || target.byteSize() < (heightPx - 1L) * strideBytes + rowBytes) {
            throw new IllegalArgumentException("no room for " + widthPx + "x" + heightPx + " pixels in rows of " + strideBytes
                    + " bytes in " + target.byteSize() + " bytes of memory");
        }
        Natives.load();
        AVFrame source = FfmpegFrame.view(picture);
        try {
            Scaler ready = scalerFor(Shape.of(source, widthPx, heightPx));
            if (widthPx % BLOCK_PX == 0) {
                ready.scale(source, target, strideBytes);
            } else {
                int besideStride = Math.ceilDiv((int) rowBytes, ALIGNMENT_BYTES) * ALIGNMENT_BYTES + ALIGNMENT_BYTES;
                MemorySegment room = roomBeside((long) besideStride * heightPx);
                ready.scale(source, room, besideStride);
                for (long row = 0; row < heightPx; row++) {
                    MemorySegment.copy(room, row * besideStride, target, row * strideBytes, rowBytes);
                }
            }
        } finally {
            avutil.av_frame_free(source);
        }
    }

    private Scaler scalerFor(Shape shape) throws MediaException {
        Scaler ready = scaler;
        if (ready == null || !ready.shape().equals(shape)) {
            closeScaler();
            ready = Scaler.open(shape);
            scaler = ready;
        }
        return ready;
    }

    private MemorySegment roomBeside(long bytes) {
        if (beside.byteSize() < bytes) {
            closeRoom();
            Arena fresh = Arena.ofShared();
            arena = fresh;
            beside = fresh.allocate(bytes, ALIGNMENT_BYTES);
        }
        return beside;
    }

    private void closeRoom() {
        Arena old = arena;
        if (old != null) {
            arena = null;
            beside = MemorySegment.NULL;
            old.close();
        }
    }

    private void closeScaler() {
        Scaler old = scaler;
        if (old != null) {
            scaler = null;
            old.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeScaler();
        closeRoom();
    }
}
