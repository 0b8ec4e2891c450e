package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import org.reelbench.playback.Scene;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.playback.internal.PictureLoop.Wish;
import org.reelbench.time.FrameRate;

/** A loop whose thread runs when a test lets it, over fake media, and a screen that notes what it is shown. */
final class LoopBench implements AutoCloseable {

    final FakeMedia media = new FakeMedia();
    final Scene scene = media.scene(1000, FrameRate.of(30, 1));
    final Queue<Runnable> tasks = new ArrayDeque<>();
    final Counts counts = new Counts();
    /** What was shown: the frame and what is in its picture, or a message. */
    final List<String> shown = new ArrayList<>();
    final Screen screen = new Screen() {

        @Override
        public int widthPx() {
            return 64;
        }

        @Override
        public int heightPx() {
            return 36;
        }

        @Override
        public void show(ScreenPicture picture) {
            try (picture) {
                shown.add((picture.isApproximate() ? "about " : "") + picture.frame() + ":" + FakeMedia.frameIn(picture));
            }
        }

        @Override
        public void fail(String message) {
            shown.add(message);
        }
    };
    private final PictureSource source = media.source();
    final PictureLoop loop = new PictureLoop(tasks::add, source, screen, counts);

    Wish at(long frame) {
        return new Wish(scene, frame, screen.widthPx(), screen.heightPx());
    }

    void wish(long frame) {
        loop.wish(at(frame));
    }

    void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Everything must have been given back. */
    @Override
    public void close() {
        source.close();
        assertEquals(0, media.openRenderers.get());
        assertEquals(0, media.openConverters.get());
        assertEquals(0, media.buffers.outstanding());
        assertEquals(0, media.keptFrames());
    }
}
