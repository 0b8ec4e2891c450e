package org.reelbench.render.internal;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.RenderException;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Sequence;

/**
 * The pictures of a nested sequence by its time, each composed at its own rate and on its own canvas before the outer clip does
 * anything with it. Keeps the last one, because outer frames at a higher rate or lower speed show it again.
 */
final class NestedPictures implements AutoCloseable {

    private final Sequence sequence;
    private final VideoPipeline pipeline;
    private @Nullable VideoFrame last;
    private long lastFrame = -1;

    NestedPictures(Sequence sequence, Means means) throws MediaException {
        this.sequence = sequence;
        this.pipeline = new VideoPipeline(sequence, means.nested(sequence));
    }

    /** Returns the picture at a time; before the first frame the first, after the last the last. The caller closes it. */
    VideoFrame frameAt(RationalTime time, Cancellation cancellation) throws MediaException {
        long frame = Nested.frameAt(sequence, time);
        VideoFrame known = last;
        if (known != null && frame == lastFrame) {
            return known.retain();
        }
        forget();
        try {
            VideoFrame composed = pipeline.frame(frame, cancellation);
            last = composed;
            lastFrame = frame;
            return composed.retain();
        } catch (RenderException e) {
            throw failure(e);
        }
    }

    /** Returns a picture near a time that is quick to have. The caller closes it. */
    VideoFrame nearestTo(RationalTime time, Cancellation cancellation) throws MediaException {
        try {
            Optional<VideoFrame> quick = pipeline.quickFrame(Nested.frameAt(sequence, time), cancellation);
            return quick.isPresent() ? quick.get() : frameAt(time, cancellation);
        } catch (RenderException e) {
            throw failure(e);
        }
    }

    private MediaException failure(RenderException cause) {
        return new MediaException(cause.media().reason(), "sequence '" + sequence.name() + "'", cause.getMessage(), cause);
    }

    /** Makes all pictures transparent, those too that fill the canvas. */
    void makeAlike() {
        pipeline.makeTransparent();
    }

    private void forget() {
        VideoFrame known = last;
        last = null;
        lastFrame = -1;
        if (known != null) {
            known.close();
        }
    }

    @Override
    public void close() {
        forget();
        pipeline.close();
    }
}
