package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;
import org.reelbench.playback.internal.PictureLoop.Wish;

/** The picture wished for last is shown; what lies between is never rendered. */
class PictureLoopTest {

    private final LoopBench bench = new LoopBench();
    private final FakeMedia media = bench.media;
    private final PictureLoop loop = bench.loop;
    private final List<String> shown = bench.shown;

    @AfterEach
    void everythingIsGivenBack() {
        bench.close();
    }

    @Test
    void wishesThatComeTooQuicklyAreNotRendered() {
        bench.wish(1);
        bench.wish(2);
        bench.wish(3);
        assertEquals(1, bench.tasks.size());
        bench.runAll();
        assertEquals(List.of(3L), media.rendered);
        assertEquals(List.of("3:3"), shown);
    }

    @Test
    void aWishThatComesWhileOneIsRenderedIsNext() {
        media.before = frame -> {
            if (frame == 1) {
                bench.wish(5);
                bench.wish(6);
            }
        };
        bench.wish(1);
        bench.runAll();
        assertEquals(List.of("1:1", "6:6"), shown);
    }

    @Test
    void whatCannotBeRenderedIsSaidAndTheNextIsShown() {
        media.brokenFrame = 7;
        bench.wish(7);
        bench.runAll();
        bench.wish(8);
        bench.runAll();
        assertEquals(2, shown.size());
        assertTrue(shown.getFirst().contains("m.mp4: it is cut short"), shown.getFirst());
        assertEquals("8:8", shown.getLast());
    }

    @Test
    void aFaultInTheRendererDoesNotEndTheViewer() {
        media.before = frame -> {
            if (frame == 7) {
                throw new IllegalStateException("broken");
            }
        };
        bench.wish(7);
        bench.runAll();
        bench.wish(8);
        bench.runAll();
        assertEquals("8:8", shown.getLast());
    }

    @Test
    void anErrorIsSaidBeforeItEndsTheTask() {
        media.before = _ -> {
            throw new OutOfMemoryError("no pictures left");
        };
        bench.wish(7);
        assertThrows(OutOfMemoryError.class, bench::runAll);
        assertTrue(shown.getFirst().contains("no pictures left"), shown.toString());
    }

    @Test
    void aStoppedLoopShowsNothing() {
        media.before = _ -> loop.stop();
        bench.wish(1);
        bench.runAll();
        bench.wish(2);
        bench.runAll();
        assertEquals(List.of(), shown);
    }

    @Test
    void oneRendererServesOneSnapshotAndIsClosedForTheNext() {
        bench.wish(1);
        bench.runAll();
        bench.wish(2);
        bench.runAll();
        assertEquals(1, media.openRenderers.get());
        loop.wish(new Wish(media.scene(500, FrameRate.of(30, 1)), 3, 64, 36));
        bench.runAll();
        assertEquals(1, media.openRenderers.get());
        assertEquals(3, shown.size());
    }

    @Test
    void aServiceThatWentAwayIsSaid() {
        List<FakeMedia> there = new ArrayList<>(List.of(media));
        PictureSource leaving = new PictureSource(() -> there.stream().<org.reelbench.render.Renderers>map(m -> m).findFirst(),
                () -> Optional.of(media), new Loads(Optional::empty), media.buffers, () -> {
                });
        PictureLoop left = new PictureLoop(bench.tasks::add, leaving, bench.screen, bench.counts);
        left.wish(bench.at(1));
        bench.runAll();
        there.clear();
        left.wish(bench.at(2));
        bench.runAll();
        assertEquals(List.of("1:1", "no bundle is installed that renders pictures"), shown);
        assertEquals(0, media.openRenderers.get(), "the renderer of a service that went is closed");
        leaving.close();
    }
}
