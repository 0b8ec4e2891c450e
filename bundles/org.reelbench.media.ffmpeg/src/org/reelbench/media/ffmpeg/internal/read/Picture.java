package org.reelbench.media.ffmpeg.internal.read;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.internal.Errors;

/** One decoded picture with its time stamp. Whoever holds it closes it. */
final class Picture implements AutoCloseable {

    private final AVFrame frame;
    private final long ticks;
    private boolean closed;

    /** Takes over the content of a frame, which is empty afterwards. */
    Picture(AVFrame content, long ticks) {
        this.frame = Errors.allocated(avutil.av_frame_alloc());
        this.ticks = ticks;
        avutil.av_frame_move_ref(frame, content);
    }

    /** When the picture is shown, in the stream's ticks. */
    long ticks() {
        return ticks;
    }

    /** Another reference to the same pixels, to be freed by the caller; they are not mirrored, whatever the medium says. */
    AVFrame share() throws MediaException {
        Mirroring.undo(frame);
        return Errors.allocated(avutil.av_frame_clone(frame));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avutil.av_frame_free(frame);
        }
    }
}
