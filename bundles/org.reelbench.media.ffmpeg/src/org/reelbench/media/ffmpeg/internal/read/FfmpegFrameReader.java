package org.reelbench.media.ffmpeg.internal.read;

import java.util.Optional;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.time.RationalTime;

/**
 * Picks the frame shown at a time. It holds the frame shown and the one after it, whose time stamp says how long the first is
 * shown: reading on decodes one frame a frame.
 */
final class FfmpegFrameReader implements FrameReader {

    private final PictureStream pictures;
    private final VideoStreamInfo stream;
    private final String medium;
    private final RationalTime origin;
    private final PictureClock clock;

    private @Nullable Picture current;
    private @Nullable Picture next;
    private boolean currentIsFirst;
    private boolean currentIsLast;
    private boolean closed;

    FfmpegFrameReader(PictureStream pictures, VideoStreamInfo stream, String medium, RationalTime origin, PictureClock clock) {
        this.pictures = pictures;
        this.stream = stream;
        this.medium = medium;
        this.origin = origin;
        this.clock = clock;
    }

    @Override
    public VideoStreamInfo stream() {
        return stream;
    }

    @Override
    public VideoFrame frameAt(RationalTime time, Cancellation cancellation) throws MediaException {
        return frame(this::pictureAt, time, cancellation).orElseThrow();
    }

    @Override
    public Optional<VideoFrame> frameAfter(RationalTime time, Cancellation cancellation) throws MediaException {
        return frame(this::pictureAfter, time, cancellation);
    }

    @Override
    public VideoFrame nearestSyncFrame(RationalTime time, Cancellation cancellation) throws MediaException {
        try {
            return frame(this::syncPictureAt, time, cancellation).orElseThrow();
        } finally {
            // The decoder is drained: whatever comes next begins with a seek.
            forget();
        }
    }

    /** A way to the picture of a time. */
    @FunctionalInterface
    private interface Way {

        /** Finds the picture; null if there is none. */
        @Nullable
        Picture to(RationalTime time, Cancellation cancellation) throws MediaException;
    }

    private Optional<VideoFrame> frame(Way way, RationalTime time, Cancellation cancellation) throws MediaException {
        if (closed) {
            throw new IllegalStateException("the reader is closed");
        }
        cancellation.check();
        try {
            Picture picture = way.to(time.plus(origin), cancellation);
            if (picture == null) {
                return Optional.empty();
            }
            AVFrame share = picture.share();
            try {
                return Optional.of(FfmpegFrame.take(share, clock.time(picture.ticks()).minus(origin)));
            } finally {
                avutil.av_frame_free(share);
            }
        } catch (ArithmeticException e) {
            throw new MediaException(MediaException.Reason.DAMAGED, medium,
                    "its time stamps lie beyond all sense; copy it again from where it came", e);
        } finally {
            if (pictures.broken()) {
                forget();
            }
        }
    }

    private Picture pictureAt(RationalTime time, Cancellation cancellation) throws MediaException {
        Picture shown = current;
        long ticks = clock.latestStamp(time);
        if (shown == null || isAfter(shown, time) && !currentIsFirst || isSeekShorter(ticks)) {
            shown = seek(ticks, cancellation);
            if (isAfter(shown, time) && !currentIsFirst) {
                // Its stamp was rounded down past the time; the picture before is the one.
                shown = seek(shown.ticks() - 1, cancellation);
            }
        }
        while (!isAfter(shown, time) && !currentIsLast) {
            Picture following = next;
            if (following == null) {
                following = pictures.next(cancellation);
                next = following;
            }
            if (following == null) {
                currentIsLast = true;
            } else if (!isAfter(following, time)) {
                shown.close();
                shown = following;
                current = following;
                next = null;
                currentIsFirst = false;
            } else {
                break;
            }
        }
        return shown;
    }

    private @Nullable Picture pictureAfter(RationalTime time, Cancellation cancellation) throws MediaException {
        Picture shown = pictureAt(time, cancellation);
        return isAfter(shown, time) ? shown : next;
    }

    private Picture syncPictureAt(RationalTime time, Cancellation cancellation) throws MediaException {
        forget();
        Picture found = taken(pictures.nearestSync(clock.latestStamp(time), cancellation));
        if (isAfter(found, time) && !currentIsFirst) {
            long before = found.ticks() - 1;
            forget();
            found = taken(pictures.nearestSync(before, cancellation));
        }
        return found;
    }

    private boolean isAfter(Picture picture, RationalTime time) {
        return clock.time(picture.ticks()).isAfter(time);
    }

    private boolean isSeekShorter(long ticks) throws MediaException {
        Picture following = next;
        return !currentIsLast && (following == null || ticks > following.ticks()) && pictures.isSeekShorter(ticks);
    }

    private Picture seek(long ticks, Cancellation cancellation) throws MediaException {
        forget();
        return taken(pictures.seek(ticks, cancellation));
    }

    private Picture taken(@Nullable Picture found) throws MediaException {
        if (found == null) {
            throw new MediaException(MediaException.Reason.DAMAGED, medium,
                    "none of its pictures can be decoded; copy the file again from where it came");
        }
        current = found;
        currentIsFirst = pictures.foundFirst();
        return found;
    }

    private void forget() {
        close(current);
        close(next);
        current = null;
        next = null;
        currentIsFirst = false;
        currentIsLast = false;
    }

    private static void close(@Nullable Picture picture) {
        if (picture != null) {
            picture.close();
        }
    }

    @Override
    public int heldPictures() {
        return closed ? 0 : pictures.held();
    }

    @Override
    public void rest() {
        if (!closed) {
            forget();
            pictures.rest();
        }
    }

    @Override
    public long decodedFrames() {
        return pictures.decoded();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            forget();
            pictures.close();
        }
    }
}
