package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reelbench.playback.PlayerFigures;
import org.reelbench.playback.Scene;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.playback.internal.PictureLoop.Wish;
import org.reelbench.time.FrameRate;

/** A jump shows something like the frame first; while somebody drags, only the latest place matters. */
class TwoStepSeekTest {

    private final FakeMedia media = new FakeMedia();
    private final PictureSource source = media.source();
    private final Scene scene = media.scene(1000, FrameRate.of(30, 1));
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final Counts counts = new Counts();
    private final PictureLoop loop = new PictureLoop(tasks::add, source, new Screen() {

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
    }, counts);

    @BeforeEach
    void mediaHaveSyncSamples() {
        media.quick = true;
    }

    @AfterEach
    void everythingIsGivenBack() {
        source.close();
        assertEquals(0, media.openRenderers.get());
        assertEquals(0, media.openConverters.get());
        assertEquals(0, media.buffers.outstanding());
        assertEquals(0, media.keptFrames());
    }

    private void wish(long frame) {
        loop.wish(new Wish(scene, frame, 64, 36));
    }

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Test
    void aJumpShowsWhatIsQuickAndThenTheFrame() {
        wish(170);
        runAll();
        assertEquals(List.of("about 170:150", "170:170"), shown);
        assertEquals(new PlayerFigures(2, 0, 1, 1, 0), counts.figures());
    }

    @Test
    void aStepShowsTheFrameAlone() {
        wish(170);
        runAll();
        wish(171);
        runAll();
        wish(170);
        runAll();
        wish(170);
        runAll();
        assertEquals(List.of("about 170:150", "170:170", "171:171", "170:170", "170:170"), shown);
    }

    @Test
    void aNewerWishStopsTheFrameUnderWayOnceSomethingIsShown() {
        media.before = frame -> {
            if (frame == 170) {
                wish(60);
            }
        };
        wish(170);
        runAll();
        assertEquals(List.of("about 170:150", "about 60:50", "60:60"), shown);
        assertEquals(List.of(60L), media.rendered, "the old frame is not rendered");
        assertEquals(1, counts.figures().cancelled());
    }

    @Test
    void aNewerWishNeverStopsWhatIsShownFirst() {
        int[] more = { 5 };
        media.beforeQuick = frame -> {
            if (more[0]-- > 0) {
                wish(frame + 10);
            }
        };
        wish(10);
        runAll();
        // Each place shows something, although a newer one was wanted before it did.
        assertEquals(List.of("about 10:0", "about 20:0", "about 30:0", "about 40:0", "about 50:50", "about 60:50", "60:60"),
                shown);
        assertEquals(List.of(60L), media.rendered);
    }

    @Test
    void manyWishesWhileOneIsRenderedCostOneMore() {
        media.before = frame -> {
            if (frame == 170) {
                for (long other = 0; other < 100; other++) {
                    wish(other);
                }
            }
        };
        wish(170);
        runAll();
        assertEquals(List.of(170L, 99L), media.quickly);
        assertEquals(List.of(99L), media.rendered);
        assertEquals(List.of("about 170:150", "about 99:50", "99:99"), shown);
    }

    @Test
    void withoutAQuickPictureTheFrameUnderWayIsShownThoughANewerOneIsWanted() {
        media.quick = false;
        media.before = frame -> {
            if (frame == 170) {
                wish(60);
            }
        };
        wish(170);
        runAll();
        assertEquals(List.of("170:170", "60:60"), shown);
    }

    @Test
    void whatPlaybackShowedLastIsNotPaintedOverByAnApproximation() {
        counts.shown(scene.sequence().id(), 400);
        wish(400);
        runAll();
        assertEquals(List.of("400:" + (400 & 0xFF)), shown);
    }

    @Test
    void aWishThatIsUnderWayAlreadyDoesNotStopItself() {
        Wish wish = new Wish(scene, 170, 64, 36);
        media.before = _ -> {
            if (tasks.isEmpty()) {
                loop.wish(wish);
            }
        };
        loop.wish(wish);
        tasks.poll().run();
        assertEquals(List.of("about 170:150", "170:170"), shown);
        tasks.clear();
    }

    @Test
    void playbackStopsTheFrameUnderWay() {
        media.before = _ -> loop.forget();
        wish(170);
        runAll();
        assertEquals(List.of("about 170:150"), shown);
    }
}
