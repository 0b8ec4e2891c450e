package org.reelbench.render.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * Some effects on the frames of a clip, by a composer of their own. Where frames go on from the last one that was made, so does
 * the composer; elsewhere it begins anew, as far back as the effects need it. One thread at a time.
 */
final class FedStage implements AutoCloseable {

    private final Composers composers;
    private final FrameWindow window;
    private final FrameWindow.Frames input;
    private final Beginning beginning;
    private final Asking asking;
    private @Nullable Composer composer;
    private @Nullable VideoFrame last;
    private long lastFrame;

    /** Tells from which frame on the effects have to be fed for one to come out. */
    @FunctionalInterface
    interface Beginning {
        long of(long frame);
    }

    /** What is to be composed for a frame of a shape, and the frame's source time. */
    interface Asking {
        Composition of(long frame, PictureFormat picture) throws MediaException;

        RationalTime timeOf(long frame);
    }

    FedStage(Composers composers, FrameWindow window, FrameWindow.Frames input, Beginning beginning, Asking asking) {
        this.composers = composers;
        this.window = window;
        this.input = input;
        this.beginning = beginning;
        this.asking = asking;
    }

    /** Returns a frame, to be closed by the caller. */
    VideoFrame at(long frame, Cancellation cancellation) throws MediaException {
        VideoFrame made = last;
        long begin = beginning.of(frame);
        if (made == null || lastFrame > frame || lastFrame + 1 < begin) {
            forget();
            lastFrame = begin - 1;
        }
        while (made == null || lastFrame < frame) {
            made = make(lastFrame + 1, cancellation);
            keep(made);
        }
        return made.retain();
    }

    private VideoFrame make(long frame, Cancellation cancellation) throws MediaException {
        // A call that is cancelled here leaves all as it was: the next one goes on.
        try (FramesAround picture = window.at(frame, input, cancellation)) {
            cancellation.check();
            boolean composed = false;
            try {
                Composer running = composer(asking.of(frame, picture.format()));
                VideoFrame made = running.compose(frame, List
                        .of(new ComposerInput(picture.frame(), 1, asking.timeOf(frame), null, picture.around())));
                composed = true;
                return made;
            } finally {
                if (!composed) {
                    forget();
                }
            }
        }
    }

    private Composer composer(Composition wanted) throws MediaException {
        Composer running = composer;
        if (running != null) {
            if (running.composition().equals(wanted) || running.adjust(wanted)) {
                return running;
            }
            running.close();
            composer = null;
        }
        Composer opened = composers.open(wanted);
        composer = opened;
        return opened;
    }

    private void keep(VideoFrame made) {
        VideoFrame before = last;
        last = made;
        lastFrame++;
        if (before != null) {
            before.close();
        }
    }

    private void forget() {
        VideoFrame before = last;
        last = null;
        if (before != null) {
            before.close();
        }
        Composer running = composer;
        composer = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void close() {
        forget();
        window.close();
    }
}
