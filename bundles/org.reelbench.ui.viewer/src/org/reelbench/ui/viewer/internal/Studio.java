package org.reelbench.ui.viewer.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.AudioSinks;
import org.reelbench.render.Renderers;
import org.reelbench.ui.UiThread;
import org.reelbench.ui.viewer.internal.picture.PictureLoop;
import org.reelbench.ui.viewer.internal.picture.PictureSource;
import org.reelbench.ui.viewer.internal.picture.PixelBuffers;
import org.reelbench.ui.viewer.internal.picture.Scene;
import org.reelbench.ui.viewer.internal.picture.Screen;
import org.reelbench.ui.viewer.internal.play.Playback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The viewer's threads and what lives on them. The UI thread gives orders and never waits for them, except, shortly, when the
 * viewer closes: no native call may be under way when the process ends.
 */
final class Studio implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Studio.class);

    /** Long calls look at their cancellation every 200 ms. */
    private static final int CLOSE_TIMEOUT_MS = 3000;

    private final ViewerServices services;
    private final PixelBuffers buffers = new PixelBuffers();
    private final PictureSource source;
    private final PictureLoop loop;
    private final ExecutorService viewerThread = named("reelbench-viewer");
    private final ExecutorService soundThread = named("reelbench-sound");
    private @Nullable Playback last;

    Studio(ViewerServices services, Screen still) {
        this.services = services;
        source = new PictureSource(services.renderers(), services.converters(), buffers,
                () -> UiThread.forbid("rendering pictures"));
        loop = new PictureLoop(viewerThread, source, still);
    }

    private static ExecutorService named(String name) {
        return Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
    }

    /** Shows one picture soon, in place of those asked for before. */
    void show(PictureLoop.Wish wish) {
        loop.wish(wish);
    }

    /** Forgets the decoders, when nothing is open any more. */
    void idle() {
        loop.forget();
        viewerThread.execute(source::close);
    }

    /**
     * Begins to play.
     *
     * @return the playback, or null if a service is missing for the moment
     */
    @Nullable
    Playback play(Scene scene, long startFrame, Screen screen, Playback.Box box, Playback.Listener listener) {
        Renderers renderers = services.renderers().get().orElse(null);
        AudioSinks sinks = services.sinks().get().orElse(null);
        if (renderers == null || sinks == null) {
            return null;
        }
        loop.forget();
        Playback playback = new Playback(scene, startFrame, source, renderers, sinks, screen, box, listener);
        last = playback;
        playback.start(viewerThread, soundThread);
        return playback;
    }

    @Override
    public void close() {
        loop.stop();
        Playback playback = last;
        if (playback != null) {
            playback.stop();
        }
        viewerThread.execute(source::close);
        viewerThread.shutdown();
        soundThread.shutdown();
        try {
            boolean ended = viewerThread.awaitTermination(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    && soundThread.awaitTermination(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
            if (!ended) {
                LOG.warn("the viewer's threads have not ended within {} ms", CLOSE_TIMEOUT_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        buffers.close();
    }
}
