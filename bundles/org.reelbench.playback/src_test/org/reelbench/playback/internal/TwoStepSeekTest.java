package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reelbench.playback.PlayerFigures;
import org.reelbench.playback.internal.PictureLoop.Wish;

/** A jump shows something like the frame first; while somebody drags, only the latest place matters. */
class TwoStepSeekTest {

    private final LoopBench bench = new LoopBench();
    private final FakeMedia media = bench.media;
    private final PictureLoop loop = bench.loop;
    private final List<String> shown = bench.shown;

    @BeforeEach
    void mediaHaveSyncSamples() {
        media.quick = true;
    }

    @AfterEach
    void everythingIsGivenBack() {
        bench.close();
    }

    @Test
    void aJumpShowsWhatIsQuickAndThenTheFrame() {
        bench.wish(170);
        bench.runAll();
        assertEquals(List.of("about 170:150", "170:170"), shown);
        assertEquals(new PlayerFigures(2, 0, 1, 1, 0), bench.counts.figures());
    }

    @Test
    void aStepShowsTheFrameAlone() {
        bench.wish(170);
        bench.runAll();
        bench.wish(171);
        bench.runAll();
        bench.wish(170);
        bench.runAll();
        bench.wish(170);
        bench.runAll();
        assertEquals(List.of("about 170:150", "170:170", "171:171", "170:170", "170:170"), shown);
    }

    @Test
    void aNewerWishStopsTheFrameUnderWayOnceSomethingIsShown() {
        media.before = frame -> {
            if (frame == 170) {
                bench.wish(60);
            }
        };
        bench.wish(170);
        bench.runAll();
        assertEquals(List.of("about 170:150", "about 60:50", "60:60"), shown);
        assertEquals(List.of(60L), media.rendered, "the old frame is not rendered");
        assertEquals(1, bench.counts.figures().cancelled());
    }

    @Test
    void aNewerWishNeverStopsWhatIsShownFirst() {
        int[] more = { 5 };
        media.beforeQuick = frame -> {
            if (more[0]-- > 0) {
                bench.wish(frame + 10);
            }
        };
        bench.wish(10);
        bench.runAll();
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
                    bench.wish(other);
                }
            }
        };
        bench.wish(170);
        bench.runAll();
        assertEquals(List.of(170L, 99L), media.quickly);
        assertEquals(List.of(99L), media.rendered);
        assertEquals(List.of("about 170:150", "about 99:50", "99:99"), shown);
    }

    @Test
    void withoutAQuickPictureTheFrameUnderWayIsShownThoughANewerOneIsWanted() {
        media.quick = false;
        media.before = frame -> {
            if (frame == 170) {
                bench.wish(60);
            }
        };
        bench.wish(170);
        bench.runAll();
        assertEquals(List.of("170:170", "60:60"), shown);
    }

    @Test
    void whatPlaybackShowedLastIsNotPaintedOverByAnApproximation() {
        bench.counts.shown(bench.scene.sequence().id(), 400);
        bench.wish(400);
        bench.runAll();
        assertEquals(List.of("400:" + (400 & 0xFF)), shown);
    }

    @Test
    void aWishThatIsUnderWayAlreadyDoesNotStopItself() {
        Wish wish = bench.at(170);
        media.before = _ -> {
            if (bench.tasks.isEmpty()) {
                loop.wish(wish);
            }
        };
        loop.wish(wish);
        bench.tasks.poll().run();
        assertEquals(List.of("about 170:150", "170:170"), shown);
        bench.tasks.clear();
    }

    @Test
    void playbackStopsTheFrameUnderWay() {
        media.before = _ -> loop.forget();
        bench.wish(170);
        bench.runAll();
        assertEquals(List.of("about 170:150"), shown);
    }
}
