package org.reelbench.render.internal.slate;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.RationalTime;

/**
 * Frames of a medium as far as it can be read, and its slate beyond. A damaged place may be followed by good ones, so the next
 * frame is tried again; of bytes that cannot be read nothing more is asked.
 */
final class SlateFrames implements FrameReader {

    private final VideoStreamInfo stream;
    private final Replaced medium;
    private final int turnDegrees;
    private @Nullable FrameReader reader;
    private @Nullable MediaException why;
    private @Nullable MemoryFrame slate;

    /**
     * Creates frames.
     *
     * @param stream the stream
     * @param medium what the slate stands in for
     * @param turnDegrees how far the stream's pictures are turned clockwise where they are shown, and so the slate
     */
    SlateFrames(VideoStreamInfo stream, Replaced medium, int turnDegrees) {
        this.stream = stream;
        this.medium = medium;
        this.turnDegrees = turnDegrees;
    }

    /** Takes over the reader of the medium. */
    void read(FrameReader frames) {
        reader = frames;
    }

    /** Shows the slate from now on. */
    void show(MediaException broken) {
        why = medium.broke(broken);
    }

    @Override
    public VideoStreamInfo stream() {
        return stream;
    }

    @Override
    public VideoFrame frameAt(RationalTime time, Cancellation cancellation) {
        return shown(FrameReader::frameAt, time, cancellation);
    }

    @Override
    public VideoFrame nearestSyncFrame(RationalTime time, Cancellation cancellation) {
        return shown(FrameReader::nearestSyncFrame, time, cancellation);
    }

    /** What is asked of the reader. */
    @FunctionalInterface
    private interface Question {

        VideoFrame ask(FrameReader frames, RationalTime time, Cancellation cancellation) throws MediaException;
    }

    private VideoFrame shown(Question question, RationalTime time, Cancellation cancellation) {
        MediaException broken = why;
        FrameReader frames = reader;
        if (frames != null && (broken == null || broken.reason() == Reason.DAMAGED)) {
            try {
                return question.ask(frames, time, cancellation);
            } catch (MediaException e) {
                show(e);
            }
        }
        cancellation.check();
        return slate().at(time);
    }

    private MemoryFrame slate() {
        MemoryFrame drawn = slate;
        if (drawn == null) {
            MediaException broken = why;
            if (broken == null) {
                throw new IllegalStateException("a slate says why it is there");
            }
            drawn = SlatePicture.draw(broken, stream.picture().widthPx(), stream.picture().heightPx(), turnDegrees);
            slate = drawn;
        }
        return drawn;
    }

    @Override
    public long decodedFrames() {
        FrameReader frames = reader;
        return frames == null ? 0 : frames.decodedFrames();
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
        if (slate != null) {
            slate.close();
        }
    }
}
