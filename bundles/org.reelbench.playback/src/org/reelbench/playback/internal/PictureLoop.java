package org.reelbench.playback.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.playback.Scene;
import org.reelbench.playback.Screen;
import org.reelbench.render.RenderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the picture that was wished for last: wishes that come while one is rendered replace each other.
 * <p>
 * Wishes come from any thread; rendering runs on the viewer's thread.
 */
final class PictureLoop {

    private static final Logger LOG = LoggerFactory.getLogger(PictureLoop.class);

    /**
     * A picture somebody wants to see.
     *
     * @param scene what is looked at
     * @param frame the sequence frame
     * @param boxWidthPx the width there is
     * @param boxHeightPx the height there is
     */
    record Wish(Scene scene, long frame, int boxWidthPx, int boxHeightPx) {
    }

    private final Executor viewerThread;
    private final PictureSource source;
    private final Screen screen;
    private final Counts counts;
    private final AtomicReference<@Nullable Wish> latest = new AtomicReference<>();
    private final Cancellation end = new Cancellation();

    /**
     * Creates a loop without a wish.
     *
     * @param viewerThread runs one task at a time
     * @param source renders; used on the viewer's thread only
     * @param screen is shown the pictures
     * @param counts counts them
     */
    PictureLoop(Executor viewerThread, PictureSource source, Screen screen, Counts counts) {
        this.viewerThread = viewerThread;
        this.source = source;
        this.screen = screen;
        this.counts = counts;
    }

    /**
     * Asks for a picture; a wish that is not being rendered yet is forgotten.
     *
     * @param wish the wish
     */
    public void wish(Wish wish) {
        if (latest.getAndSet(wish) == null && !end.isCancelled()) {
            viewerThread.execute(this::serve);
        }
    }

    /** Forgets the wish that is not being rendered yet, for example because playback shows what comes now. */
    public void forget() {
        latest.set(null);
    }

    /** Stops a picture under way; no other follows. */
    public void stop() {
        end.cancel();
        latest.set(null);
    }

    private void serve() {
        Wish wish = latest.getAndSet(null);
        if (wish == null || end.isCancelled()) {
            return;
        }
        try {
            screen.show(source.picture(wish.scene(), wish.frame(), wish.boxWidthPx(), wish.boxHeightPx(), end));
            counts.rendered();
            counts.shown();
        } catch (CancelledException e) {
            LOG.debug("the viewer closes while frame {} is rendered", wish.frame());
        } catch (RenderException | MediaException e) {
            screen.fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Whatever goes wrong in one frame, the next may work: the viewer goes on.
            LOG.error("frame {} cannot be shown", wish.frame(), e);
            screen.fail("frame " + wish.frame() + " cannot be shown: " + e);
        }
    }
}
