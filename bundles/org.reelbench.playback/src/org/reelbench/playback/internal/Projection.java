package org.reelbench.playback.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Scene;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.time.FrameRate;

/** The pictures of one run on their screen, and how many were shown and left out. One thread; what is counted may be asked from any. */
final class Projection {

    /** Far more often than the window that is loaded is long. */
    private static final int LOOK_EVERY_MS = 500;

    private final Scene scene;
    private final Direction direction;
    private final PictureSource source;
    private final Screen screen;
    private final Counts counts;
    private final Pace pace;
    private final AtomicLong shown = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private long lookedAtFrame;
    private long shownAtNanos;

    Projection(Scene scene, Direction direction, PictureSource source, Screen screen, Counts counts, Pace pace) {
        this.scene = scene;
        this.direction = direction;
        this.source = source;
        this.screen = screen;
        this.counts = counts;
        this.pace = pace;
    }

    long shown() {
        return shown.get();
    }

    long dropped() {
        return dropped.get();
    }

    /** When the last picture was shown. */
    long shownAtNanos() {
        return shownAtNanos;
    }

    void drop(long pictures) {
        dropped.addAndGet(pictures);
        counts.dropped(pictures);
    }

    /** Says where the playhead is, so that what comes next is loaded. */
    void look(long frame) {
        lookedAtFrame = frame;
        source.loads().look(scene, frame, direction);
    }

    /** Says so now and then. */
    void lookNowAndThen(long frame) {
        if (Math.abs(frame - lookedAtFrame) >= framesOf(LOOK_EVERY_MS)) {
            look(frame);
        }
    }

    /** Shows a picture as soon as it is converted and the time has come. */
    void show(long frame, VideoFrame rendered, Runnable untilDue, boolean isApproximate) throws MediaException {
        ScreenPicture picture = source.convert(rendered, frame, screen.widthPx(), screen.heightPx(), isApproximate);
        boolean handedOver = false;
        try {
            untilDue.run();
            handedOver = true;
            screen.show(picture);
        } finally {
            if (!handedOver) {
                picture.close();
            }
        }
        shown.incrementAndGet();
        if (isApproximate) {
            counts.approximate();
        } else {
            counts.shown(scene.sequence().id(), frame);
        }
        shownAtNanos = pace.now();
    }

    /** How long a picture of the sequence stands. */
    double frameNanos() {
        return TimeUnit.SECONDS.toNanos(1) / scene.sequence().rate().framesPerSecond().toDouble();
    }

    long framesOf(int milliseconds) {
        FrameRate rate = scene.sequence().rate();
        return rate.framesPerSecond().times(milliseconds).floor() / 1000;
    }
}
