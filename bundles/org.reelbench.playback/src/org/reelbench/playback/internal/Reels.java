package org.reelbench.playback.internal;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.playback.Scene;
import org.reelbench.playback.StoredPictures;

/** The stored pictures of one run of playback, if there are any, and when they are to be shown in place of rendered ones. One thread. */
final class Reels implements AutoCloseable {

    /** Stored pictures are shown where there are so many ahead: changing to and fro is worse than dropping some. */
    private static final int AHEAD_SECONDS = 2;
    private static final long ASK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Scene scene;
    private final Supplier<Optional<StoredPictures>> stored;
    private final LongSupplier nanoTime;
    private final Struggle struggle;
    private @Nullable StoredPictures service;
    private StoredPictures.@Nullable Reel reel;
    private boolean asked;
    private long askedNanos;

    Reels(Scene scene, Supplier<Optional<StoredPictures>> stored, LongSupplier nanoTime) {
        this.scene = scene;
        this.stored = stored;
        this.nanoTime = nanoTime;
        struggle = new Struggle(scene.sequence().rate().framesPerSecond().toDouble());
    }

    /** Notes a rendered picture, and whether it came too late. */
    void note(boolean isLate) {
        struggle.note(isLate, nanoTime.getAsLong());
    }

    /** Whether rendering does not keep up, and what follows is stored. */
    boolean isToSwitch(long frame) {
        long now = nanoTime.getAsLong();
        long end = scene.sequence().durationFrames();
        if (frame >= end || !struggle.isOn(now) || asked && now - askedNanos < ASK_EVERY_NANOS) {
            return false;
        }
        asked = true;
        askedNanos = now;
        StoredPictures.Reel open = open();
        long ahead = scene.sequence().rate().framesPerSecond().times(AHEAD_SECONDS).ceil();
        return open != null && open.has(frame, Math.min(end, frame + ahead));
    }

    private StoredPictures.@Nullable Reel open() {
        StoredPictures now = stored.get().orElse(null);
        if (now != service || reel == null) {
            close();
            service = now;
            reel = now == null ? null : now.open(scene).orElse(null);
        }
        return reel;
    }

    Optional<VideoFrame> frame(long frame, Cancellation cancellation) throws MediaException {
        StoredPictures.Reel open = reel;
        return open == null ? Optional.empty() : open.frame(frame, cancellation);
    }

    /** Pictures are rendered again; only after another second of trouble stored ones are thought of. */
    void rest() {
        struggle.end();
        close();
    }

    @Override
    public void close() {
        StoredPictures.Reel open = reel;
        reel = null;
        if (open != null) {
            open.close();
        }
    }
}
