package org.reelbench.playback.internal;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.AudioSinks;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.playback.Course;
import org.reelbench.playback.Playback;
import org.reelbench.playback.PlaybackListener;
import org.reelbench.playback.Player;
import org.reelbench.playback.PlayerFigures;
import org.reelbench.playback.PlayerSetup;
import org.reelbench.playback.PreviewQuality;
import org.reelbench.playback.Scene;
import org.reelbench.playback.Screen;
import org.reelbench.render.Renderers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A player's threads and what lives on them. Callers give orders and never wait, except, shortly, when it closes. */
final class Studio implements Player {

    private static final Logger LOG = LoggerFactory.getLogger(Studio.class);

    /** Long calls look at their cancellation every 200 ms. */
    private static final int CLOSE_TIMEOUT_MS = 3000;
    /** A device is slow to open, and hands rest while they drag. */
    private static final int SCRUB_IDLE_MS = 600;

    private final PlayerServices services;
    private final Screen screen;
    private final Consumer<Studio> whenClosed;
    private final Counts counts = new Counts();
    private final Loads loads;
    private final PixelBuffers buffers;
    private final PictureSource source;
    private final PictureLoop loop;
    private final ExecutorService viewerThread = named("reelbench-viewer");
    private final ExecutorService soundThread = named("reelbench-sound");
    private final ScrubSound scrub = new ScrubSound(soundThread, SCRUB_IDLE_MS);
    private final ExecutorService lookThreads = Executors
            .newCachedThreadPool(task -> Thread.ofPlatform().daemon().name("reelbench-player-looks").unstarted(task));
    private final AwaitedMedia media;
    private final Runnable threadRule;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile PreviewQuality quality = PreviewQuality.AUTO;
    private volatile @Nullable PlaybackRun last;

    Studio(PlayerServices services, PlayerSetup setup, Consumer<Studio> whenClosed) {
        this.services = services;
        this.screen = setup.screen();
        this.whenClosed = whenClosed;
        threadRule = setup.threadRule();
        loads = new Loads(services.loading());
        buffers = new PixelBuffers(services.ledger().get().orElseGet(MemoryLedger::none).open(Holding.FRAMES, "the screen"));
        source = new PictureSource(services.renderers(), services.converters(), loads, buffers, setup.threadRule());
        loop = new PictureLoop(viewerThread, source, screen, counts);
        media = new AwaitedMedia(lookThreads, this::answered);
    }

    private static ExecutorService named(String name) {
        return Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
    }

    /** A medium is there that was not waited for: what is looked at may be of it. */
    private void answered() {
        source.lookAgain();
        loop.again();
    }

    @Override
    public void show(Scene scene, long frame) {
        loop.wish(new PictureLoop.Wish(media.of(scene), frame, screen.widthPx(), screen.heightPx()));
    }

    @Override
    public void idle() {
        loop.forget();
        scrub.stop();
        if (!closed.get()) {
            viewerThread.execute(source::close);
            loads.idle();
        }
    }

    @Override
    public Optional<Playback> play(Scene scene, Course course, Screen on, PlaybackListener listener) {
        Renderers renderers = services.renderers().get().orElse(null);
        AudioSinks sinks = services.sinks().get().orElse(null);
        if (renderers == null || sinks == null || closed.get()) {
            return Optional.empty();
        }
        loop.forget();
        scrub.stop();
        Playback before = last;
        if (before != null) {
            before.stop();
        }
        PlaybackRun playback = new PlaybackRun(media.of(scene), course, source, renderers, sinks, on, listener, counts,
                () -> services.small().getAsBoolean() ? PreviewQuality.QUARTER : quality, services.stored());
        last = playback;
        playback.start(viewerThread, soundThread);
        return Optional.of(playback);
    }

    @Override
    public void scrub(Scene scene, long frame) {
        Renderers renderers = services.renderers().get().orElse(null);
        AudioSinks sinks = services.sinks().get().orElse(null);
        PlaybackRun playing = last;
        if (renderers != null && sinks != null && !closed.get() && (playing == null || playing.hasEnded())) {
            scrub.hear(media.of(scene), frame, new ScrubSound.Gear(renderers, sinks, loads, threadRule));
        }
    }

    @Override
    public void setQuality(PreviewQuality wanted) {
        quality = wanted;
    }

    @Override
    public PlayerFigures figures() {
        return counts.figures();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        loop.stop();
        scrub.stop();
        Playback playback = last;
        if (playback != null) {
            playback.stop();
        }
        viewerThread.execute(source::close);
        lookThreads.shutdown();
        viewerThread.shutdown();
        soundThread.shutdown();
        try {
            boolean ended = viewerThread.awaitTermination(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    && soundThread.awaitTermination(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
            if (!ended) {
                LOG.warn("the player's threads have not ended within {} ms", CLOSE_TIMEOUT_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        buffers.close();
        loads.close();
        whenClosed.accept(this);
    }
}
