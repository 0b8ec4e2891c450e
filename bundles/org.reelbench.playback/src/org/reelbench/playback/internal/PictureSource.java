package org.reelbench.playback.internal;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.LoadingSession;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.ScreenConverters;
import org.reelbench.media.VideoFrame;
import org.reelbench.playback.Fit;
import org.reelbench.playback.Scene;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.SlateCatalog;
import org.reelbench.render.VideoRenderer;

/**
 * Renders and converts pictures of one scene at a time. Confined to the viewer's thread.
 * <p>
 * Keeps the renderer, with its decoders, as long as the scene and the services stay the same. Media that cannot be read are
 * slates, and are looked for again after a while.
 */
final class PictureSource implements AutoCloseable {

    /** Often enough for a disk that was plugged in, seldom enough for a server that does not answer. */
    private static final long LOOK_AGAIN_NS = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<Optional<Renderers>> renderers;
    private final Supplier<Optional<ScreenConverters>> converters;
    private final Loads loads;
    private final PixelBuffers buffers;
    private final Runnable threadRule;
    private @Nullable Scene scene;
    private @Nullable Renderers openedBy;
    private @Nullable LoadingSession openedWith;
    private @Nullable VideoRenderer renderer;
    private @Nullable SlateCatalog slates;
    private long openedNs;
    private volatile boolean isToLookAgain;
    private @Nullable ScreenConverters converterOf;
    private @Nullable ScreenConverter converter;

    /**
     * Creates a source that has nothing open.
     *
     * @param renderers the service as it is now
     * @param converters the service as it is now
     * @param loads has media loaded
     * @param buffers where pixels are put
     * @param threadRule throws on threads that must not render
     */
    public PictureSource(Supplier<Optional<Renderers>> renderers, Supplier<Optional<ScreenConverters>> converters,
            Loads loads, PixelBuffers buffers, Runnable threadRule) {
        this.threadRule = threadRule;
        this.renderers = renderers;
        this.converters = converters;
        this.buffers = buffers;
        this.loads = loads;
    }

    /**
     * Returns the rule of threads, for others who work on behalf of the viewer.
     *
     * @return throws on threads that must not render
     */
    public Runnable threadRule() {
        return threadRule;
    }

    /**
     * Says that rendered pictures are kept until they are due.
     *
     * @param moreBytes how much more; below 0 for less
     */
    void kept(long moreBytes) {
        buffers.keptBeside(moreBytes);
    }

    /**
     * Returns what has media loaded.
     *
     * @return the loads, the player's
     */
    public Loads loads() {
        return loads;
    }

    /**
     * Returns the renderer of a scene, the one that is open if it is of this scene.
     *
     * @param wanted the scene
     * @return the renderer, this source's
     * @throws MediaException if nothing renders pictures for the moment
     */
    public VideoRenderer renderer(Scene wanted) throws MediaException {
        threadRule.run();
        Renderers service = renderers.get().orElse(null);
        LoadingSession session = loads.session().orElse(null);
        VideoRenderer open = renderer;
        if (open == null || service != openedBy || session != openedWith || !isSame(wanted) || isToLookAgain()) {
            closeRenderer();
            if (service == null) {
                throw missing("renders pictures");
            }
            SlateCatalog media = new SlateCatalog(wanted.catalog(), wanted.sequence().widthPx(), wanted.sequence().heightPx());
            open = session == null
                    ? service.video(wanted.sequence(), media)
                    : service.video(wanted.sequence(), media, session);
            renderer = open;
            slates = media;
            openedNs = System.nanoTime();
            isToLookAgain = false;
            openedBy = service;
            openedWith = session;
            scene = wanted;
        }
        return open;
    }

    /**
     * Renders a picture for the screen.
     *
     * @param wanted the scene
     * @param frame the sequence frame
     * @param boxWidthPx the width there is
     * @param boxHeightPx the height there is
     * @param cancellation asks to stop
     * @return the picture, the caller's
     * @throws RenderException naming the clip that failed
     * @throws MediaException if it cannot be converted or a service is missing
     */
    public ScreenPicture picture(Scene wanted, long frame, int boxWidthPx, int boxHeightPx, Cancellation cancellation)
            throws RenderException, MediaException {
        VideoRenderer open = renderer(wanted);
        open.reduce(1);
        try (VideoFrame rendered = open.frame(frame, cancellation)) {
            return convert(rendered, frame, boxWidthPx, boxHeightPx, false);
        }
    }

    /**
     * Renders something like a picture at once.
     *
     * @param wanted the scene
     * @param frame the sequence frame
     * @param boxWidthPx the width there is
     * @param boxHeightPx the height there is
     * @param cancellation asks to stop
     * @return the picture, the caller's; empty if the picture itself is as quick to have
     * @throws RenderException naming the clip that failed
     * @throws MediaException if it cannot be converted or a service is missing
     */
    public Optional<ScreenPicture> quickPicture(Scene wanted, long frame, int boxWidthPx, int boxHeightPx,
            Cancellation cancellation) throws RenderException, MediaException {
        VideoRenderer open = renderer(wanted);
        open.reduce(1);
        VideoFrame rendered = open.quickFrame(frame, cancellation).orElse(null);
        if (rendered == null) {
            return Optional.empty();
        }
        try (rendered) {
            return Optional.of(convert(rendered, frame, boxWidthPx, boxHeightPx, true));
        }
    }

    /**
     * Converts a rendered picture.
     *
     * @param rendered the picture, the caller's
     * @param frame the sequence frame it shows
     * @param boxWidthPx the width there is
     * @param boxHeightPx the height there is
     * @param approximate whether the right picture follows
     * @return the picture for the screen, the caller's
     * @throws MediaException if it cannot be converted
     */
    public ScreenPicture convert(VideoFrame rendered, long frame, int boxWidthPx, int boxHeightPx, boolean approximate)
            throws MediaException {
        threadRule.run();
        Fit size = Fit.into(rendered.format().widthPx(), rendered.format().heightPx(), boxWidthPx, boxHeightPx);
        ScreenPicture picture = PooledPicture.allocate(buffers, size, frame, approximate);
        boolean done = false;
        try {
            converter().convert(rendered, picture.pixels(), size.widthPx(), size.heightPx(), picture.strideBytes());
            done = true;
            return picture;
        } finally {
            if (!done) {
                picture.close();
            }
        }
    }

    private ScreenConverter converter() throws MediaException {
        ScreenConverters service = converters.get().orElse(null);
        ScreenConverter open = converter;
        if (open == null || service != converterOf) {
            closeConverter();
            if (service == null) {
                throw missing("converts pictures for the screen");
            }
            open = service.open();
            converter = open;
            converterOf = service;
        }
        return open;
    }

    /** Snapshots share what did not change, so one instance means one picture. */
    private boolean isSame(Scene wanted) {
        Scene known = scene;
        return known != null && known.sequence() == wanted.sequence() && known.catalog().equals(wanted.catalog());
    }

    /** Lets slates be looked behind with the next picture; for any thread. */
    void lookAgain() {
        isToLookAgain = true;
    }

    /** A slate stays as long as its renderer; what it stands for may have come back meanwhile. */
    private boolean isToLookAgain() {
        SlateCatalog media = slates;
        return media != null && !media.replaced().isEmpty()
                && (isToLookAgain || System.nanoTime() - openedNs > LOOK_AGAIN_NS);
    }

    private static MediaException missing(String what) {
        return new MediaException(MediaException.Reason.UNSUPPORTED, "", "no bundle is installed that " + what);
    }

    private void closeRenderer() {
        VideoRenderer open = renderer;
        if (open != null) {
            renderer = null;
            scene = null;
            open.close();
        }
    }

    private void closeConverter() {
        ScreenConverter open = converter;
        if (open != null) {
            converter = null;
            open.close();
        }
    }

    /** Gives decoders and memory back; the source can be used again. */
    @Override
    public void close() {
        threadRule.run();
        closeRenderer();
        closeConverter();
    }
}
