package org.reelbench.media.ffmpeg.internal.read;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;

/**
 * Pictures of which their medium says that players show them mirrored, as those of some cameras that look at their owner. They are
 * turned upside down where they are read; what is left to do to show them is a turn, as with all others.
 */
final class Mirroring {

    private static final int MATRIX_BYTES = 36;

    private Mirroring() {
    }

    /** Turns a frame upside down if its medium says that it is shown mirrored, and takes what says so off it. */
    static void undo(AVFrame frame) throws MediaException {
        AVFrameSideData matrix = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(frame.format());
        if (matrix == null || matrix.size() < MATRIX_BYTES || !mirrors(matrix.data()) || !isPlain(format)) {
            return;
        }
        AVFrame flipped = Errors.allocated(avutil.av_frame_alloc());
        AVFrame backwards = Errors.allocated(avutil.av_frame_clone(frame));
        try {
            flipped.format(frame.format());
            flipped.width(frame.width());
            flipped.height(frame.height());
            check(avutil.av_frame_get_buffer(flipped, 0));
            for (int plane = 0; plane < AVFrame.AV_NUM_DATA_POINTERS && hasRows(frame, format, plane); plane++) {
                boolean chroma = plane == 1 || plane == 2;
                int rows = chroma ? -(-frame.height() >> format.log2_chroma_h()) : frame.height();
                int stride = frame.linesize(plane);
                backwards.data(plane, frame.data(plane).getPointer((long) (rows - 1) * stride));
                backwards.linesize(plane, -stride);
            }
            check(avutil.av_frame_copy(flipped, backwards));
            check(avutil.av_frame_copy_props(flipped, frame));
            avutil.av_frame_remove_side_data(flipped, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
            if (frame.height() % 2 == 0 && (frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0) {
                flipped.flags(flipped.flags() ^ AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST);
            }
            avutil.av_frame_unref(frame);
            avutil.av_frame_move_ref(frame, flipped);
        } finally {
            avutil.av_frame_free(flipped);
            avutil.av_frame_free(backwards);
        }
    }

    /** Tells whether a matrix turns left and right round, whatever it turns besides. */
    private static boolean mirrors(BytePointer matrix) {
        return (long) number(matrix, 0) * number(matrix, 4) - (long) number(matrix, 1) * number(matrix, 3) < 0;
    }

    private static int number(BytePointer matrix, int index) {
        return matrix.getInt((long) index * Integer.BYTES);
    }

    private static boolean isPlain(@Nullable AVPixFmtDescriptor format) {
        return format != null && (format.flags() & avutil.AV_PIX_FMT_FLAG_HWACCEL) == 0;
    }

    /** The second plane of pictures with a palette is the palette. */
    private static boolean hasRows(AVFrame frame, AVPixFmtDescriptor format, int plane) {
        boolean palette = (format.flags() & avutil.AV_PIX_FMT_FLAG_PAL) != 0;
        BytePointer data = frame.data(plane);
        return data != null && !data.isNull() && (plane == 0 || !palette);
    }

    private static void check(int result) throws MediaException {
        Errors.check(result, Reason.UNSUPPORTED, "", "a frame cannot be copied");
    }
}
