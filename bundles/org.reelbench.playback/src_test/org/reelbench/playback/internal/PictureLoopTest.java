package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reelbench.playback.Scene;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.time.FrameRate;
import org.reelbench.playback.internal.PictureLoop.Wish;

/** The picture wished for last is shown; what lies between is never rendered. */
class PictureLoopTest {

    private final FakeMedia media = new FakeMedia();
    private final PictureSource source = media.source();
    private final Scene scene = media.scene(1000, FrameRate.of(30, 1));
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final Counts counts = new Counts();
    private final PictureLoop loop = new PictureLoop(tasks::add, source, new Screen() {

        @Override
        public int widthPx() {
            return 640;
        }

        @Override
        public int heightPx() {
            return 400;
        }

        @Override
        public void show(ScreenPicture picture) {
            try (picture) {
                shown.add(picture.frame() + ":" + FakeMedia.frameIn(picture) + " " + picture.size().widthPx());
            }
        }

        @Override
        public void fail(String message) {
            shown.add(message);
        }
    }, counts);

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void wish(long frame) {
        loop.wish(new Wish(scene, frame, 640, 400));
    }

    @AfterEach
    void everythingIsGivenBack() {
        source.close();
        assertEquals(0, media.openRenderers.get());
        assertEquals(0, media.openConverters.get());
        assertEquals(0, media.buffers.outstanding());
    }

    @Test
    void wishesThatComeTooQuicklyAreNotRendered() {
        wish(1);
        wish(2);
        wish(3);
        assertEquals(1, tasks.size());
        runAll();
        assertEquals(List.of(3L), media.rendered);
        assertEquals(List.of("3:3 640"), shown);
    }

    @Test
    void aWishThatComesWhileOneIsRenderedIsNext() {
        media.before = frame -> {
            if (frame == 1) {
                wish(5);
                wish(6);
            }
        };
        wish(1);
        runAll();
        assertEquals(List.of("1:1 640", "6:6 640"), shown);
    }

    @Test
    void whatCannotBeRenderedIsSaidAndTheNextIsShown() {
        media.brokenFrame = 7;
        wish(7);
        runAll();
        wish(8);
        runAll();
        assertEquals(2, shown.size());
        assertTrue(shown.getFirst().contains("m.mp4: it is cut short"), shown.getFirst());
        assertEquals("8:8 640", shown.getLast());
    }

    @Test
    void aFaultInTheRendererDoesNotEndTheViewer() {
        media.before = frame -> {
            if (frame == 7) {
                throw new IllegalStateException("broken");
            }
        };
        wish(7);
        runAll();
        wish(8);
        runAll();
        assertEquals("8:8 640", shown.getLast());
    }

    @Test
    void anErrorIsSaidBeforeItEndsTheTask() {
        media.before = _ -> {
            throw new OutOfMemoryError("no pictures left");
        };
        wish(7);
        assertThrows(OutOfMemoryError.class, this::runAll);
        assertTrue(shown.getFirst().contains("no pictures left"), shown.toString());
    }

    @Test
    void aStoppedLoopShowsNothing() {
        media.before = _ -> loop.stop();
        wish(1);
        runAll();
        wish(2);
        runAll();
        assertEquals(List.of(), shown);
    }

    @Test
    void oneRendererServesOneSnapshotAndIsClosedForTheNext() {
        wish(1);
        runAll();
        wish(2);
        runAll();
        assertEquals(1, media.openRenderers.get());
        loop.wish(new Wish(media.scene(500, FrameRate.of(30, 1)), 3, 640, 400));
        runAll();
        assertEquals(1, media.openRenderers.get());
        assertEquals(3, shown.size());
    }

    @Test
    void aServiceThatWentAwayIsSaid() {
        List<FakeMedia> there = new ArrayList<>(List.of(media));
        PictureSource leaving = new PictureSource(() -> there.stream().<org.reelbench.render.Renderers>map(m -> m).findFirst(),
                () -> Optional.of(media), new Loads(Optional::empty), media.buffers, () -> {
                });
        PictureLoop left = new PictureLoop(tasks::add, leaving, new Screen() {

            @Override
            public int widthPx() {
                return 640;
            }

            @Override
            public int heightPx() {
                return 400;
            }

            @Override
            public void show(ScreenPicture picture) {
                picture.close();
                shown.add("picture");
            }

            @Override
            public void fail(String message) {
                shown.add(message);
            }
        }, counts);
        left.wish(new Wish(scene, 1, 640, 400));
        runAll();
        there.clear();
        left.wish(new Wish(scene, 2, 640, 400));
        runAll();
        assertEquals(List.of("picture", "no bundle is installed that renders pictures"), shown);
        assertEquals(0, media.openRenderers.get(), "the renderer of a service that went is closed");
        leaving.close();
    }
}
