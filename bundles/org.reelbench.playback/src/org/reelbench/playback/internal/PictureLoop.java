package org.reelbench.playback.internal;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Scene;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.render.RenderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the picture that was wished for last: first what is quick to have, then the right one. Wishes that come meanwhile replace
 * each other, and stop the right one under way once something like it is shown; so whoever drags the playhead always sees
 * something.
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
    private volatile @Nullable Wish last;
    /** A frame under way that may be given up. */
    private record Refining(Wish wish, Cancellation token) {
    }

    private final AtomicReference<@Nullable Refining> refining = new AtomicReference<>();
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
    void wish(Wish wish) {
        last = wish;
        boolean idle = latest.getAndSet(wish) == null;
        // This one may be under way already.
        stopRefining(wish);
        if (idle && !end.isCancelled()) {
            viewerThread.execute(this::serve);
        }
    }

    private void stopRefining(@Nullable Wish except) {
        Refining under = refining.get();
        if (under != null && under.wish() != except) {
            under.token().cancel();
        }
    }

    /** Renders the last picture that was asked for again, as long as it is looked at. */
    void again() {
        Wish wish = last;
        if (wish != null) {
            wish(wish);
        }
    }

    /** Forgets the wish that is not being rendered yet, for example because playback shows what comes now. */
    void forget() {
        last = null;
        latest.set(null);
        stopRefining(null);
    }

    /** Stops a picture under way; no other follows. */
    void stop() {
        end.cancel();
        last = null;
        latest.set(null);
        stopRefining(null);
    }

    private void serve() {
        Wish wish = latest.getAndSet(null);
        if (wish == null || end.isCancelled()) {
            return;
        }
        try {
            source.loads().look(wish.scene(), wish.frame(), Direction.FORWARD);
            boolean isSomethingThere = isStep(wish) || quick(wish);
            exact(wish, isSomethingThere && !isStep(wish));
        } catch (CancelledException e) {
            LOG.debug("frame {} is not looked at any more", wish.frame());
            counts.cancelled();
        } catch (RenderException | MediaException e) {
            screen.fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Whatever goes wrong in one frame, the next may work: the viewer goes on.
            LOG.error("frame {} cannot be shown", wish.frame(), e);
            screen.fail("frame " + wish.frame() + " cannot be shown: " + e);
        } catch (Error e) {
            screen.fail("frame " + wish.frame() + " cannot be shown: " + e);
            throw e;
        }
    }

    /** The frame itself, or one beside it: in between, a picture from elsewhere would only flicker. */
    private boolean isStep(Wish wish) {
        return counts.isBesideLast(wish.scene().sequence().id(), wish.frame());
    }

    /** Shows what is quick to have, if the picture itself takes longer. */
    private boolean quick(Wish wish) throws RenderException, MediaException {
        Optional<ScreenPicture> quick = source.quickPicture(wish.scene(), wish.frame(), wish.boxWidthPx(), wish.boxHeightPx(),
                end);
        quick.ifPresent(picture -> {
            screen.show(picture);
            counts.approximate();
        });
        return quick.isPresent();
    }

    private void exact(Wish wish, boolean mayStop) throws RenderException, MediaException {
        Cancellation token = mayStop ? new Cancellation() : end;
        if (mayStop) {
            refining.set(new Refining(wish, token));
            if (latest.get() != null || end.isCancelled()) {
                token.cancel();
            }
        }
        try {
            screen.show(source.picture(wish.scene(), wish.frame(), wish.boxWidthPx(), wish.boxHeightPx(), token));
            counts.rendered();
            counts.shown(wish.scene().sequence().id(), wish.frame());
        } finally {
            refining.set(null);
        }
    }
}
