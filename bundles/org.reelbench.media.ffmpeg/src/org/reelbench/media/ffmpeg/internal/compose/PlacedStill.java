package org.reelbench.media.ffmpeg.internal.compose;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;

/**
 * The last picture of a layer that shows the same one again and again, with what was made of it. While it is kept its memory
 * cannot be another picture's, so that the address tells whether one is the same.
 */
final class PlacedStill implements AutoCloseable {

    private @Nullable VideoFrame source;
    private @Nullable AVFrame placed;

    /** Returns what was made of a picture, to be freed by the caller; null if it was another one. */
    @Nullable
    AVFrame of(VideoFrame picture) {
        VideoFrame known = source;
        return known != null && address(known) == address(picture) && known.format().equals(picture.format())
                ? Errors.allocated(avutil.av_frame_clone(placed))
                : null;
    }

    /** Keeps what was made of a picture; both stay the caller's. */
    void keep(VideoFrame picture, AVFrame made) {
        close();
        source = picture.retain();
        placed = Errors.allocated(avutil.av_frame_clone(made));
    }

    private static long address(VideoFrame picture) {
        return picture instanceof FfmpegFrame own ? own.avFrame().data(0).address() : picture.plane(0).address();
    }

    @Override
    public void close() {
        VideoFrame known = source;
        AVFrame made = placed;
        source = null;
        placed = null;
        if (known != null) {
            known.close();
        }
        if (made != null) {
            avutil.av_frame_free(made);
        }
    }
}
