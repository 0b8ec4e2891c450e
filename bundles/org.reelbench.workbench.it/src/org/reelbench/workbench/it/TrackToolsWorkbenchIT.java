package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Track;

/** What keys held during a drag, handles of clips and headers of tracks do. */
class TrackToolsWorkbenchIT extends TracksWindow {

    private static final Id CLIP = new Id("c3");

    private Track v2() {
        return sequence().track(Film.V2);
    }

    @Test
    void aClipIsDraggedToAnotherTrackOverWhatLiesThereOrSoThatItMovesAway() {
        mouse.drag(x(60), V2, x(60), V1);
        becomes(Film.V1, "c1[0+30] c3[0+60] c2[30+30]");
        undo("c1[0+60] c2[0+60]");
        press('n', 0);
        mouse.hold(x(60), V2, x(90), V1);
        holdKey(SWT.MOD1);
        mouse.release();
        becomes(Film.V1, "c1[0+60] c3[0+60] c2[0+60]");
        press('n', 0);
    }

    @Test
    void clipsThatOverlapAreDissolvedWithAlt() {
        mouse.drag(x(60) + 3, V1, x(62) + 3, V1);
        driver.until("there is a source before the second clip", () -> !on(Film.V1).equals("c1[0+60] c2[0+60]"));
        press('n', 0);
        mouse.hold(x(100), V1, x(88), V1);
        holdKey(SWT.MOD3);
        mouse.release();
        driver.until("there is a dissolve, and not " + on(Film.V1), () -> on(Film.V1).contains("~"));
        press('n', 0);
        driver.press(tracks, (char) ('Z' - '@'), 'z', SWT.CTRL);
        driver.until("it is undone in one step", () -> !on(Film.V1).contains("~"));
    }

    @Test
    void aFadeIsDraggedByItsHandle() {
        mouse.click(x(60), V2);
        mouse.drag(x(30) + 4, 34 + 4, x(50), 34 + 4);
        driver.until("it fades in", () -> fades().inFrames() > 0);
        assertEquals(20, fades().inFrames(), 2);
        assertEquals(0, fades().outFrames());
        mouse.hold(x(90) - 4, 34 + 4, x(80), 34 + 4);
        driver.press(tracks, SWT.ESC, SWT.ESC, 0);
        mouse.release();
        assertEquals(0, fades().outFrames());
    }

    private Fades fades() {
        Clip clip = sequence().findClip(CLIP).orElseThrow().clip();
        return clip.fades();
    }

    @Test
    void tracksAreReorderedMadeHigherHiddenLockedAndSoloed() {
        mouse.drag(40, V2, 40, V1);
        driver.until("V1 lies above V2", () -> sequence().tracks().getLast().id().equals(Film.V1));
        driver.press(tracks, (char) ('Z' - '@'), 'z', SWT.CTRL);
        driver.until("V2 lies above V1", () -> sequence().tracks().getLast().id().equals(Film.V2));
        mouse.drag(40, 34 + 50, 40, 34 + 90);
        mouse.click(x(40), V1 + 40 + 10);
        driver.until("the row below has moved down", () -> editor.selection().equals(Set.of(new Id("c1"))));
        int middle = 34 + 46;
        mouse.click(HEADER_PX - 12 - 8, middle);
        driver.until("it is hidden", () -> v2().hidden());
        mouse.click(HEADER_PX - 12 - 8, 34 + 13);
        driver.until("it is seen", () -> !v2().hidden());
        mouse.click(HEADER_PX - 12 - 8 - 22, middle);
        driver.until("it is locked", () -> v2().locked());
        mouse.drag(x(60), V2, x(80), V2);
        assertEquals("30 c3[0+60]", on(Film.V2), "what is locked stays");
        mouse.click(HEADER_PX - 12 - 8 - 22, middle);
        driver.until("it is free", () -> !v2().locked());
        mouse.click(HEADER_PX - 12 - 8 - 44, middle);
        driver.until("it is alone", () -> v2().solo());
    }

    @Test
    void clipsAreCopiedIntoAnotherProject() throws Exception {
        mouse.click(x(60), V2);
        driver.until("it is selected", () -> editor.selection().equals(Set.of(CLIP)));
        pressCtrl('c');
        Path other = Files.createDirectory(folder.resolve("other")).resolve("empty.reel");
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
        assertTrue(editor.create(Film.empty(), other).toCompletableFuture().get(), "made");
        driver.until("the title names the other", () -> driver.titles().stream().anyMatch(title -> title.contains("Empty")));
        pressCtrl('v');
        driver.until("the clip lies there with its medium", () -> sequence().durationFrames() == 60
                && editor.project().orElseThrow().session().project().media().size() == 1);
    }

    @Test
    void theViewFollowsThePlayhead() {
        for (int i = 0; i < 8; i++) {
            driver.press(tracks, '=', '=', 0);
        }
        driver.act(() -> editor.setPlayhead(100));
        driver.until("the playhead has moved", () -> driver.ui(editor::playheadFrame) == 100);
        mouse.click(HEADER_PX + 300, 22);
        long seen = driver.ui(editor::playheadFrame);
        assertTrue(seen > 60, "the page of the playhead is shown, and not that of " + seen);
    }
}
