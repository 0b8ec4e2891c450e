package org.reelbench.preview.internal.still;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.ScreenConverters;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.timeline.Sequence;

/**
 * Makes stills, one after the other, on a thread that ends when nobody asks. The renderer and its decoders stay for as long, as who
 * asks once drags a playhead. For every thread.
 */
@Component(service = Stills.class)
public final class Stills {

    /** How wide they are at most: enough to see where one is. */
    static final int MOST_WIDTH_PX = 480;

    /** Who waits longer has the segment itself soon. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** More than one person asks for while one is made; those behind are told to come back. */
    private static final int MOST_WAITING = 8;
    private static final long IDLE_SECONDS = 5;
    private static final long STOP_SECONDS = 5;
    private static final int BGRX_BYTES = 4;
    private static final int MOST_REDUCED = 4;

    private final Renderers renderers;
    private final ScreenConverters converters;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING), task -> Thread.ofPlatform().daemon().name("reelbench-preview-stills")
                    .unstarted(() -> runAndRelease(task)));
    private final Cancellation ending = new Cancellation();

    /** What is open; the thread's alone. */
    private @Nullable Open open;

    /** A renderer of a revision. */
    private record Open(PreviewRevision revision, VideoRenderer renderer, ScreenConverter converter) {
    }

    /**
     * Creates it without a thread.
     *
     * @param renderers put layers together
     * @param converters make pixels of pictures
     */
    @Activate
    public Stills(@Reference Renderers renderers, @Reference ScreenConverters converters) {
        this.renderers = renderers;
        this.converters = converters;
        thread.allowCoreThreadTimeOut(true);
    }

    /** Ends it, as what renders may go next. */
    @Deactivate
    public void stop() {
        ending.cancel();
        thread.shutdownNow();
        try {
            thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Makes a still, waiting for those asked for before.
     *
     * @return a PNG; null if it does not come in time
     * @throws IOException if it cannot be made
     */
    public byte @Nullable [] still(PreviewRevision revision, long frame) throws IOException, InterruptedException {
        Cancellation cancellation = new Cancellation(ending);
        Future<byte[]> result;
        try {
            result = thread.submit(() -> make(revision, frame, cancellation));
        } catch (RejectedExecutionException _) {
            return null;
        }
        try {
            return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException _) {
            return null;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } finally {
            cancellation.cancel();
            result.cancel(false);
        }
    }

    private byte[] make(PreviewRevision revision, long frame, Cancellation cancellation)
            throws MediaException, RenderException {
        Open now = open(revision);
        VideoFrame quick = now.renderer.quickFrame(frame, cancellation).orElse(null);
        try (VideoFrame picture = quick == null ? now.renderer.frame(frame, cancellation) : quick;
                Arena arena = Arena.ofConfined()) {
            Sequence sequence = revision.sequence();
            int width = Math.min(MOST_WIDTH_PX, sequence.widthPx());
            int height = (int) Math.max(1, Math.round((double) width * sequence.heightPx() / sequence.widthPx()));
            MemorySegment pixels = arena.allocate((long) width * height * BGRX_BYTES, Long.BYTES);
            now.converter.convert(picture, pixels, width, height, width * BGRX_BYTES);
            return Png.of(width, height, pixels.toArray(ValueLayout.JAVA_BYTE));
        }
    }

    private Open open(PreviewRevision revision) {
        Open now = open;
        if (now == null || now.revision != revision) {
            release();
            now = new Open(revision, renderers.video(revision.sequence(), revision.catalog()), converters.open());
            now.renderer
                    .reduce(Math.clamp(Integer.highestOneBit(revision.sequence().widthPx() / MOST_WIDTH_PX), 1, MOST_REDUCED));
            open = now;
        }
        return now;
    }

    private void runAndRelease(Runnable work) {
        try {
            work.run();
        } finally {
            release();
        }
    }

    private void release() {
        Open now = open;
        open = null;
        if (now != null) {
            now.converter.close();
            now.renderer.close();
        }
    }
}
