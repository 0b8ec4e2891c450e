package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Id;

/** What is dragged is drawn to what is near unless a key says otherwise, and the view goes along with the playhead as it is told. */
class SnapWorkbenchIT extends TracksWindow {

    /** V1 has so many clips of 60 frames. */
    private static final int CLIPS = 12;
    private static final Id CLIP = new Id("c3");

    @BeforeEach
    void openALongFilm() throws Exception {
        Path other = Files.createDirectory(folder.resolve("long"));
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
        open(Film.make(other, CLIPS));
        driver.until("all of it is there", () -> sequence().durationFrames() == CLIPS * 60);
        driver.press(tracks, 'Z', 'z', SWT.SHIFT);
    }

    private double pxPerFrame() {
        return (driver.ui(() -> tracks.getSize().x) - HEADER_PX) / (CLIPS * 60 * 1.05);
    }

    private int column(long frame) {
        return HEADER_PX + (int) Math.round(frame * pxPerFrame());
    }

    private long start() {
        return sequence().findClip(CLIP).orElseThrow().startFrame();
    }

    private void isAt(long frame) {
        driver.until("the clip begins at " + frame + " and not at " + start(), () -> start() == frame);
    }

    private void drag(long frames) {
        int from = column(start() + 30);
        mouse.hold(from, V2, from + (int) Math.round(frames * pxPerFrame()), V2);
    }

    /** How much of a column of the screen, from the ruler to the last track, is of a colour of its own. */
    private double line(long frame) {
        return driver.ui(() -> {
            double most = 0;
            for (int px = -1; px <= 1; px++) {
                Point top = tracks.toDisplay(column(frame) + px, V1 + 40);
                Point beside = tracks.toDisplay(column(frame) + px + 4, V1 + 40);
                most = Math.max(most, ScreenPicture.brightest(tracks.getDisplay(), new Rectangle(top.x, top.y, 1, 40))
                        - ScreenPicture.brightest(tracks.getDisplay(), new Rectangle(beside.x, beside.y, 1, 40)));
            }
            return most;
        });
    }

    @Test
    void aClipIsDrawnToEdgesThePlayheadAndMarkersAndALineShowsWhere() {
        drag(28);
        driver.until("a line stands at the edge", () -> line(60) > 30);
        mouse.release();
        isAt(60);
        driver.until("the line is gone", () -> line(60) < 10);
        editor.setPlayhead(330);
        drag(268);
        mouse.release();
        isAt(330);
        editor.setPlayhead(450);
        press('m', 0);
        driver.until("there is a marker", () -> sequence().markers().size() == 1);
        editor.setPlayhead(0);
        drag(122);
        mouse.release();
        isAt(450);
    }

    @Test
    void theKeyForSnappingActsAlsoWhileADragGoesOn() {
        drag(28);
        press('n', 0);
        driver.until("it is tried where the mouse is", () -> editor.tried().flatMap(tried -> tried.findClip(CLIP))
                .filter(place -> place.startFrame() == 58).isPresent());
        press('n', 0);
        driver.until("it is tried at the edge", () -> editor.tried().flatMap(tried -> tried.findClip(CLIP))
                .filter(place -> place.startFrame() == 60).isPresent());
        press('n', 0);
        mouse.release();
        isAt(58);
        press('n', 0);
        undo("l1[0+60] l2[0+60] l3[0+60] l4[0+60] l5[0+60] l6[0+60] l7[0+60] l8[0+60] l9[0+60] l10[0+60] l11[0+60] l12[0+60]");
        isAt(30);
    }

    /** The frame at a column of the lanes, which a press in the ruler goes to. */
    private long frameAt(int lanesX) {
        mouse.click(HEADER_PX + lanesX, 22);
        return driver.ui(editor::playheadFrame);
    }

    private void follow(String how) {
        driver.ui(() -> driver.window().getService(IHandlerService.class)
                .executeCommand("org.reelbench.tracks.follow." + how, null));
    }

    private void goTo(long frame) {
        driver.act(() -> editor.setPlayhead(frame));
        // What follows is told on the UI thread.
        driver.act(() -> {
        });
    }

    @Test
    void theViewFollowsThePlayheadByPagesContinuouslyOrNotAtAll() {
        for (int i = 0; i < 6; i++) {
            driver.press(tracks, '=', '=', 0);
        }
        int middle = driver.ui(() -> tracks.getSize().x - HEADER_PX) / 2;
        try {
            long seen = frameAt(middle);
            assertTrue(seen < 120, "it is near and not at " + seen);
            follow("off");
            goTo(600);
            assertEquals(seen, frameAt(middle), "what is seen stays");
            follow("page");
            goTo(seen + 1);
            assertEquals(seen, frameAt(middle), "the playhead is in sight");
            goTo(600);
            long page = frameAt(middle);
            assertTrue(page > 600, "the playhead is at the beginning of another page, not at " + page);
            follow("continuous");
            for (long frame : new long[] { 300, 307, 299 }) {
                goTo(frame);
                assertEquals(frame, frameAt(middle), 1, "the playhead stands in the middle");
            }
        } finally {
            follow("page");
        }
    }
}
